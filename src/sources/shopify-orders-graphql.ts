import { cell, type Json, object, objects, sumOf } from './json.ts';
import {
  asCells,
  columns,
  columnsOfLine,
  lineFields,
  orderFields,
  type RefundRows,
  type Row,
  type Rows,
  rowsOf,
  skip,
  utmOf,
} from './shopify-order-rows.ts';
import { defineSource } from './source.ts';

/** The objects of a list or a connection: `[…]`, `{ nodes: […] }` or `{ edges: [{ node }] }`. */
const connection = (value: unknown): Json[] =>
  objects(value) ??
  objects(object(value).nodes) ??
  (objects(object(value).edges) ?? []).map(({ node }) => object(node));

/** An amount in the currency of the shop, of the first of these keys that is there. */
const amount = (record: Json, ...names: readonly string[]): string => {
  for (const name of names) {
    const set = object(record[`${name}Set`]);
    const found = cell(object(set.shopMoney).amount) || cell(record[name]);
    if (found !== '') return found;
  }
  return '';
};

const currencyOf = (order: Json): string => {
  const sets = Object.entries(order).filter(([name]) => name.endsWith('Set'));
  const codes = sets.map(([, set]) => cell(object(object(set).shopMoney).currencyCode));
  return cell(order.currencyCode) || (codes.find((code) => code !== '') ?? '');
};

/** `gid://shopify/Order/123` is 123. */
const number = (gid: string): string => gid.split('/').at(-1)?.split('?')[0] ?? '';

const orderRow = (order: Json): Row => {
  const customer = object(order.customer);
  const [shipping, billing] = [object(order.shippingAddress), object(order.billingAddress)];
  const summary = object(order.customerJourneySummary);
  const visit = object(summary.lastVisit ?? summary.firstVisit);
  const utm = object(visit.utmParameters);
  const channel = object(order.channelInformation);
  return {
    is: 'order',
    name: cell(order.name) || cell(order.legacyResourceId) || number(cell(order.id)),
    created_at: cell(order.createdAt) || cell(order.processedAt),
    updated_at: cell(order.updatedAt),
    cancelled_at: cell(order.cancelledAt),
    test: cell(order.test),
    status: cell(order.displayFinancialStatus),
    currency: currencyOf(order),
    email: cell(order.email) || cell(customer.email) || cell(object(customer.defaultEmailAddress).emailAddress),
    customer_id: number(cell(customer.id)),
    phone: cell(order.phone) || cell(billing.phone) || cell(customer.phone),
    country:
      cell(shipping.countryCodeV2) ||
      cell(shipping.countryCode) ||
      cell(billing.countryCodeV2) ||
      cell(billing.countryCode),
    source_name: cell(order.sourceName) || cell(object(channel.channelDefinition).channelName),
    ...utmOf(cell(visit.landingPage) || cell(order.landingPageUrl)),
    ...(Object.keys(utm).length === 0
      ? {}
      : { utm_source: cell(utm.source), utm_medium: cell(utm.medium), utm_campaign: cell(utm.campaign) }),
    subtotal: amount(order, 'subtotalPrice'),
    discounts: amount(order, 'totalDiscounts'),
    shipping: amount(order, 'totalShippingPrice'),
    taxes: amount(order, 'totalTax'),
    duties: amount(order, 'originalTotalDuties'),
    total: amount(order, 'totalPrice'),
    refunded: amount(order, 'totalRefunded'),
  };
};

const lineRow = (line: Json): Row => {
  const allocations = objects(line.discountAllocations) ?? [];
  const shares = allocations.map((share) => amount(share, 'allocatedAmount') || '0');
  return {
    'line.quantity': cell(line.quantity),
    'line.unit_price': amount(line, 'originalUnitPrice', 'discountedUnitPrice'),
    'line.sku': cell(line.sku) || cell(object(line.variant).sku),
    'line.product': cell(line.name) || cell(line.title),
    'line.discount': shares.length > 0 ? sumOf(shares) : amount(line, 'totalDiscount'),
    'line.gift_card': cell(line.isGiftCard),
  };
};

