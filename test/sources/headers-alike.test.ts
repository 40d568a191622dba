import { describe, expect, it } from 'vitest';
import { kpi, table } from '../cases/kit.ts';

/*
 * Exports of different tools have columns in common. Which one a file is of is decided by its columns, never by its name, and a
 * file of which nothing proves what it is, is refused.
 */

const file = (header: string, ...rows: string[]) => table(header, ...rows);
const shopify =
  'Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price';
const at = '2026-11-02 10:00:00 +0100';

const formatOf = async (content: string): Promise<string> => {
  const { code, out, err } = await kpi('inspect f.csv --format json', { 'f.csv': content });
  return code === 0
    ? (JSON.parse(out) as { readonly files: readonly { readonly format: string }[] }).files[0]!.format
    : err;
};

describe('one header, two tools', () => {
  it.each<[string, string, string]>([
    [
      'shopify-orders',
      'has a financial status in some row',
      file(
        shopify,
        `#2,a@example.com,,,EUR,5,0,0,5,${at},1,Pen,5`,
        `#1,a@example.com,paid,${at},EUR,5,0,0,5,${at},1,Pen,5`,
      ),
    ],
    [
      'shopify-abandoned-checkouts',
      'has none in any row',
      file(shopify, `#2,a@example.com,,,EUR,5,0,0,5,${at},1,Pen,5`, `#1,a@example.com,,,EUR,5,0,0,5,${at},1,Pen,5`),
    ],
    [
      'shopify-orders',
      'names payments, though no row has a status',
      file(`${shopify},Payment ID`, `#1,a@example.com,,,EUR,5,0,0,5,${at},1,Pen,5,p1`),
    ],
    [
      'squarespace-orders',
      'has `Order ID` instead of `Name`',
      file(
        'Order ID,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Amount Refunded,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem variant',
        `00001,a@example.com,PAID,EUR,5,0,0,0,5,${at},1,Pen,5,M`,
      ),
    ],
    [
      'shopify-orders',
      'has `Name` beside an `Order ID` that somebody added',
      file(
        `${shopify},Order ID,Amount Refunded,Lineitem variant`,
        `#1,a@example.com,paid,${at},EUR,5,0,0,5,${at},1,Pen,5,1,0,M`,
      ),
    ],
    [
      'shopware-orders',
      'has `order_number` and `amount_total`',
      file('order_number;order_date_time;amount_total', '1;2026-11-02T09:00:00.000+00:00;5'),
    ],
    [
      'woocommerce-webtoffee',
      'has `order_number` and `order_currency`',
      file(
        'order_id,order_number,order_date,status,order_total,order_currency,wt_import_key,line_item_1',
        '1,1,2026-11-02 09:00:00,completed,5,EUR,1,name:Pen|quantity:1',
      ),
    ],
    [
      'woocommerce-skyverge',
      'has `order_number_formatted`',
      file(
        'order_id,order_number_formatted,order_number,date,status,cart_discount,order_total,order_currency,order_item_1',
        '1,#1,1,2026-11-02 09:00:00,completed,0,5,EUR,Pen x 1',
      ),
    ],
    [
      'prestashop-sql',
      'has `id_order`',
      file('id_order;reference;total_paid;date_add;valid', '1;AAABBBCCC;5.000000;2026-11-02 09:00:00;1'),
    ],
    [
      'odoo-orders',
      'sells to customers',
      file(
        'Order Reference,Order Date,Customer,Untaxed Amount,Total,Status',
        'S1,2026-11-02 09:00:00,Ana,5,6,Sales Order',
      ),
    ],
  ])('%s: it %s', async (format, _, content) => {
    expect(await formatOf(content)).toBe(format);
  });
});

describe('what is no export of orders', () => {
  it.each<[string, string, RegExp]>([
    [
      'purchases',
      file(
        'Order Reference,Vendor,Order Deadline,Order Date,Untaxed Amount,Total,Status,Order Lines/Product',
        'P1,Mill,2026-11-02,2026-11-02 09:00:00,5,6,Purchase Order,Wool',
      ),
      /purchases, not sales/,
    ],
    [
      'French purchases',
      file(
        'Référence de commande,Fournisseur,Date de la commande,Montant hors taxes,Total,Statut',
        'P1,Moulin,2026-11-02 09:00:00,5,6,Bon de commande',
      ),
      /purchases, not sales/,
    ],
    [
      'purchases under technical names',
      file(
        'name,partner_id,date_order,date_planned,amount_untaxed,amount_total,state,order_line/product_qty',
        'P1,Mill,2026-11-02 09:00:00,2026-11-02,5,6,purchase,1',
      ),
      /purchases, not sales/,
    ],
    [
      'customers of Shopify',
      file(
        'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Phone,Total Spent,Total Orders,Note,Tax Exempt,Tags',
        "'1,Ana,Doe,a@example.com,no,,,12.00,1,,no,",
      ),
      /lists people, not sales/,
    ],
  ])('%s', async (_, content, says) => {
    const { code, err } = await kpi('report f.csv --currency EUR', { 'f.csv': content });
    expect(code).not.toBe(0);
    expect(err).toMatch(says);
  });
});
