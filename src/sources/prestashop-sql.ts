import { statusOf } from '../core/order-status.ts';
import { col, defineSource, difference, first } from './source.ts';

/** The states that every shop begins with, by their number. */
const states: Readonly<Record<string, string>> = {
  '1': 'pending',
  '2': 'paid',
  '3': 'paid',
  '4': 'paid',
  '5': 'paid',
  '6': 'cancelled',
  '7': 'refunded',
  '8': 'failed',
  '9': 'paid',
  '10': 'pending',
  '11': 'paid',
  '12': 'pending',
  '13': 'pending',
};
const ofValid: Readonly<Record<string, string>> = { '1': 'paid', '0': 'pending' };

/** A known word or number of a state; of a shop's own, what `valid` says. */
const stateOf = (word: string, number: string, valid: string): string =>
  statusOf(word) ?? states[number.trim()] ?? ofValid[valid.trim()] ?? (word || number);

/** Without tax where items, discounts and shipping all are; else all with tax, which is then taken out. */
const oneBasis = (own: string, other: string, ...needed: readonly string[]): string =>
  [own, ...needed].every((text) => text !== '') || other === '' ? own : other;

export default defineSource({
  id: 'prestashop-sql',
  title: 'PrestaShop: Advanced Parameters, SQL Manager, or an export module',
  titleFr: "PrestaShop\u00a0: Paramètres avancés, Gestionnaire SQL, ou un module d'export",
  tool: 'PrestaShop',
  doc: 'Columns of the table of orders, or of a module with one row per product: amounts of an order count once. Items, discounts and shipping are read without tax where all three are there, else with tax, which is taken out. States are read by name or by their first number; of those of the shop itself by `valid`. The currency is a number: say it.',
  form: 'csv',
  signature: { all: ['id_order', 'reference', ['date_add', 'date_order']] },
  layout: 'table',
  lines: 'copied',
  decimal: '.',
  kind: 'order',
  derive: [
    {
      name: 'order items',
      from: ['total_products', 'total_products_wt', 'total_discounts_tax_excl', 'total_shipping_tax_excl'],
      text: (own, other, ...needed) => oneBasis(own, other, ...needed),
    },
    {
      name: 'order discount',
      from: [
        'total_discounts_tax_excl',
        ['total_discounts_tax_incl', 'total_discounts'],
        'total_products',
        'total_shipping_tax_excl',
      ],
      text: (own, other, ...needed) => oneBasis(own, other, ...needed),
    },
    {
      name: 'order port',
      from: [
        'total_shipping_tax_excl',
        ['total_shipping_tax_incl', 'total_shipping'],
        'total_products',
        'total_discounts_tax_excl',
      ],
      text: (own, other, ...needed) => oneBasis(own, other, ...needed),
    },
    {
      name: 'order state',
      from: [
        ['order_state', 'order_state_name', 'state_name', 'osname', 'order_status', 'status', 'statut'],
        ['current_state', 'order_state_id', 'id_order_state'],
        'valid',
      ],
      text: stateOf,
    },
  ],
  fields: {
    order_id: col('id_order'),
    ordered_at: col(['date_add', 'date_order'], 'instant'),
    status: col('order state', 'text', { status: true }),
    currency: col(['iso_code', 'currency_iso', 'currency_iso_code', 'currency', 'devise']),
    customer_key: first(col('email', 'key'), col('id_customer', 'text', { words: { '0': '' } })),
    gross_sales: first(
      col('order items', 'money'),
      col(['total_paid_tax_incl', 'total_paid', 'order_amount', 'total_paid_real'], 'money'),
    ),
    discounts: col('order discount', 'money'),
    shipping: col('order port', 'money'),
    taxes: difference(col('total_paid_tax_incl', 'money'), col('total_paid_tax_excl', 'money')),
    total: col(['total_paid_tax_incl', 'total_paid', 'order_amount'], 'money'),
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
  approxWithout: { gross_sales: ['total_products', 'total_products_wt'] },
});
