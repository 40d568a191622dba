import { expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/*
 * Exports of orders whose columns were chosen: without the amount before tax, or without the tax itself, what is left includes tax.
 */

const asked = `report orders.csv ${lastWeek} --compare none --kpi gross_sales,discounts,net_sales,shipping_charged,taxes,total_sales`;
const odoo = 'Order Reference,Order Date,Customer,Salesperson,Taxes,Total,Status';

it('Odoo without its untaxed amount: the total less the taxes', async () => {
  const { row } = await told(asked, {
    'orders.csv': table(
      odoo,
      'S00001,2026-11-02 10:00:00,Ana,Joe,20.00,120.00,Sales Order',
      'S00002,2026-11-08 10:00:00,Leo,Joe,10.00,60.00,Sales Order',
    ),
  });
  // 100 + 50, with 30 of tax on top.
  expect(row().values).toMatchObject({ gross_sales: 150, taxes: 30, total_sales: 180 });
  expect(row().flags.gross_sales).toEqual(['approx']);
});

const query = 'id_order;reference;id_customer;current_state;date_add';

it('a query of PrestaShop with what was paid, and shipping on both bases, does not count shipping twice', async () => {
  const { row, codes } = await told(asked, {
    'orders.csv': table(
      `${query};total_paid_tax_incl;total_paid_tax_excl;total_shipping_tax_incl;total_shipping_tax_excl`,
      '1;AAA;7;5;2026-11-02 10:00:00;126.000000;105.000000;6.000000;5.000000',
      '2;BBB;8;5;2026-11-08 10:00:00;60.000000;50.000000;0.000000;0.000000',
    ),
  });
  // 105 − 5 + 50; tax 21 + 10.
  expect(row().values).toMatchObject({ gross_sales: 150, shipping_charged: 5, taxes: 31, total_sales: 186 });
  expect(row().flags.gross_sales).toEqual(['approx']);
  expect(codes).not.toContain('unbalanced');
});

it('a query of PrestaShop with nothing but what was paid before tax has sales', async () => {
  const { row } = await told(asked, {
    'orders.csv': table(
      `${query};total_paid_tax_excl`,
      '1;AAA;7;5;2026-11-02 10:00:00;105.000000',
      '2;BBB;8;5;2026-11-08 10:00:00;50.000000',
    ),
  });
  expect(row().values).toMatchObject({ gross_sales: 155, net_sales: 155 });
  expect(row().flags.gross_sales).toEqual(['approx']);
});

it('a query of PrestaShop whose tax is not known has its items without tax, and says that the rest may include it', async () => {
  const { row, codes } = await told(asked, {
    'orders.csv': table(
      `${query};total_discounts;total_paid;total_products;total_products_wt;total_shipping`,
      '1;AAA;7;5;2026-11-02 10:00:00;12.000000;114.000000;100.000000;120.000000;6.000000',
      '2;BBB;8;5;2026-11-08 10:00:00;0.000000;60.000000;50.000000;60.000000;0.000000',
    ),
  });
  expect(row().values).toMatchObject({ gross_sales: 150, discounts: 12, net_sales: 138, taxes: null });
  expect(row().flags.net_sales).toContain('approx');
  expect(codes).not.toContain('unbalanced');
});

const shopify = 'Name,Email,Financial Status,Currency,Created at,Lineitem quantity,Lineitem name,Lineitem price';
const first = '#1001,a@x.fr,paid,EUR,2026-11-02 10:00:00 +0100,1,Tee,114.00';
const last = '#1002,b@x.fr,paid,EUR,2026-11-08 10:00:00 +0100,1,Cap,60.00';

it.each([
  {
    name: 'taxes',
    columns: 'Subtotal,Shipping,Total,Discount Amount',
    a: '114.00,6.00,120.00,0.00',
    b: '60.00,0.00,60.00,0.00',
  },
  {
    name: 'the total',
    columns: 'Subtotal,Shipping,Taxes,Discount Amount',
    a: '114.00,6.00,20.00,0.00',
    b: '60.00,0.00,10.00,0.00',
  },
])(
  'Shopify without $name: whether prices include tax is not known, and sales are approximate',
  async ({ columns, a, b }) => {
    const { row } = await told(asked, {
      'orders.csv': table(`${shopify},${columns}`, `${first},${a}`, `${last},${b}`),
    });
    expect(row().values.gross_sales).toBe(174);
    expect(row().flags.gross_sales).toEqual(['approx']);
    expect(row().flags.net_sales).toContain('approx');
  },
);

it('Shopify with both is exact', async () => {
  const { row } = await told(asked, {
    'orders.csv': table(
      `${shopify},Subtotal,Shipping,Taxes,Total,Discount Amount`,
      `${first},114.00,6.00,20.00,120.00,0.00`,
      `${last},60.00,0.00,10.00,60.00,0.00`,
    ),
  });
  // Tax of 19 on items of 114, 1 on shipping of 6; 95 + 50.
  expect(row().values).toMatchObject({ gross_sales: 145, shipping_charged: 5, taxes: 30, total_sales: 180 });
  expect(row().flags.gross_sales).toBeUndefined();
});

it('a query of the GraphQL API without the tax: sales are approximate', async () => {
  const set = (amount: string) => ({ shopMoney: { amount, currencyCode: 'EUR' } });
  const order = (id: number, day: string, total: string, items: string) => ({
    id: `gid://shopify/Order/${id}`,
    name: `#${id}`,
    createdAt: `${day}T10:00:00Z`,
    displayFinancialStatus: 'PAID',
    totalPriceSet: set(total),
    subtotalPriceSet: set(items),
    totalShippingPriceSet: set('6.0'),
  });
  const nodes = [order(1, '2026-11-02', '120.0', '114.0'), order(2, '2026-11-08', '66.0', '60.0')];
  const { row } = await told(asked.replace('.csv', '.json'), {
    'orders.json': JSON.stringify({ data: { orders: { nodes } } }),
  });
  expect(row().values).toMatchObject({ gross_sales: 174, taxes: null });
  expect(row().flags.gross_sales).toEqual(['approx']);
});

it.each([
  { name: 'amount, tax', flags: ['approx'] },
  { name: 'montant, tva', flags: ['approx'] },
  // By its name without tax.
  { name: 'gross_sales, tax', flags: [] },
  { name: 'subtotal, tax', flags: [] },
])('a list of $name without a total: $flags', async ({ name, flags }) => {
  const [amount, tax] = name.split(', ');
  const { row } = await told(asked, {
    'orders.csv': table(`order_id,date,${amount},${tax}`, '1,2026-11-02,120.00,20.00', '2,2026-11-08,60.00,10.00'),
  });
  expect(row().values).toMatchObject({ gross_sales: 180, taxes: 30 });
  expect(row().flags.gross_sales ?? []).toEqual(flags);
});

it('a list of amounts and tax with the total that proves it is exact', async () => {
  const { row } = await told(asked, {
    'orders.csv': table(
      'order_id,date,amount,tax,total',
      '1,2026-11-02,120.00,20.00,120.00',
      '2,2026-11-08,60.00,10.00,60.00',
    ),
  });
  expect(row().values).toMatchObject({ gross_sales: 150, total_sales: 180 });
  expect(row().flags.gross_sales).toBeUndefined();
});

it('a list whose column of sales is named in kpi.yaml is exact', async () => {
  const { row } = await told(asked.replace('orders.csv', ''), {
    'orders.csv': table('order_id,date,amount,tax', '1,2026-11-02,120.00,20.00', '2,2026-11-08,60.00,10.00'),
    'kpi.yaml': 'sources: [{ path: orders.csv, kind: order, columns: { gross_sales: amount } }]\n',
  });
  expect(row().values).toMatchObject({ gross_sales: 180, total_sales: 210 });
  expect(row().flags.gross_sales).toBeUndefined();
});
