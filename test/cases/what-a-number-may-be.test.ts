import { describe, expect, it } from 'vitest';
import { kpi, lastWeek, table, told, values } from './kit.ts';

const one = `${lastWeek} --compare none`;

describe('a group of three digits may be thousands or decimals', () => {
  const semicolons = table('order_id;ordered_at;gross_sales', '1;2026-11-02;3.125', '2;2026-11-08;1.500');

  it('is read by the delimiter, with a warning that names the column and the line', async () => {
    const { row, warnings } = await told(`report o.csv ${one} --kpi gross_sales`, { 'o.csv': semicolons });
    // A semicolon stands for decimal commas: 3125 + 1500.
    expect(row().values).toEqual({ gross_sales: 4625 });
    expect(warnings.map(({ code, message }) => [code, message])).toEqual([
      [
        'decimal_guessed',
        'o.csv: "3.125" in column "gross_sales" is read as 3125, it could be 3.125: nothing in the file proves which. Write in kpi.yaml: sources: [{ path: o.csv, decimal: "," }], or "."',
      ],
    ]);
    expect((await kpi(`report o.csv ${one} --kpi gross_sales --strict`, { 'o.csv': semicolons })).code).toBe(2);
  });

  it('is settled by the line that is printed, either way', async () => {
    for (const [mark, sum] of [
      [',', 4625],
      ['.', 4.625],
    ] as const) {
      const config = table('timezone: Europe/Paris', 'currency: EUR', `sources: [{ path: o.csv, decimal: "${mark}" }]`);
      const { row, codes } = await told('report --last 1 --compare none --kpi gross_sales', {
        'o.csv': semicolons,
        'kpi.yaml': config,
      });
      expect(row().values).toEqual({ gross_sales: sum });
      expect(codes).toEqual([]);
    }
  });

  it('in a file of tabs, and among several columns', async () => {
    const tabs = table(
      'order_id\tordered_at\tgross_sales\tshipping',
      '1\t2026-11-02\t2,250\t1,000',
      '2\t2026-11-08\t1,250\t2,000',
    );
    const { row, warnings } = await told(`report o.tsv ${one} --kpi gross_sales`, { 'o.tsv': tabs });
    expect(row().values).toEqual({ gross_sales: 3500 });
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('"2,250" in column "gross_sales" (and 1 more column) is read as 2250'),
    ]);
  });

  it('is no question where another cell or column proves it', async () => {
    for (const rows of [
      ['1;2026-11-02;3.125;2,50', '2;2026-11-08;1.500;0'],
      ['1;2026-11-02;3.125,00;2', '2;2026-11-08;1.500;0'],
    ]) {
      const { codes, row } = await told(`report o.csv ${one} --kpi gross_sales`, {
        'o.csv': table('order_id;ordered_at;gross_sales;shipping', ...rows),
      });
      expect(row().values).toEqual({ gross_sales: 4625 });
      expect(codes).toEqual([]);
    }
  });

  it('nor in counts, nor where no cell can be thousands', async () => {
    const visits = table('date;sessions', '2026-11-02;1.200', '2026-11-08;1.300');
    expect((await told(`report v.csv ${one} --kpi sessions`, { 'v.csv': visits })).codes).toEqual([]);
    const small = table('order_id;ordered_at;gross_sales', '1;2026-11-02;31', '2;2026-11-08;15');
    expect((await told(`report o.csv ${one} --kpi gross_sales`, { 'o.csv': small })).codes).toEqual([]);
  });

  it('is said in French', async () => {
    const { err } = await kpi(`report o.csv ${one} --kpi gross_sales --lang fr`, { 'o.csv': semicolons });
    expect(err).toContain('est lu 3125, mais pourrait valoir 3,125');
  });
});

describe('amounts as people write them', () => {
  it('are read with their signs, thousands and parentheses', async () => {
    for (const [text, value] of [
      ['CHF 12.–', 12],
      ["CHF 1'234.50", 1234.5],
      ['"CHF 1,234.50"', 1234.5],
      ['1 234.50 CHF', 1234.5],
      ['12.50-', -12.5],
    ] as const) {
      const files = {
        'o.csv': table('order_id,ordered_at,shipping,gross_sales', `1,2026-11-02,${text},100`, '2,2026-11-08,0.50,100'),
      };
      const line = 'report o.csv --timezone Europe/Paris --currency CHF --last 1 --compare none --kpi shipping_charged';
      expect(await values(line, files), text).toEqual({ shipping_charged: value + 0.5 });
    }
  });

  it('with decimal commas, quantities too', async () => {
    const files = {
      'o.csv': table(
        'order_id;ordered_at;quantity;unit_price',
        '1;2026-11-02;1,0;12,50 €',
        '2;2026-11-08;2,0;1 234,50',
      ),
    };
    // 12.50 + 2 × 1234.50 in 3 pieces.
    expect(await values(`report o.csv ${one} --kpi gross_sales,units_sold`, files)).toEqual({
      gross_sales: 2481.5,
      units_sold: 3,
    });
  });
});

describe('small amounts are no rates', () => {
  const discounts = `report o.csv ${one} --kpi discounts`;

  it('where the total takes them off', async () => {
    const files = {
      'o.csv': table(
        'order_id,ordered_at,amount,discount,total',
        '1,2026-11-02,20,0.5,19.5',
        '2,2026-11-08,30,0.25,29.75',
      ),
    };
    const { row, codes } = await told(discounts, files);
    // 0.5 + 0.25.
    expect(row().values).toEqual({ discounts: 0.75 });
    expect(codes).toEqual([]);
  });

  it('but shares are, that the total takes off as shares', async () => {
    const files = {
      'o.csv': table(
        'order_id,ordered_at,amount,discount,total',
        '1,2026-11-02,20,0.5,10',
        '2,2026-11-08,30,0.25,22.5',
      ),
    };
    expect((await told(discounts, files)).codes).toEqual(['rate_column']);
  });
});
