import { cell, type Json, negative, object, objects, sumOf } from './json.ts';
import {
  columns,
  columnsOfLine,
  lineFields,
  orderFields,
  type RefundRows,
  type Row,
  rowsOf,
  skip,
  utmOf,
} from './shopify-order-rows.ts';
import { defineSource } from './source.ts';

/** An amount in the currency of the shop; what the customer saw may be another. */
const shopMoney = (set: unknown): string => cell(object(object(set).shop_money).amount);

/** The sum of an amount of all objects of a list; empty if there is no list. */
const total = (list: unknown, amount: (item: Json) => string): string => {
  const items = objects(list);
  return items === null ? '' : sumOf(items.map((item) => amount(item) || '0'));
};

const orderRow = (order: Json): Row => {
  const customer = object(order.customer);
  const [shipping, billing] = [object(order.shipping_address), object(order.billing_address)];
  const discounts = cell(order.total_discounts);
  const items = cell(order.total_line_items_price);
  return {
    is: 'order',
    name: cell(order.name) || cell(order.order_number) || cell(order.id),
    created_at: cell(order.created_at) || cell(order.processed_at),
    updated_at: cell(order.updated_at),
    cancelled_at: cell(order.cancelled_at),
    test: cell(order.test),
    status: cell(order.financial_status),
    currency: cell(order.currency),
    email: cell(order.email) || cell(order.contact_email) || cell(customer.email),
    customer_id: cell(customer.id),
    phone: cell(order.phone) || cell(billing.phone) || cell(customer.phone),
    country: cell(shipping.country_code) || cell(billing.country_code),
    source_name: cell(order.source_name),
    ...utmOf(cell(order.landing_site)),
    subtotal: cell(order.subtotal_price) || (items === '' ? '' : sumOf([items, negative(discounts || '0')])),
    discounts,
    shipping: shopMoney(order.total_shipping_price_set) || total(order.shipping_lines, (line) => cell(line.price)),
    taxes: cell(order.total_tax),
    duties: shopMoney(order.original_total_duties_set),
    total: cell(order.total_price),
  };
};

/** Of a line, its own discount and its share of those on the whole order. */
const discountOf = (line: Json): string =>
  (objects(line.discount_allocations) ?? []).length > 0
    ? total(line.discount_allocations, (share) => cell(share.amount))
    : cell(line.total_discount);

const lineRow = (line: Json): Row => ({
  'line.quantity': cell(line.quantity),
  'line.unit_price': cell(line.price),
  'line.sku': cell(line.sku),
  'line.product': cell(line.name) || cell(line.title),
  'line.discount': discountOf(line),
  'line.gift_card': cell(line.gift_card),
});

const cents = (amount: string): number => Math.round(Number(amount) * 100);

/** What was given back: payments that succeeded. A refund that only restocks has none. */
const paidBack = (refund: Json, order: Json): string | null => {
  const payments = objects(refund.transactions);
  if (payments === null) return null;
  const back = payments.filter(
    ({ kind, status }) => (kind ?? 'refund') === 'refund' && (status ?? 'success') === 'success',
  );
  const sum = sumOf(back.map(({ amount }) => cell(amount) || '0'));
  const shop = cell(order.currency);
  const isForeign = back.some(({ currency }) => shop !== '' && (cell(currency) || shop) !== shop);
  return isForeign ? inShopMoney(sum, refund, order) : sum;
};

/**
 * Payments are in the currency that the customer paid in: what they are in that of the shop follows from the two totals of the order,
 * to the cent from the parts of the refund. Null if the order does not state both.
 */
const inShopMoney = (paid: string, refund: Json, order: Json): string | null => {
  const seen = Number(object(object(order.total_price_set).presentment_money).amount);
  const own = Number(order.total_price);
  if (!(seen > 0 && own > 0)) return null;
  const converted = ((Number(paid) * own) / seen).toFixed(2);
  const { inside, onTop } = partsOf(refund);
  return [inside, onTop].find((parts) => Math.abs(cents(parts) - cents(converted)) <= 2) ?? converted;
};

