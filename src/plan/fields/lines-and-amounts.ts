import { ofMicro, toDecimal } from '../../core/fraction.ts';
import { counted, decimal, nouns, quoted, type Text } from '../../core/text.ts';
import { DecimalEvidence } from '../../fields/convention.ts';
import { col, type Source } from '../../sources/source.ts';
import { readNumber, readText, type Zones } from '../compile.ts';
import type { NamedFile } from '../conventions/currency-signs.ts';
import { shownName } from '../head/shown-columns.ts';
import type { PlanNote, Resolved, ResolvedFields } from '../plan.ts';
import { fieldNames, lineOrderSource } from '../recognise/generic.ts';
import { namedFields } from '../recognise/given.ts';
import type { SourceEntry } from '../recognise/recognise.ts';
import { type Around, positionsOf, resolve } from '../resolve-fields.ts';
import { yamlText } from '../yaml-text.ts';

type Column = Extract<Resolved, { op: 'column' }>;

const one = 1_000_000;
const cent = 10_000;

/** Amounts of the order that reduce its lines, or add to them. */
const others = { discounts: -1, shipping: 1, taxes: 1 } as const;

/** A column over the rows of an order: each may hold its part, or all the same amount. */
class OfOrder {
  sum = 0;
  first: number | null = null;
  #same = true;

  add(value: number): void {
    if (!Number.isFinite(value)) return;
    this.sum += value;
    this.first ??= value;
    this.#same &&= value === this.first;
  }

  /** Its possible value: the sum of its cells, or the value of each. */
  get readings(): number[] {
    return this.#same && this.first !== null ? [this.first, this.sum] : [this.sum];
  }
}

class Order {
  rows = 0;
  lines = 0;
  /** The prices, as if each were that of all pieces of its line. */
  prices = 0;
  readonly amount = new OfOrder();
  readonly others = Object.values(others).map((sign) => ({ sign, value: new OfOrder() }));

  /**
   * Whether the amount is that of the lines, each cell rounded for itself, or with `withOthers` the remainder: after
   * discount, shipping or tax.
   */
  agrees(withOthers: boolean): boolean {
    return this.#isAmount(this.lines, withOthers);
  }

  /**
   * Whether a total cannot be that of the lines, though it may contain shipping and tax or lack a discount that no
   * column holds: it is that of the prices without their quantities, or at most half of the lines.
   */
  get contradicts(): boolean {
    if (this.#isAmount(this.lines, true)) return false;
    return this.#isAmount(this.prices, true) || this.amount.readings.every((amount) => 2 * amount <= this.lines + cent);
  }

  #isAmount(ofLines: number, withOthers: boolean): boolean {
    let sums = [ofLines];
    for (const { sign, value } of withOthers ? this.others : [])
      sums = [...sums, ...sums.flatMap((sum) => value.readings.map((reading) => sum + sign * reading))];
    return this.amount.readings.some((amount) => sums.some((sum) => Math.abs(sum - amount) <= cent * this.rows));
  }
}

/** Names of what a line comes to, beside those of the amounts of orders. */
const lineTotals = ['line_total', 'line total', 'row_total', 'row total', 'line_amount', 'line amount', 'total_ligne'];

/** A table whose rows may state the amount of their order twice. */
export interface LinedTable {
  readonly file: NamedFile;
  readonly source: Source;
  readonly around: Around;
  readonly fields: ResolvedFields;
  readonly line: ResolvedFields;
  readonly entry: SourceEntry;
  readonly zones: Zones;
}

/**
 * The column that holds an amount of the order, and those of its lines; null if the table does not have both, or the
 * configuration says which counts.
 */
function columnsOf({ source, around, fields, line, entry }: LinedTable): {
  readonly amount: Column;
  /** Whether it may contain shipping and tax. */
  readonly isTotal: boolean;
  readonly id: Resolved;
  readonly quantity: Resolved;
  readonly price: Resolved;
} | null {
  if (source.tool !== 'generic' || source.kind !== 'order') return null;
  if (entry.format !== undefined || namedFields(entry).includes('gross_sales')) return null;
  const named = (names: string[], type: 'money' | 'number') => resolve(col(names, type), around);
  const find = (field: string, type: 'money' | 'number') => named(fieldNames('order', field), type);
  const isByLine = source.lines === 'repeat';
  const own = isByLine ? find('gross_sales', 'money') : fields.gross_sales;
  const amount = own ?? (isByLine ? named([...lineTotals, ...fieldNames('order', 'total')], 'money') : null);
  const { order_id: id } = fields;
  const { quantity = find('quantity', 'number'), unit_price: price = find('unit_price', 'money') } = line;
  if (amount?.op !== 'column' || id === undefined || quantity === null || price === null) return null;
  return [quantity, price, id].flatMap(positionsOf).includes(amount.index)
    ? null
    : { amount, isTotal: own === null, id, quantity, price };
}

