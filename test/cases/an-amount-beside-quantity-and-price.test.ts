import { expect, it } from 'vitest';
import { kpi, lastWeek, table, told, values } from './kit.ts';

const report = `report sold.csv ${lastWeek} --compare none --kpi orders,gross_sales`;
const head = 'order_id,ordered_at,quantity,unit_price,gross_sales';
const odd = table(head, 'a,2026-11-02,3,4,70', 'b,2026-11-08,1,6,30');

it('that is neither the line nor their sum is named, with what both come to', async () => {
  const { row, warnings } = await told(report, { 'sold.csv': odd });
  // By lines 3 × 4 + 6, by amounts 70 + 30.
  expect(row().values).toEqual({ orders: 2, gross_sales: 18 });
  expect(warnings.map(({ code, message }) => [code, message])).toEqual([
    [
      'amounts_beside_lines',
      'sold.csv: quantity × price come to 18 and column "gross_sales" to 100, which differ for 2 orders of 2 looked at; the lines count. Say which do in kpi.yaml, for the lines: sources: [{ path: sold.csv, format: generic-order-lines-as-orders }]; for the amounts: sources: [{ path: sold.csv, kind: order, columns: { gross_sales: gross_sales, quantity: quantity } }]',
    ],
  ]);
  expect((await kpi(`${report} --strict`, { 'sold.csv': odd })).code).toBe(2);
});

it('counts where the configuration says so, or the lines do, as is printed', async () => {
  for (const [entry, sales] of [
    // 70 + 30.
    ['{ path: sold.csv, kind: order, columns: { gross_sales: gross_sales, quantity: quantity } }', 100],
    ['{ path: sold.csv, format: generic-order-lines-as-orders }', 18],
  ] as const) {
    const { row, codes } = await told('report --last 1 --compare none --kpi orders,gross_sales,units_sold', {
      'sold.csv': odd,
      'kpi.yaml': table('timezone: Europe/Paris', 'currency: EUR', `sources: [${entry}]`),
    });
    // 3 + 1 pieces.
    expect(row().values).toEqual({ orders: 2, gross_sales: sales, units_sold: 4 });
    expect(codes).toEqual([]);
  }
});

it('counts where lines are mapped beside it, which tell the pieces', async () => {
  const files = {
    'sold.csv': table('No,Made,Pieces,Each,Sum', 'a,2026-11-02,3,4,70', 'b,2026-11-08,1,6,30'),
    'kpi.yaml': table(
      'timezone: Europe/Paris',
      'currency: EUR',
      'sources:',
      '  - path: sold.csv',
      '    kind: order',
      '    columns: { order_id: No, ordered_at: Made, quantity: Pieces, unit_price: Each, gross_sales: Sum }',
    ),
  };
  // 70 + 30, and 3 + 1 pieces.
  expect(await values('report --last 1 --compare none --kpi orders,gross_sales,units_sold', files)).toEqual({
    orders: 2,
    gross_sales: 100,
    units_sold: 4,
  });
});

it('that counts unasked is named, too', async () => {
  // More columns of an order than of a line.
  const wide = table(`${head},discount,tax`, 'a,2026-11-02,3,4,10,2,0', 'b,2026-11-08,1,6,6,0,0');
  const { row, warnings } = await told(report, { 'sold.csv': wide });
  expect(row().values).toEqual({ orders: 2, gross_sales: 16 });
  expect(warnings.map(({ message }) => message)).toEqual([
    expect.stringContaining('to 16, which differ for 1 order of 2 looked at; the amounts count.'),
  ]);
});

it('is named with columns of other names and other marks', async () => {
  const config = (entry: string): string => table('timezone: Europe/Paris', 'currency: EUR', `sources: [${entry}]`);
  const columns = 'order_id: No, ordered_at: Made, quantity: Pieces, unit_price: Each';
  const sold = table('No;Made;Pieces;Each;Montant', 'a;2026-11-02;3;4;70,5', 'b;2026-11-08;1;6;30,5');
  const line = 'report --last 1 --compare none --kpi gross_sales,units_sold';
  const files = (entry: string) => ({ 'sold.csv': sold, 'kpi.yaml': config(entry) });
  const { row, warnings } = await told(line, files(`{ path: sold.csv, kind: order, columns: { ${columns} } }`));
  // 70.5 + 30.5, and 3 + 1 pieces.
  expect(row().values).toEqual({ gross_sales: 101, units_sold: 4 });
  const byLine = `{ path: sold.csv, format: generic-order-lines-as-orders, columns: { ${columns} } }`;
  const byAmount = `{ path: sold.csv, kind: order, columns: { ${columns}, gross_sales: Montant } }`;
  expect(warnings.map(({ message }) => message)).toEqual([
    `sold.csv: quantity × price come to 18 and column "Montant" to 101, which differ for 2 orders of 2 looked at; the amounts count. Say which do in kpi.yaml, for the lines: sources: [${byLine}]; for the amounts: sources: [${byAmount}]`,
  ]);
  for (const [entry, sales] of [
    [byLine, 18],
    [byAmount, 101],
  ] as const) {
    const followed = await told(line, files(entry));
    expect(followed.row().values).toEqual({ gross_sales: sales, units_sold: 4 });
    expect(followed.codes).toEqual([]);
  }
});

