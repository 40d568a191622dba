import { describe, expect, it } from 'vitest';
import { ads, daysBetween, orders } from './days-kit.ts';
import { kpi, told } from './kit.ts';

const zone = '--timezone Europe/Paris --currency EUR';
const weekdays = (day: number): boolean => day !== 0 && day !== 6;

describe('monthly files of which June was forgotten', () => {
  const files = {
    'may.csv': orders(daysBetween('2026-05-01', '2026-05-31')),
    'july.csv': orders(daysBetween('2026-07-01', '2026-07-31')),
  };
  const months = `report . ${zone} --as-of 2026-09-10 --period month --kpi gross_sales`;

  it('leave June unknown, not 0, and say so', async () => {
    const { row, warnings } = await told(`${months} --all`, files);
    // 31 × 10.00 each.
    expect(row('2026-05').values.gross_sales).toBe(310);
    expect(row('2026-06')).toMatchObject({ values: { gross_sales: null }, nulls: { gross_sales: 'not_covered' } });
    expect(row('2026-07').values.gross_sales).toBe(310);
    expect(row()).toMatchObject({ values: { gross_sales: 620 }, flags: { gross_sales: ['incomplete'] } });
    expect(warnings).toEqual([
      {
        code: 'gap',
        file: 'may.csv',
        message:
          'no file has 2026-06-01 to 2026-06-30 (30 days), between may.csv and july.csv: order figures of these days are unknown, not 0; export them, too',
      },
    ]);
  });

  it('have no change from or to June', async () => {
    const { row } = await told(`${months} --all --compare previous`, files);
    for (const period of ['2026-06', '2026-07'])
      expect(row(period).compare!.previous!.change_pct.gross_sales).toBeNull();
    expect(row('2026-07').compare!.previous!.nulls.gross_sales).toBe('incomplete_base');
  });

  it('are an error under --strict, for their hole and for their end', async () => {
    const hole = await kpi(`${months} --all --strict`, files);
    expect([hole.code, hole.err]).toEqual([2, expect.stringContaining('no file has 2026-06-01 to 2026-06-30')]);
    const end = await kpi(`${months} --last 1 --strict`, files);
    expect([end.code, end.err]).toEqual([2, expect.stringContaining('july.csv ends on 2026-07-31')]);
  });

  it('are said in French', async () => {
    const { err } = await kpi(`${months} --all --lang fr`, files);
    expect(err).toContain('aucun fichier ne couvre 2026-06-01 au 2026-06-30 (30 jours), entre may.csv et july.csv');
  });

  it('have no value in a check of June', async () => {
    const configuration = `timezone: Europe/Paris
currency: EUR
sources: [{ path: may.csv }, { path: july.csv }]
checks: [{ kpi: gross_sales, period: month, must: ">= 0" }]
`;
    const { code, out } = await kpi('check --as-of 2026-07-05 --format json', { ...files, 'kpi.yaml': configuration });
    expect(code).toBe(1);
    expect(JSON.parse(out).results[0]).toMatchObject({
      verdict: 'fail',
      because: 'no_value',
      null_reason: 'not_covered',
    });
  });
});

describe('weekly files from Monday to Friday', () => {
  const week = (first: string, last: string): string => orders(daysBetween(first, last, weekdays));
  const all = {
    'a.csv': week('2026-10-05', '2026-10-09'),
    'b.csv': week('2026-10-12', '2026-10-16'),
    'c.csv': week('2026-10-19', '2026-10-23'),
    'd.csv': week('2026-10-26', '2026-10-30'),
  };
  const { 'c.csv': _, ...some } = all;

  it('have no hole at weekends', async () => {
    const { row, codes } = await told(
      `report . ${zone} --as-of 2026-11-02 --from 2026-10-05 --to 2026-11-01 --kpi orders`,
      all,
    );
    for (const period of ['2026-W41', '2026-W42', '2026-W43', '2026-W44'])
      expect(row(period)).toMatchObject({ values: { orders: 5 }, flags: {}, partial: false });
    expect(codes).toEqual([]);
  });

  it('have one where a week is missing', async () => {
    const { row, warnings } = await told(
      `report . ${zone} --as-of 2026-11-02 --from 2026-10-05 --to 2026-11-01 --kpi orders`,
      some,
    );
    expect(row('2026-W43').values.orders).toBeNull();
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('2026-10-17 to 2026-10-25 (9 days)'),
    ]);
  });
});

describe('a pause inside one file', () => {
  it('is 0, and widens nothing', async () => {
    // Closed in August: the file ends on 30 September, and October is unknown.
    const files = {
      'orders.csv': orders(daysBetween('2026-06-01', '2026-07-31'), daysBetween('2026-09-01', '2026-09-30')),
    };
    const { row, codes } = await told(
      `report . ${zone} --period month --from 2026-07-01 --to 2026-10-31 --kpi orders`,
      files,
    );
    expect(row('2026-08')).toMatchObject({ values: { orders: 0 }, flags: {} });
    expect(row('2026-09').values.orders).toBe(30);
    expect(row('2026-10').nulls.orders).toBe('not_covered');
    expect(codes).toEqual(['stale']);
  });

  it('is what is usual where there are hardly any orders', async () => {
    // On 2, 14 and 27 October: up to 13 days without an order are usual, so that November begins within them.
    const files = { 'orders.csv': orders(['2026-10-02', '2026-10-14', '2026-10-27']) };
    const { row, codes } = await told(
      `report . ${zone} --period month --from 2026-10-01 --to 2026-10-31 --kpi orders`,
      files,
    );
    expect(row('2026-10')).toMatchObject({ values: { orders: 3 }, flags: {}, partial: false });
    expect(codes).toEqual([]);
  });
});

describe('ads of which February was forgotten, with orders of all months', () => {
  const files = {
    'orders.csv': orders(daysBetween('2026-01-01', '2026-04-30')),
    'ads-1.csv': ads(daysBetween('2026-01-01', '2026-01-31')),
    'ads-3.csv': ads(daysBetween('2026-03-01', '2026-03-31')),
  };

  it('leave the cost and what rests on it unknown, and one line names each kind of fault', async () => {
    const { row, codes } = await told(
      `report . ${zone} --as-of 2026-05-01 --period month --all --kpi ad_spend,mer,orders`,
      files,
    );
    expect(row('2026-01').values).toMatchObject({ ad_spend: 155, orders: 31 });
    for (const period of ['2026-02', '2026-04'])
      expect(row(period)).toMatchObject({
        values: { ad_spend: null, mer: null },
        nulls: { ad_spend: 'not_covered', mer: 'not_covered' },
      });
    expect(row('2026-04').values.orders).toBe(30);
    expect(codes).toEqual(['stale', 'gap']);
  });
});
