import { describe, expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

const spend = (...below: string[]): string =>
  table('date,campaign_name,cost,clicks', '2026-11-02,Shoes,7.25,3', '2026-11-08,Shoes,2.25,1', ...below);

describe('a footer below a table', () => {
  const kpis = `${lastWeek} --kpi ad_spend,clicks --compare none`;

  it('is left out by rule, whatever it says and however its cells are filled up', async () => {
    for (const footer of [
      '© 2026 Some Ads Limited',
      '"@2026 Some Company. All rights reserved. "',
      '"(c) 2026 Company",,,',
      'Report generated on 9 November 2026',
      'Exporté le 9 novembre 2026,,,',
      'Rapport généré le 9 novembre 2026',
      'Bericht erstellt am 09.11.2026',
      'Quelle: Werbekonto',
      'Generado el 9 de noviembre de 2026,,,',
      '# written by hand',
    ]) {
      const { row, files, codes } = await told(`report ads.csv ${kpis}`, { 'ads.csv': spend('', footer) });
      // 7.25 + 2.25, and 3 + 1 clicks.
      expect(row().values, footer).toEqual({ ad_spend: 9.5, clicks: 4 });
      expect(files[0], footer).toMatchObject({ read: 3, accepted: 2, skipped: 1, rejected: 0, counts: { notes: 1 } });
      expect(codes, footer).toEqual([]);
    }
  });

  it('that no tool is known to write is named in a warning', async () => {
    const { row, warnings, files } = await told(`report ads.csv ${kpis}`, {
      'ads.csv': spend('', 'Amounts are those of the agency', 'They may change until the end of the month'),
    });
    expect(row().values).toEqual({ ad_spend: 9.5, clicks: 4 });
    expect(files[0]).toMatchObject({ skipped: 2, rejected: 0 });
    expect(warnings.map(({ message }) => message)).toEqual([
      'ads.csv: 2 rows of words in one cell left out as notes, the first is record 3; a record must have all its cells',
    ]);
    const files2 = { 'ads.csv': spend('', 'Amounts are those of the agency') };
    expect((await kpi(`report ads.csv ${kpis} --strict`, files2)).code).toBe(2);
  });

  it('is no row that is cut off, or a code, a date, a number', async () => {
    for (const rest of ['2026-11-', '2026-11-09,Sho', '1001', 'Shoes', 'Autumn sale']) {
      const { err } = await kpi(`report ads.csv ${kpis} --max-rejects 50%`, { 'ads.csv': spend(rest) });
      expect(err, rest).toContain('1 row of 3 cannot be read');
    }
  });

  it('is told by inspect', async () => {
    const { out } = await kpi('inspect ads.csv', { 'ads.csv': spend('© 2026 Some Ads Limited') });
    expect(out).toContain('3 rows: 2 accepted, 1 skipped; 1 of the skipped is a note');
  });
});

describe('a row that describes the columns', () => {
  const config = table(
    'timezone: Europe/Paris',
    'currency: EUR',
    'sources:',
    '  - path: sold.csv',
    '    columns: { order_id: No, ordered_at: Made, quantity: Pieces, unit_price: Each }',
  );
  const kpis = 'report --last 1 --kpi orders,gross_sales --compare none';
  const described = 'Number of the order.,Time at which it was made.,How many.,Price of one.';

  it('is left out by rule, in short files and long ones', async () => {
    const head = ['No,Made,Pieces,Each', described];
    const short = { 'sold.csv': table(...head, 'a\t,2026-11-02,3,4.5', 'b\t,2026-11-08,1,2'), 'kpi.yaml': config };
    const one = await told(kpis, short);
    // 3 × 4.50 + 2 in two orders.
    expect(one.row().values).toEqual({ orders: 2, gross_sales: 15.5 });
    expect(one.files[0]).toMatchObject({ read: 3, accepted: 2, skipped: 1, counts: { descriptions: 1 } });
    const rows = Array.from({ length: 30_000 }, (_, at) => `n${at},2026-11-0${2 + (at % 7)},1,2`);
    const long = await told(kpis, { 'sold.csv': table(...head, ...rows), 'kpi.yaml': config });
    expect(long.row().values).toEqual({ orders: 30_000, gross_sales: 60_000 });
    expect(long.files[0]).toMatchObject({ skipped: 1, rejected: 0 });
  });

  it('may leave cells empty', async () => {
    const files = {
      'sold.csv': table(
        'No,Made,Pieces,Each',
        'Order number,,Number of pieces,',
        'a,2026-11-02,3,4.5',
        'b,2026-11-08,1,2',
      ),
      'kpi.yaml': config,
    };
    expect((await told(kpis, files)).row().values).toEqual({ orders: 2, gross_sales: 15.5 });
  });

  it('is no first record with a mistake', async () => {
    const files = {
      'sold.csv': table('No,Made,Pieces,Each', 'a,soon,3,4.5', 'b,2026-11-08,1,2'),
      'kpi.yaml': config,
    };
    const { code, err } = await kpi(kpis, files);
    expect(code).toBe(2);
    expect(err).toContain('record 1, column "Made": not a date');
    const unknown = { ...files, 'sold.csv': table('No,Made,Pieces,Each', 'FR1001,unknown,,', 'b,2026-11-08,1,2') };
    expect((await kpi(kpis, unknown)).err).toContain('record 1, column "Made": not a date');
  });

  it('proves nothing of what its columns hold', async () => {
    const files = {
      'orders.csv': table(
        'order_id,ordered_at,gross_sales,discount',
        'Order number,Day of it,Amount,Share taken off',
        '1,2026-11-02,30,0.1',
        '2,2026-11-08,40,0.2',
      ),
    };
    const { row, codes } = await told(`report orders.csv ${lastWeek} --kpi gross_sales,discounts`, files);
    expect(row().values).toMatchObject({ gross_sales: 70, discounts: null });
    expect(codes).toEqual(['rate_column']);
  });
});