it('of an order with several rows is advised without its pieces, which one of the rows would tell', async () => {
  const files = { 'sold.csv': table(head, 'a,2026-11-02,3,4,70', 'a,2026-11-02,1,6,70', 'b,2026-11-08,1,6,6') };
  const { warnings } = await told(report, files);
  // By lines 12 + 6 + 6, by amounts 70 + 6.
  expect(warnings.map(({ message }) => message)).toEqual([
    expect.stringContaining('come to 24 and column "gross_sales" to 76, which differ for 1 order of 2 looked at'),
  ]);
  expect(warnings[0]?.message).toContain('columns: { gross_sales: gross_sales } }]');
});

it('on the first row of its order is compared, but no configuration can have it read', async () => {
  const files = { 'sold.csv': table(head, 'a,2026-11-02,3,4,70', 'a,2026-11-02,1,6,', 'b,2026-11-08,1,6,6') };
  const { warnings } = await told(report, files);
  expect(warnings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/to 76, .*generic-order-lines-as-orders }]$/),
  ]);
});

it('that agrees with the lines is no question: of each line, of the order on each of its rows or on the first', async () => {
  for (const rows of [
    ['a,2026-11-02,3,4,12', 'a,2026-11-02,1,6,6', 'b,2026-11-08,1,6,6'],
    ['a,2026-11-02,3,4,18', 'a,2026-11-02,1,6,18', 'b,2026-11-08,1,6,6'],
    ['a,2026-11-02,3,4,18', 'a,2026-11-02,1,6,', 'b,2026-11-08,1,6,6'],
  ]) {
    const { row, codes } = await told(report, { 'sold.csv': table(head, ...rows) });
    // 12 + 6 + 6.
    expect(row().values).toEqual({ orders: 2, gross_sales: 24 });
    expect(codes).toEqual([]);
  }
});

it('is not needed: lines mapped under either kind are orders', async () => {
  for (const kind of ['order', 'order_line']) {
    const files = {
      'sold.csv': table('No,Made,Pieces,Each', 'a,2026-11-02,3,4', 'b,2026-11-08,1,6'),
      'kpi.yaml': table(
        'timezone: Europe/Paris',
        'currency: EUR',
        'sources:',
        '  - path: sold.csv',
        `    kind: ${kind}`,
        '    columns: { order_id: No, ordered_at: Made, quantity: Pieces, unit_price: Each }',
      ),
    };
    // Without an amount both kinds give orders by their lines: 12 + 6.
    expect(await values('report --last 1 --compare none --kpi orders,gross_sales', files), kind).toEqual({
      orders: 2,
      gross_sales: 18,
    });
  }
});

it('that is what a discount, shipping or tax makes of the lines is no question either', async () => {
  for (const [name, ...rows] of [
    ['discount', 'a,2026-11-02,3,4,10,2', 'b,2026-11-08,1,6,6,0'],
    ['tax', 'a,2026-11-02,3,4,14,2', 'b,2026-11-08,1,6,7,1'],
    ['shipping', 'a,2026-11-02,3,4,22,5', 'a,2026-11-02,1,5,22,5', 'b,2026-11-08,1,1,1,0'],
  ] as const) {
    const { row, codes } = await told(report, { 'sold.csv': table(`${head},${name}`, ...rows) });
    // 12 + 6, and 12 + 5 + 1.
    expect(row().values, name).toEqual({ orders: 2, gross_sales: 18 });
    expect(codes, name).not.toContain('amounts_beside_lines');
  }
});

it('that is a discount is said not to be read', async () => {
  const lines = 'order_id,ordered_at,quantity,unit_price';
  const { row, warnings } = await told(report, {
    'sold.csv': table(`${lines},discount,tax`, 'a,2026-11-02,3,4,2,0', 'b,2026-11-08,1,6,0,0'),
  });
  expect(row().values).toEqual({ orders: 2, gross_sales: 18 });
  expect(warnings.filter(({ code }) => code === 'amounts_of_rows').map(({ message }) => message)).toEqual([
    expect.stringMatching(/^sold\.csv: "discount" is not read: in rows of items it may be/),
  ]);
  const { codes } = await told(report, {
    'sold.csv': table(`${lines},discount`, 'a,2026-11-02,3,4,0', 'b,2026-11-08,1,6,'),
  });
  expect(codes).toEqual([]);
});

it.each(['total', 'total_ttc', 'grand_total', 'line_total'])(
  'that is called %s and is that of the prices without their quantities is named',
  async (name) => {
    const { row, warnings } = await told(report, {
      'sold.csv': table(`order_id,ordered_at,quantity,price,${name}`, 'a,2026-11-02,2,50,50', 'b,2026-11-08,2,30,30'),
    });
    // 2 × 50 + 2 × 30; 50 + 30 in the column.
    expect(row().values).toEqual({ orders: 2, gross_sales: 160 });
    expect(warnings.find(({ code }) => code === 'amounts_beside_lines')?.message).toContain(
      `quantity × price come to 160 and column "${name}" to 80, which differ for 2 orders of 2 looked at; the lines count`,
    );
  },
);

it('a total may contain tax and shipping, and lack a discount, that no column holds', async () => {
  const { row, codes } = await told(report, {
    'sold.csv': table(
      'order_id,ordered_at,quantity,price,total',
      // 100 with 20 % tax; 60 with 5 for shipping, on both rows of the order; 40 less 25 %.
      'a,2026-11-02,2,50,120',
      'b,2026-11-05,2,20,65',
      'b,2026-11-05,1,20,65',
      'c,2026-11-08,2,20,30',
    ),
  });
  expect(row().values).toEqual({ orders: 3, gross_sales: 200 });
  expect(codes).not.toContain('amounts_beside_lines');
});
