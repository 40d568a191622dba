import { describe, expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/* Options of kpi.yaml on both sides of their bounds, with files: worked examples of KPIs never see a day or a file. */

describe('click_basis', () => {
  const files = (basis: string) => ({
    'ads.csv': table(
      'date,platform,cost,clicks,link_clicks',
      ...['2026-11-02,Meta Ads,12,40,25', '2026-11-05,Google Ads,6,7,', '2026-11-08,Meta Ads,2,9,0'],
    ),
    'kpi.yaml': basis,
  });
  const asked = `report ads.csv ${lastWeek} --compare none --kpi clicks,cpc`;

  it.each(['', 'click_basis: link\n'])('takes link clicks, and clicks where a row has no others: %j', async (basis) => {
    // 25 + 7 + 0, for 20.
    expect((await told(asked, files(basis))).row().values).toEqual({ clicks: 32, cpc: 0.625 });
  });

  it('may take all clicks', async () => {
    // 40 + 7 + 9 = 56; 20 / 56 = 0.357142857142857…
    expect((await told(asked, files('click_basis: all\n'))).row().values).toEqual({ clicks: 56, cpc: 0.357142857143 });
  });
});

describe('history_days', () => {
  // The first order is 20 days before the week that begins on 2 November.
  const orders = table(
    'order_id,ordered_at,customer_key,gross_sales',
    ...['1,2026-10-13,a,10', '2,2026-11-02,a,10', '3,2026-11-08,b,10'],
  );
  const asked = `report o.csv ${lastWeek} --compare none --kpi new_customers`;

  it.each([
    [20, false],
    [21, true],
  ])('of %i, with 20 days of earlier orders, marks new customers: %s', async (days, isShort) => {
    const { row, codes } = await told(asked, { 'o.csv': orders, 'kpi.yaml': `history_days: ${days}\n` });
    expect(row().values).toEqual({ new_customers: 1 });
    expect(row().flags).toEqual(isShort ? { new_customers: ['short_history'] } : {});
    expect(codes).toEqual(isShort ? ['short_history'] : []);
  });

  it('cannot replace a history that is not there', async () => {
    const later = table('order_id,ordered_at,customer_key,gross_sales', '1,2026-11-02,a,10', '2,2026-11-08,b,10');
    const { row } = await told(asked, { 'o.csv': later, 'kpi.yaml': 'history_days: 0\n' });
    expect(row().nulls).toEqual({ new_customers: 'insufficient_history' });
  });
});

describe('return_window_days', () => {
  const files = (days: number) => ({
    'o.csv': table('order_id,ordered_at,gross_sales', '1,2026-11-02,10', '2,2026-11-08,10'),
    'r.csv': table('refund_id,order_id,refunded_at,item_amount', 'r1,1,2026-11-05,4'),
    'kpi.yaml': `return_window_days: ${days}\n`,
  });
  // The week ends with 8 November; the report is made at midnight, 10 days after its end.
  const asked =
    'report o.csv r.csv --timezone Europe/Paris --currency EUR --from 2026-11-02 --to 2026-11-08 --as-of 2026-11-19 --kpi order_refund_rate';

  it.each([
    [0, false],
    [10, false],
    [11, true],
  ])('of %i, 10 days after the period, marks its refunds as provisional: %s', async (days, isProvisional) => {
    const { row } = await told(asked, files(days));
    expect(row().values).toEqual({ order_refund_rate: 0.5 });
    expect(row().flags).toEqual(isProvisional ? { order_refund_rate: ['provisional'] } : {});
  });
});

describe('min_answers', () => {
  const answers = table('answered_at,type,score', '2026-11-02,nps,9', '2026-11-04,nps,10', '2026-11-08,nps,3');
  const asked = `report s.csv ${lastWeek} --compare none --kpi nps`;

  it.each([
    [3, false],
    [4, true],
  ])('of %i marks the score of 3 answers: %s', async (least, isLow) => {
    const { row } = await told(asked, { 's.csv': answers, 'kpi.yaml': `min_answers: ${least}\n` });
    // Two promoters less one detractor, of three: 33.33…
    expect(row().values).toEqual({ nps: 33.3333333333 });
    expect(row().flags).toEqual(isLow ? { nps: ['low_sample'] } : {});
  });
});
