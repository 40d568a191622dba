import { namesIn } from '../core/names-in.ts';
import { sumOf } from './json.ts';
import { col, defineSource, difference, first, minus } from './source.ts';

/** Names are the shop's own: the likely ones of the paths that are added to the profile. */
const state = namesIn`
  state | status | order_state | order_status | order_state_name | order_state_technical_name
  stateMachineState.technicalName | state_machine_state | stateMachineState | technical_name
`;
const payment = ['transaction_state', 'transactions_state', 'payment_state', 'payment_status', 'transaction_status'];
const positions = ['position_price', 'positionPrice', 'amount_positions', 'price_position_price'];
const shipping = col(['shipping_total', 'shippingTotal', 'shipping_costs', 'shipping_costs_total'], 'money');
const total = col(['amount_total', 'amountTotal'], 'money');
const taxes = difference(total, col(['amount_net', 'amountNet'], 'money'));

/** `2x Tee|1x Cap` are three pieces. */
const piecesIn = (text: string): string => {
  const pieces = [...text.matchAll(/(?:^|\|)\s*(\d+)\s*x\s/g)].map(([, one]) => one ?? '0');
  return pieces.length === 0 ? '' : sumOf(pieces);
};

export default defineSource({
  id: 'shopware-orders',
  title: 'Shopware 6: Settings, Import/Export, profile Default orders',
  titleFr: 'Shopware 6\u00a0: Paramètres, Import/Export, profil Commandes par défaut',
  tool: 'Shopware',
  doc: 'The default profile has a total with tax and shipping, without currency, and its status is a key that means nothing: sales are approximate and cancelled orders count, with a warning. A copy of the profile with `stateMachineState.technicalName`, `currency.isoCode`, `amountNet`, `shippingTotal` and `positionPrice` gives all of these.',
  signature: { all: ['order_number', 'order_date_time', 'amount_total'] },
  decimal: '.',
  kind: 'order',
  derive: [{ name: 'order pieces', from: ['line_items'], text: piecesIn }],
  fields: {
    order_id: col('order_number'),
    ordered_at: col('order_date_time', 'instant', { zone: 'UTC' }),
    status: first(
      col(state, 'text', { status: true, words: { cancelled: 'cancelled', open: '', in_progress: '', completed: '' } }),
      col(payment, 'text', {
        status: true,
        words: {
          open: 'pending',
          in_progress: 'pending',
          reminded: 'pending',
          unconfirmed: 'pending',
          paid_partially: 'paid',
          refunded_partially: 'paid',
          chargeback: 'refunded',
        },
      }),
      col(state, 'text', { status: true, words: { open: 'paid' } }),
    ),
    currency: col(['currency', 'currency_iso_code', 'currency.isoCode', 'iso_code', 'currency_code']),
    customer_key: col('customer_email', 'key'),
    gross_sales: first(col(positions, 'money'), minus(total, shipping, taxes)),
    shipping,
    taxes,
    total,
    country: col(['billing_country_iso', 'shipping_country_iso', 'country_iso', 'country']),
    store: col(['sales_channel_name', 'sales_channel', 'sales_channel_id']),
  },
  line: { quantity: col('order pieces', 'number') },
  approxWithout: { gross_sales: positions },
  lacks: [
    {
      of: [...state, ...payment],
      code: 'no_status',
      says: {
        en: 'it does not say which orders were cancelled or paid, so all of them count; add stateMachineState.technicalName to the export profile',
        fr: "il n'indique pas quelles commandes ont été annulées ou payées, donc toutes comptent\u00a0; ajoutez stateMachineState.technicalName au profil d'export",
      },
    },
  ],
});
