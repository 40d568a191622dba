import { describe, expect, it } from 'vitest';
import { daysBetween, orders } from './days-kit.ts';
import { kpi, table, told } from './kit.ts';

const zone = '--timezone Europe/Paris --currency EUR';
/** From Tuesday 1 September to Sunday 11 October. */
const files = { 'orders.csv': orders(daysBetween('2026-09-01', '2026-10-11')) };

describe('weeks of which the file has the first two', () => {
  it.each([
    ['report', '--from 2026-09-28 --to 2026-10-25'],
    ['report', '--from 2026-09-28 --as-of 2026-10-26'],
    ['report', '--last 4 --as-of 2026-10-26'],
  ])('are all shown by %s %s, the rest unknown', async (command, when) => {
    const { rows, row, codes } = await told(`${command} . ${zone} ${when} --kpi gross_sales`, files);
    expect(rows.map(({ period }) => period)).toEqual(['2026-W40', '2026-W41', '2026-W42', '2026-W43', 'all']);
    expect(row('2026-W40').values.gross_sales).toBe(70);
    expect(row('2026-W41').values.gross_sales).toBe(70);
    for (const period of ['2026-W42', '2026-W43'])
      expect(row(period)).toMatchObject({ values: { gross_sales: null }, nulls: { gross_sales: 'not_covered' } });
    expect(codes).toEqual(['stale']);
    const strict = await kpi(`${command} . ${zone} ${when} --kpi gross_sales --strict`, files);
    expect([strict.code, strict.err]).toEqual([2, expect.stringContaining('orders.csv ends on 2026-10-11')]);
  });

  it('are in a funnel and in cohorts, too', async () => {
    const when = '--from 2026-09-28 --to 2026-10-25';
    const funnel = await kpi(`funnel . ${zone} ${when} --format csv`, files);
    expect(funnel.out).toContain('2026-W43,2026-10-19,2026-10-25,true,purchases,count,count,,not_covered');
    const cohorts = await kpi(`cohorts . ${zone} ${when} --period week --format csv`, files);
    expect(cohorts.out).toContain('2026-W43,2026-10-19,2026-10-25,true,,customers,count,,not_covered');
  });
});

it('a month of which the file has eleven days is shown with its mark, and compared over as many days', async () => {
  const { row } = await told(
    `report . ${zone} --period month --from 2026-09-01 --to 2026-10-31 --kpi gross_sales --compare previous`,
    files,
  );
  expect(row('2026-10')).toMatchObject({
    partial: true,
    values: { gross_sales: 110 },
    flags: { gross_sales: ['incomplete'] },
  });
  // 1 to 11 October against 1 to 11 September: 110.00 each.
  expect(row('2026-10').compare!.previous).toMatchObject({
    values: { gross_sales: 110 },
    change_pct: { gross_sales: 0 },
  });
});

describe('a time of which the files have nothing', () => {
  it.each(['--from 2027-01-01', '--from 2020-01-01 --to 2020-01-31'])(
    '%s is answered by what they have',
    async (when) => {
      const { out, err, code } = await kpi(`report . ${zone} ${when} --kpi orders`, files);
      expect(code).toBe(0);
      expect(out + err).toContain('the files hold 2026-09-01 to 2026-10-11: nothing in the requested period');
      expect((await kpi(`report . ${zone} ${when} --kpi orders --strict`, files)).code).toBe(2);
    },
  );
});

describe('--include-partial', () => {
  // As of Thursday 8 October, noon.
  const now = '--as-of 2026-10-08T12:00:00+02:00 --include-partial --kpi orders';

  it('adds the running period to the last two', async () => {
    const { rows } = await told(`report . ${zone} ${now} --last 2`, files);
    expect(rows.map(({ period }) => period)).toEqual(['2026-W39', '2026-W40', '2026-W41', 'all']);
  });

  it('adds it to what is shown unasked', async () => {
    const { rows } = await told(`report . ${zone} ${now} --period day`, files);
    // Eight days before, and today.
    expect([rows.length, rows[0]!.period, rows.at(-2)!.period]).toEqual([10, '2026-09-30', '2026-10-08']);
  });
});

it('a file of lines has no last day of its own: that of its orders is named', async () => {
  const { warnings } = await told(`report . ${zone} --from 2026-11-01 --to 2026-11-08 --kpi orders,units_sold`, {
    'lines.csv': table('order_id,sku,quantity,unit_price', '1,A,1,10', '2,A,2,10'),
    'orders.csv': table('order_id,ordered_at,gross_sales', '1,2026-11-01 10:00,10', '2,2026-11-03 10:00,20'),
  });
  expect(warnings.filter(({ code }) => code === 'stale').map(({ message }) => message)).toEqual([
    'orders.csv ends on 2026-11-03: its order figures after that are incomplete; export it again',
  ]);
});
