import { describe, expect, it } from 'vitest';
import { folderWith, kpi, lastWeek, table, told } from './kit.ts';

describe('records without an id in two files that share days', () => {
  it('refunds of two shops are not copies of each other', async () => {
    const files = {
      'fr.csv': table('order_id,refunded_at,item_amount', '1001,2026-11-02,5.00', '1002,2026-11-08,5.00'),
      'de.csv': table('order_id,refunded_at,item_amount', '1001,2026-11-02,50.00', '1003,2026-11-08,5.00'),
    };
    const { row, codes } = await told(`report . ${lastWeek} --kpi returns --compare none --strict`, files);
    // 5 + 5 + 50 + 5.
    expect(row().values).toEqual({ returns: 65 });
    expect(codes).toEqual([]);
  });

  const answers = 'answered_at,type,score';
  const shops = {
    'nps-fr.csv': table(answers, '2026-11-02,nps,9', '2026-11-02,nps,3', '2026-11-08,nps,10'),
    'nps-de.csv': table(answers, '2026-11-02,nps,9', '2026-11-08,nps,10', '2026-11-08,nps,10'),
  };
  const asked = `report . ${lastWeek} --kpi nps --compare none`;

  it('answers that happen to be alike count once, and a warning says so; with the line that it prints all count', async () => {
    const { warnings, codes } = await told(asked, shops);
    expect(codes).toEqual(['rows_shared']);
    expect((await kpi(`${asked} --strict`, shops)).code).toBe(2);
    const [, advice] = /write in kpi.yaml: (.*)$/.exec(warnings[0]!.message)!;
    const { row } = await told(`${asked} --strict`, folderWith({ ...shops, 'kpi.yaml': `${advice}\n` }));
    // Promoters 9, 10, 9, 10, 10, one detractor: (5 - 1) / 6.
    expect(row().values).toEqual({ nps: 66.6666666667 });
  });

  it('a second download of the same answers adds nothing, one with a new answer that answer', async () => {
    const first = shops['nps-fr.csv'];
    const same = { 'nps.csv': first, 'nps (1).csv': `${first}2026-11-08,nps,10\n` };
    const { row, codes } = await told(`${asked} --strict`, same);
    // 9, 3, 10, 10.
    expect(row().values).toEqual({ nps: 50 });
    expect(codes).toEqual([]);
  });

  it('credit notes of one number and another customer are two', async () => {
    const head = 'order_id,order_date,customer_email,sku,quantity,unit_price';
    const shop = (name: string) =>
      table(head, `${name}1,2026-11-02,${name}@example.com,a,1,20`, `CN1,2026-11-08,${name}@example.com,a,-1,10`);
    const files = { 'fr.csv': shop('fr'), 'de.csv': shop('de') };
    const { row } = await told(`report . ${lastWeek} --kpi returns --compare none`, files);
    expect(row().values).toEqual({ returns: 20 });
  });

  it('two accounts of one network are asked about', async () => {
    const social = 'date,network,followers,engagements';
    const files = {
      'ig-fr.csv': table(social, '2026-11-02,instagram,1000,90', '2026-11-08,instagram,1100,100'),
      'ig-de.csv': table(social, '2026-11-02,instagram,100,9', '2026-11-08,instagram,110,10'),
    };
    const line = `report . ${lastWeek} --kpi followers,engagements --compare none`;
    const { code, err } = await kpi(line, files);
    expect(code).toBe(2);
    const advice = err.split('\n').find((text) => text.includes('sources: ['))!;
    const { row } = await told(`${line} --strict`, folderWith({ ...files, 'kpi.yaml': `${advice.trim()}\n` }));
    // 1,100 + 110 followers at the end; 90 + 100 + 9 + 10.
    expect(row().values).toEqual({ followers: 1210, engagements: 209 });
  });
});