/** A column with the decimal mark that its cells prove, else that of another column. */
function marked(from: Column, { rows }: Around, other: Resolved): Column {
  const evidence = new DecimalEvidence();
  for (const row of rows([from.index])) evidence.add(row[from.index] ?? '');
  return {
    ...from,
    decimal: evidence.proven ?? from.decimal ?? (other.op === 'column' ? other.decimal : undefined) ?? '.',
  };
}

/**
 * Rows of orders may have an amount of the order beside quantity and price. One of the two counts; if they differ, a
 * note states both sums and the configuration lines that make either count.
 */
export function amountsBesideLines(table: LinedTable): PlanNote[] {
  const { file, source, around, entry, zones } = table;
  const found = columnsOf(table);
  if (found === null) return [];
  const isByLine = source.lines === 'repeat';
  const price = found.price.op === 'column' ? marked(found.price, around, found.amount) : found.price;
  const amount = marked(found.amount, around, price);
  const beside = Object.keys(others).map((field) => resolve(col(fieldNames('order', field), 'money'), around));
  const reads = [amount, ...beside].map((from) =>
    from?.op === 'column' ? readNumber({ ...from, decimal: amount.decimal ?? '.' }, zones) : () => Number.NaN,
  );
  const { id, quantity } = found;
  const [pieces, each, keyOf] = [readNumber(quantity, zones), readNumber(price, zones), readText(id)];
  const orders = new Map<string, Order>();
  let isFull = true;
  const positions = [quantity, price, amount, id, ...beside.flatMap((from) => from ?? [])].flatMap(positionsOf);
  for (const row of around.rows(positions)) {
    const [key, line] = [keyOf(row), (pieces(row) * each(row)) / one];
    // A line below 0 is a refund.
    if (key === null || !(line >= 0)) continue;
    const order = orders.get(key) ?? new Order();
    orders.set(key, order);
    order.rows += 1;
    order.lines += Math.round(line);
    order.prices += Math.round(each(row));
    const [sum = Number.NaN, ...rest] = reads.map((read) => read(row));
    isFull &&= Number.isFinite(sum);
    order.amount.add(sum);
    for (const [at, { value }] of order.others.entries()) value.add(rest[at] ?? Number.NaN);
  }
  const all = [...orders.values()].filter(({ amount: { first } }) => first !== null);
  // By line, what reduces the lines or adds to them is not part of gross sales; an amount that includes it is not quite
  // gross sales.
  const differ = all.filter((order) => (found.isTotal ? order.contradicts : !order.agrees(isByLine))).length;
  if (differ === 0) return [];
  const isSingle = all.every(({ rows }) => rows === 1);
  const own = isSingle && quantity.op === 'column' ? { quantity: quantity.name } : {};
  const says = (more: string, columns: Readonly<Record<string, string>>): string => {
    const list = Object.entries(columns).map(([field, name]) => `${field}: ${yamlText(name)}`);
    const mapped = list.length === 0 ? '' : `, columns: { ${list.join(', ')} }`;
    return `sources: [{ path: ${yamlText(file.written)}, ${more}${mapped} }]`;
  };
  const { columns = {} } = entry;
  return [
    noteOf(file.path, amount.name, all, differ, isByLine, {
      lines: says(`format: ${lineOrderSource().id}`, columns),
      // A row with a blank amount could not be read then.
      amounts: isFull ? says('kind: order', { ...columns, gross_sales: amount.name, ...own }) : null,
    }),
  ];
}

function noteOf(
  path: string,
  column: string,
  all: readonly Order[],
  differ: number,
  isByLine: boolean,
  advice: { readonly lines: string; readonly amounts: string | null },
): PlanNote {
  const total = (of: (order: Order) => number): Text =>
    decimal(toDecimal(ofMicro(BigInt(Math.round(all.reduce((sum, order) => sum + of(order), 0))))));
  const [lines, amounts] = [total((order) => order.lines), total(({ amount }) => amount.readings[0]!)];
  const [name, orders] = [quoted(shownName(column)), counted(differ, nouns.order)];
  const counts = isByLine
    ? { en: 'the lines count', fr: 'les lignes comptent' }
    : { en: 'the amounts count', fr: 'les montants comptent' };
  const orAmounts =
    advice.amounts === null
      ? { en: '', fr: '' }
      : { en: `; for the amounts: ${advice.amounts}`, fr: `\u00a0; pour les montants\u00a0: ${advice.amounts}` };
  return {
    code: 'amounts_beside_lines',
    message: {
      en: `${path}: quantity × price come to ${lines.en} and column ${name.en} to ${amounts.en}, which differ for ${orders.en} of ${all.length} looked at; ${counts.en}. Say which do in kpi.yaml, for the lines: ${advice.lines}${orAmounts.en}`,
      fr: `${path}\u00a0: quantité × prix donnent ${lines.fr} et la colonne ${name.fr} ${amounts.fr}, avec un écart pour ${orders.fr} sur ${all.length} examinées\u00a0; ${counts.fr}. Indiquez dans kpi.yaml ce qui compte, pour les lignes\u00a0: ${advice.lines}${orAmounts.fr}`,
    },
    strict: true,
  };
}
