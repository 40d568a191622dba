import { meanings } from '../core/meanings.ts';
import { statusOf } from '../core/order-status.ts';
import { amountText } from './amount-of-cell.ts';
import { negative, sumOf } from './json.ts';
import { col, defineSource, difference, first, ifHas } from './source.ts';

/** The states that every shop begins with, by their number. */
const states = meanings({
  pending: ['1', '10', '12', '13'],
  paid: ['2', '3', '4', '5', '9', '11'],
  cancelled: ['6'],
  refunded: ['7'],
  failed: ['8'],
});
const ofValid: Readonly<Record<string, string>> = { '1': 'paid', '0': 'pending' };

const stateNames = ['order_state', 'order_state_name', 'state_name', 'osname', 'order_status', 'status', 'statut'];
const stateNumbers = ['current_state', 'order_state_id', 'id_order_state'];

/** A known word or number of a state; of a shop's own, what `valid` says. */
const stateOf = (word: string, number: string, valid: string): string =>
  statusOf(word) ?? states[number.trim()] ?? ofValid[valid.trim()] ?? (word || number);

const paid = 'total_paid_tax_excl';
const paidWithTax = ['total_paid_tax_incl', 'total_paid', 'order_amount', 'total_paid_real'];

/** The columns of the amounts of an order, each without and with tax. */
const amounts = [
  ['total_products'],
  ['total_discounts_tax_excl'],
  ['total_shipping_tax_excl'],
  [paid],
  ['total_products_wt'],
  ['total_discounts_tax_incl', 'total_discounts'],
  ['total_shipping_tax_incl', 'total_shipping'],
  paidWithTax,
];
type Cells = readonly [string, string, string, string, string, string, string, string];

/** Items, discounts and shipping on one basis: what is left of what was paid stands for items that no column has. */
interface Basis {
  readonly items: string;
  readonly discount: string;
  readonly shipping: string;
}

/**
 * Without tax where all are there without it, or where nothing says how much tax there is; else all with tax, which is then
 * taken out.
 */
function basisOf(...cells: Cells): Basis {
  const [items, discount, shipping, total, itemsWithTax, discountWithTax, shippingWithTax, totalWithTax] = cells;
  const isWhole =
    (items !== '' || total !== '') &&
    (discount !== '' || discountWithTax === '') &&
    (shipping !== '' || shippingWithTax === '');
  const isTaxKnown = total !== '' && totalWithTax !== '';
  return isWhole || (items !== '' && !isTaxKnown)
    ? {
        items: items || itemsOf(total, shipping, discount),
        discount: discount || discountWithTax,
        shipping: shipping || shippingWithTax,
      }
    : {
        items: itemsWithTax || itemsOf(totalWithTax, shippingWithTax, discountWithTax),
        discount: discountWithTax || discount,
        shipping: shippingWithTax || shipping,
      };
}

/** What was paid, without the shipping and before the discount. */
const itemsOf = (total: string, shipping: string, discount: string): string =>
  total === '' || (shipping === '' && discount === '')
    ? total
    : sumOf([amountText(total), negative(amountText(shipping) || '0'), amountText(discount) || '0']);

const ofBasis =
  (name: keyof Basis) =>
  (...cells: string[]): string =>
    basisOf(...(cells as unknown as Cells))[name];

export default defineSource({
  id: 'prestashop-sql',
  title: 'PrestaShop: Advanced Parameters, SQL Manager, or an export module',
  titleFr: "PrestaShop\u00a0: Paramètres avancés, Gestionnaire SQL, ou un module d'export",
  tool: 'PrestaShop',
  doc: 'Columns of the table of orders, or of a module with one row per product: amounts of an order count once. Items, discounts and shipping are read without tax where all three are there, else with tax, which is taken out; without the items they are what was paid less shipping, plus discounts, marked approximate. States are read by name or by their first number; of those of the shop itself by `valid`. The currency is a number: say it.',
  signature: {
    all: [
      'id_order',
      'reference',
      ['date_add', 'date_order'],
      ['total_products', 'total_products_wt', paid, ...paidWithTax],
    ],
  },
  lines: 'copied',
  decimal: '.',
  kind: 'order',
  derive: [
    { name: 'order items', from: amounts, text: ofBasis('items') },
    { name: 'order discount', from: amounts, text: ofBasis('discount') },
    { name: 'order port', from: amounts, text: ofBasis('shipping') },
    { name: 'order state', from: [stateNames, stateNumbers, 'valid'], text: stateOf },
  ],
  fields: {
    order_id: col('id_order'),
    ordered_at: col(['date_add', 'date_order'], 'instant'),
    status: col('order state', 'text', { status: true }),
    currency: col(['iso_code', 'currency_iso', 'currency_iso_code', 'currency', 'devise']),
    customer_key: first(col('email', 'key'), col('id_customer', 'text', { words: { '0': '' } })),
    gross_sales: col('order items', 'money'),
    discounts: col('order discount', 'money'),
    shipping: col('order port', 'money'),
    taxes: difference(col(paidWithTax, 'money'), col(paid, 'money')),
    // Without the tax in it, it would contradict items that are without tax.
    total: ifHas({ column: paid }, col(paidWithTax, 'money')),
    country: col(['country_iso', 'country', 'delivery_country']),
    store: col(['shop_name', 'id_shop']),
    updated_at: col('date_upd', 'instant'),
  },
  line: {
    quantity: col(['product_quantity', 'quantity', 'qty'], 'number'),
    unit_price: col(['unit_price_tax_excl', 'product_price', 'unit_price'], 'money'),
    sku: col(['product_reference', 'sku']),
    product: col(['product_name', 'name']),
  },
  lacks: [
    {
      of: [...stateNames, ...stateNumbers, 'valid'],
      code: 'no_status',
      says: {
        en: 'it does not say which orders were cancelled or paid, so all of them count; add current_state to the query',
        fr: "il n'indique pas quelles commandes ont été annulées ou payées, donc toutes comptent\u00a0; ajoutez current_state à la requête",
      },
    },
  ],
  approxWithout: { gross_sales: ['total_products', 'total_products_wt'] },
});
