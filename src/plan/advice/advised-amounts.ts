import type { Columns } from '../head/column-cells.ts';
import { plainName } from '../head/plain-name.ts';
import { netAndGross } from '../recognise/proof.ts';
import type { ColumnChooser } from './column-chooser.ts';

/** The amount of an order, or the quantity and price of its lines. */
export function takeAmounts(chooser: ColumnChooser, missing: string[]): void {
  const { cells, at } = chooser;
  const id = at.order_id === undefined ? null : cells.of(at.order_id);
  // Order numbers that repeat: each row is an item.
  const isByLine = id !== null && id.different < id.filled;
  const hasLine = ['quantity', 'unit_price'].every((field) =>
    chooser.take(field, field === 'quantity' ? 'number' : 'money'),
  );
  if (hasLine && id !== null) {
    for (const field of ['unit_cost', 'sku', 'product']) chooser.take(field, field === 'unit_cost' ? 'money' : 'text');
    if (isByLine) return;
  }
  const isTaken = takeNetAndGross(chooser);
  let hasAmount = ['gross_sales', 'total'].filter((field) => isTaken || chooser.take(field, 'money'));
  // A total without tax may hold the shipping, too: what is left of the total without shipping and tax does not.
  if (hasAmount.length === 2 && isTotal(chooser.columns.gross_sales!) && chooser.take('taxes', 'money')) {
    chooser.drop('gross_sales');
    hasAmount = ['total'];
  }
  if (hasAmount.some((field) => isByLine && !isOfOrder(at.order_id!, at[field]!, chooser.cells))) {
    // Amounts of items under one number: only a price of each would show which is the order's.
    missing.push('unit_price');
    return;
  }
  if (hasAmount.length > 0) {
    // The amount of the order counts, not the sum of its lines.
    for (const field of ['quantity', 'unit_price', 'unit_cost', 'sku', 'product']) chooser.drop(field);
    return;
  }
  if (hasLine && id !== null) return;
  chooser.drop('unit_price');
  const [price, other] = chooser.like(/\b(price|prix|preis|precio)\b/, 'money');
  const counts = chooser.like(
    /\b(quantity|qty|quantite|menge|anzahl|cantidad|items|units|pieces|articles)\b/,
    'number',
  );
  const quantity = at.quantity ?? counts[0];
  chooser.drop('quantity');
  const isWhole = quantity === undefined || (price !== undefined && growsWith(price, quantity, cells));
  if (price !== undefined && other === undefined && isWhole && !isByLine) chooser.give('gross_sales', price);
  else missing.push('gross_sales');
}

const isTotal = (name: string): boolean => /\b(total\w*|gesamt\w*|summe|totaal)\b/.test(plainName(name));

/** Of a net amount beside a gross one the net one is the sales: these are without tax. */
function takeNetAndGross(chooser: ColumnChooser): boolean {
  const { header, cells } = chooser;
  const both = netAndGross(header);
  if (both === null) return false;
  const [net, gross] = [header.find(both.net), header.find(both.gross)];
  if (net === undefined || gross === undefined || ![net, gross].every((at) => cells.holds(at, 'money'))) return false;
  chooser.give('gross_sales', net);
  chooser.give('total', gross);
  return true;
}

/** Whether the rows of one order all have the same amount: it is the order's then, not that of an item. */
function isOfOrder(id: number, amount: number, { rows }: Columns): boolean {
  const known = new Map<string, string>();
  for (const row of rows([id, amount])) {
    const [key, value] = [row[id] ?? '', row[amount] ?? ''];
    if ((known.get(key) ?? value) !== value) return false;
    known.set(key, value);
  }
  return true;
}

/** Whether a price is that of all pieces: it grows with their number, and divides by it to the cent. */
function growsWith(price: number, quantity: number, cells: Columns): boolean {
  const [prices, quantities] = [cells.of(price).values, cells.of(quantity).values];
  const [one, more]: [number[], number[]] = [[], []];
  for (const [row, amount] of prices.entries()) {
    const pieces = (quantities[row] ?? 0) / 1_000_000;
    if (!(amount > 0) || !(pieces >= 1)) continue;
    if (pieces > 1 && (amount / pieces) % 10_000 !== 0) return false;
    (pieces > 1 ? more : one).push(amount);
  }
  const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
  return more.length === 0 || (one.length > 0 && middle(more) >= 1.5 * middle(one));
}