const refundRows = (refund: Json): RefundRows[] => {
  const sum = amount(refund, 'totalRefunded');
  if (!(Number(sum) > 0)) return [];
  const lines = connection(refund.refundLineItems);
  const row = { created_at: cell(refund.createdAt) || cell(refund.updatedAt), refunded: sum };
  return [
    {
      refund: row,
      lines: lines.map((one) => ({ ...lineRow(object(one.lineItem)), 'line.quantity': cell(one.quantity) })),
    },
  ];
};

/** What a bulk operation writes on lines of their own: the lines of an order, and much that is none. */
const child = (record: Json, parent: string, names: Map<string, string> | undefined): Row => {
  const id = cell(record.id);
  const isLine = id.includes('/LineItem/') || (id === '' && record.quantity !== undefined);
  const isOfOrder = parent.includes('/Order/');
  return isLine && isOfOrder
    ? { is: 'line', name: names?.get(parent) ?? number(parent), ...lineRow(record) }
    : { is: 'other', name: number(parent) };
};

const rows: Rows = (record, names) => {
  const order = record.node === undefined ? record : object(record.node);
  const parent = cell(order.__parentId);
  if (parent !== '') return [asCells(child(order, parent, names))];
  const id = cell(order.id);
  const row = orderRow(order);
  if (id !== '' && id.includes('://') && !id.includes('/Order/')) return [asCells({ ...row, is: 'other' })];
  if (row.name !== number(id)) names?.set(id, row.name ?? '');
  const refunds = connection(order.refunds).flatMap(refundRows);
  return rowsOf({ order: row, lines: connection(order.lineItems).map(lineRow), refunds });
};

const either = (...names: readonly string[]): string[] => names.flatMap((name) => [name, `node.${name}`]);

/** A bulk operation writes lines as records of their own, which have a quantity. */
const only = {
  [[...either('lineItems'), 'quantity'].join(' ')]: columnsOfLine,
  [either('refunds', 'totalRefundedSet', 'totalRefunded').join(' ')]: ['refunded'],
  [either('totalTaxSet', 'totalTax').join(' ')]: ['taxes'],
  [either('totalPriceSet', 'totalPrice').join(' ')]: ['total'],
  [either('displayFinancialStatus').join(' ')]: ['status'],
};

const amounts = ['totalPriceSet', 'currentTotalPriceSet', 'subtotalPriceSet'];

export default defineSource({
  id: 'shopify-orders-graphql',
  title: 'Shopify: orders of the Admin GraphQL API, JSON or bulk JSONL',
  titleFr: "Shopify\u00a0: commandes de l'API GraphQL d'administration, JSON ou JSONL en masse",
  tool: 'Shopify',
  doc: 'A saved response, or the file of a bulk operation, whose lines belong to the order that their `__parentId` names. It has what the query asked for: without `subtotalPriceSet` sales are the total less shipping and tax. Amounts are in the currency of the shop. Test orders are left out.',
  signature: {
    all: [either('createdAt', 'processedAt'), either(...amounts), either('id', 'name')],
    none: either('abandonedCheckoutUrl', 'invoiceUrl', 'line_items'),
  },
  lines: 'continue',
  discountOnShipping: true,
  decimal: '.',
  kind: 'order',
  fields: orderFields,
  line: lineFields,
  approxWithout: { gross_sales: ['subtotal'] },
  lacks: [
    {
      of: ['status'],
      code: 'no_status',
      says: {
        en: 'it does not say which orders were paid, so all of them count; add displayFinancialStatus and cancelledAt to the query',
        fr: "il n'indique pas quelles commandes ont été payées, donc toutes comptent\u00a0; ajoutez displayFinancialStatus et cancelledAt à la requête",
      },
    },
  ],
  skip,
  json: { columns, rows, only },
});
