import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/*
 * The payments of October, exported in November: 100, 50 and 30, of which 20 were given back on 6 October, three days after the last
 * of them.
 */

const payments = table(
  'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Fee,Refunded date (UTC),Status,Customer Email',
  'ch_1,2026-10-01 09:00:04,100.00,0.00,eur,true,1.05,,Paid,ana@example.com',
  'ch_2,2026-10-02 10:00:00,50.00,20.00,eur,true,0.58,2026-10-06 08:00:00,Paid,leo@example.com',
  'ch_3,2026-10-03 10:00:00,30.00,0.00,eur,true,0.58,,Paid,zoe@example.com',
);
const files = { 'stripe.csv': payments };
const asked = 'report stripe.csv --kpi net_sales,returns --compare none --timezone Europe/Paris --as-of 2026-11-16';

describe('a refund after the last order', () => {
  it.each(['--all --period all', '--all --period day', '--period week'])('is told with %s', async (periods) => {
    const { row, warnings } = await told(`${asked} ${periods}`, files);
    if (periods.endsWith('all')) expect(row().values).toEqual({ net_sales: 180, returns: 0 });
    const late = warnings.filter(({ code }) => code === 'late_refunds');
    expect(late.map(({ message }) => message.startsWith('1 refund of 20 after 2026-10-0'))).toEqual([true]);
  });

  it('is counted with the option that the warning names', async () => {
    const { warnings } = await told(`${asked} --all --period all`, files);
    const [option] = /--to \S+$/.exec(warnings.find(({ code }) => code === 'late_refunds')!.message)!;
    const { row, codes } = await told(`${asked} --period all ${option}`, files);
    // 180 less 20.
    expect(row().values).toEqual({ net_sales: 160, returns: 20 });
    expect(codes).not.toContain('late_refunds');
  });

  it('is not told where orders go on, or nobody asks for refunds', async () => {
    const later = `${payments}ch_4,2026-10-07 10:00:00,30.00,0.00,eur,true,0.58,,Paid,zoe@example.com\n`;
    const { row, codes } = await told(`${asked} --all --period all`, { 'stripe.csv': later });
    expect(row().values).toEqual({ net_sales: 190, returns: 20 });
    expect(codes).not.toContain('late_refunds');
    const { err } = await kpi(asked.replace('net_sales,returns', 'orders'), files);
    expect(err).not.toContain('late_refunds');
  });
});