/** The parts of a refund: its lines and shipping, each with tax; what they come to, where tax is inside the prices or on top. */
const partsOf = (refund: Json) => {
  const returned = objects(refund.refund_line_items) ?? [];
  const others = (objects(refund.order_adjustments) ?? []).filter(({ kind }) => kind === 'shipping_refund');
  const [price, tax] = ['subtotal', 'total_tax'].map((name) => sumOf(returned.map((one) => cell(one[name]) || '0')));
  const [shipping, shippingTax] = ['amount', 'tax_amount'].map((name) =>
    negative(sumOf(others.map((one) => cell(one[name]) || '0'))),
  );
  const taxes = sumOf([tax!, shippingTax!]);
  const [inside, onTop] = [sumOf([price!, shipping!]), sumOf([price!, shipping!, taxes])];
  return { returned, price: price!, tax: tax!, shipping: shipping!, shippingTax: shippingTax!, taxes, inside, onTop };
};

/**
 * A refund as a row: in its parts where they come to what was paid back, or to `removed`, else as one sum, which the order
 * divides.
 */
const refundRows = (refund: Json, order: Json, taxIncluded: boolean, removed: string | null): RefundRows[] => {
  const { returned, price, tax, shipping, shippingTax, taxes, inside, onTop } = partsOf(refund);
  const sum = removed ?? paidBack(refund, order) ?? (taxIncluded ? inside : onTop);
  const row = { created_at: cell(refund.created_at) || cell(refund.processed_at) };
  if (!(cents(sum) > 0)) return [];
  const pieces = returned.map((one) => ({ ...lineRow(object(one.line_item)), 'line.quantity': cell(one.quantity) }));
  const [isInside, isOnTop] = [inside, onTop].map((parts) => cents(parts) === cents(sum));
  if (!isInside && !isOnTop) return [{ refund: { ...row, refunded: sum }, lines: pieces }];
  // Where tax is 0, both are the same.
  const net = isOnTop ? [price, shipping] : [sumOf([price, negative(tax)]), sumOf([shipping, negative(shippingTax)])];
  const [items, port] = net.map(negative);
  const parts = { subtotal: items!, shipping: port!, taxes: negative(taxes), total: negative(sum) };
  return [{ refund: { ...row, ...parts }, lines: pieces }];
};

/**
 * What each refund without a payment took out of its order: a line that was removed from an unpaid order is one, and the current
 * total is lower by it. One that only restocks leaves the total as it is.
 */
const removals = (order: Json, refunds: readonly Json[], taxIncluded: boolean): (string | null)[] => {
  const [total, current] = [cell(order.total_price), cell(order.current_total_price)];
  if (total === '' || current === '') return refunds.map(() => null);
  const sums = refunds.map((refund) => {
    const { inside, onTop } = partsOf(refund);
    const parts = taxIncluded ? inside : onTop;
    return { parts, paid: paidBack(refund, order) ?? parts };
  });
  let open = cents(sumOf([total, negative(current), ...sums.map(({ paid }) => negative(paid))]));
  return sums.map(({ parts, paid }) => {
    if (cents(paid) !== 0 || !(cents(parts) > 0) || cents(parts) > open + 1) return null;
    open -= cents(parts);
    return parts;
  });
};

const rows = (order: Json): string[][] => {
  const refunds = objects(order.refunds) ?? [];
  const taxIncluded = order.taxes_included === true;
  const removed = removals(order, refunds, taxIncluded);
  return rowsOf({
    order: orderRow(order),
    lines: (objects(order.line_items) ?? []).map(lineRow),
    refunds: refunds.flatMap((refund, at) => refundRows(refund, order, taxIncluded, removed[at]!)),
  });
};

export default defineSource({
  id: 'shopify-orders-rest',
  title: 'Shopify: orders of the Admin REST API, JSON',
  titleFr: "Shopify\u00a0: commandes de l'API REST d'administration, JSON",
  tool: 'Shopify',
  doc: 'Amounts are in the currency of the shop. Each refund is booked on its own day, in its parts where the response has them; so is a line that was removed from an order before it was paid. Test orders are left out; a cancel date outranks the status. The source, medium and campaign are those of `landing_site`.',
  signature: {
    all: ['financial_status', ['line_items', 'total_line_items_price'], ['created_at', 'processed_at'], 'total_price'],
  },
  lines: 'continue',
  discountOnShipping: true,
  decimal: '.',
  kind: 'order',
  fields: orderFields,
  line: lineFields,
  approxWithout: { gross_sales: ['subtotal'] },
  skip,
  json: { columns, rows, only: { line_items: columnsOfLine, refunds: ['refunded'], total_tax: ['taxes'] } },
});
