import type { Kind } from '../../core/kinds.ts';
import type { Asked } from '../../facts/asked.ts';
import { emptyLines, type Lines, OrderCollector } from '../../facts/collect-order.ts';
import type { OpenTable } from '../../facts/load-files.ts';
import type { Database } from './database.ts';
import { keyColumn, lineColumn, numberColumn, type Scan, type ScanPlan } from './scan.ts';
import { also, anyOf } from './sql-text.ts';

const dates = ['started_at', 'date', 'date_from'];

/** The columns of a scanned table that decide what a row is. */
interface Columns {
  /** Whether a row is an order's first, not one of its lines. */
  readonly isFirst: string;
  /** What a first row must have. */
  readonly required: readonly string[];
  /** What every row must have. */
  readonly needed: readonly string[];
  /** True for rows that TypeScript must look at. */
  readonly odd: readonly string[];
}

/** Rows of orders that are refunds, or whose amounts only their lines explain: true or false, never NULL. */
function doubtful(name: string, { plan: table, collector }: OpenTable): string[] {
  if (!(collector instanceof OrderCollector) || table.kind !== 'order') return [];
  const { reader, line } = collector;
  const number = (field: string): string | null => {
    const at = reader.numberAt(field);
    return at === -1 ? null : numberColumn(at);
  };
  const [gross, discounts, shipping, taxes, total] = ['gross_sales', 'discounts', 'shipping', 'taxes', 'total'].map(
    number,
  );
  const tests = [gross, discounts, total].flatMap((column) => (column ? [`coalesce(${column} < 0, false)`] : []));
  const { source } = collector.table.file;
  if (source.itemsOfLines === true) return ['true'];
  if (source.discountOnShipping === true && gross && discounts && shipping) {
    const sum = `${gross} - ${discounts} + ${shipping}`;
    const differs = total
      ? `(${total} IS NULL OR (${total} <> ${sum} AND ${total} <> ${sum} + coalesce(${taxes ?? '0'}, 0)))`
      : 'true';
    tests.push(`coalesce(${discounts} > 0 AND ${shipping} > 0 AND ${differs}, false)`);
  }
  if (source.lines !== 'repeat' || line === null) return tests;
  // What its lines sell decides whether an order is cut between two files.
  if (collector.hasOtherFiles) return ['true'];
  const [quantity, price, cost] = ['quantity', 'unit_price', 'unit_cost'].map((field) => {
    const at = line.numberAt(field);
    return at === -1 ? null : lineColumn(at);
  });
  const below = [quantity, price].flatMap((column) => (column ? [`coalesce(${column} < 0, false)`] : []));
  tests.push(...below);
  // The cost of a returned piece is that of the line that sold it, by its sku: then all lines are examined.
  const named = line.textAt('sku') !== -1 || line.textAt('product') !== -1;
  if (quantity && cost && named)
    tests.push(`(SELECT count(*) > 0 FROM ${name} WHERE ${quantity} < 0 AND ${cost} IS NULL)`);
  return tests;
}

function columnsOf(name: string, { plan: table, collector }: OpenTable, plan: ScanPlan): Columns {
  const { reader } = collector;
  const number = (field: string): string | null => {
    const at = reader.numberAt(field);
    return at === -1 ? null : numberColumn(at);
  };
  const required = [
    ...reader.numberFields.flatMap(({ required }, at) => (required ? [numberColumn(at)] : [])),
    ...plan.keys.flatMap(({ at }) => (reader.textFields[at]!.required ? [keyColumn(at)] : [])),
  ];
  const date = dates.flatMap((name) => number(name) ?? []);
  const dated = date.length === 0 ? [] : [`coalesce(${date.join(', ')})`];
  if (!(collector instanceof OrderCollector))
    return { isFirst: 'true', required: [...required, ...dated], needed: [], odd: [] };
  const gross = number(table.kind === 'checkout' ? 'value' : 'gross_sales');
  if (table.kind === 'order' && gross !== null) required.push(gross);
  const id = orderId(collector, table.kind);
  const filled = [gross, number('total')].flatMap((column) => (column === null ? [] : [`${column} IS NOT NULL`]));
  return {
    isFirst: hasLines({ collector, plan: table }) ? anyOf([...filled, 'has_status']) : 'true',
    required,
    needed: id === null ? [] : [id],
    odd: doubtful(name, { plan: table, collector, sink: collector }),
  };
}

/** The column of the id that joins rows to one order. */
export function orderId({ reader }: OrderCollector, kind: string): string | null {
  const at = reader.textAt(kind === 'checkout' ? 'checkout_id' : 'order_id');
  return at === -1 ? null : keyColumn(at);
}

/** Whether further rows of an order are its lines. */
export const hasLines = ({ collector }: Pick<OpenTable, 'collector' | 'plan'>): boolean =>
  collector instanceof OrderCollector && ['continue', 'copied'].includes(collector.table.file.source.lines ?? '');

/** Makes the view `name_rows`: a scanned table with the numbers of its rows and words, and which rows are `odd`. */
export async function defineRows(
  database: Database,
  { name, words }: Scan,
  open: OpenTable,
  plan: ScanPlan,
): Promise<void> {
  const { isFirst, required, needed, odd } = columnsOf(name, open, plan);
  const lacks = [
    ...needed.map((column) => `${column} IS NULL`),
    ...(required.length === 0 ? [] : [`(${isFirst} AND ${anyOf(required.map((column) => `${column} IS NULL`))})`]),
  ];
  const columns = [
    ...plan.numbers.map((_, at) => numberColumn(at)),
    ...plan.lines.map((_, at) => lineColumn(at)),
    ...plan.keys.map(({ at }) => keyColumn(at)),
  ];
  await database.run(
    `CREATE VIEW ${name}_rows AS SELECT s.rowid AS row, combo, is_foreign, ${isFirst} AS is_first, ${anyOf(['s.odd', 'm.odd', ...odd, ...lacks])} AS odd${also(columns)} FROM ${name} s JOIN ${name}_words m ON ${words} = m.words`,
  );
}

/** An amount times a number in SQL, as in `share`: rounded half away from zero, exact for factors below 10^12. */
const product = (a: string, b: string): string =>
  `CASE WHEN ${a} % 1000000 = 0 THEN (${a} // 1000000) * ${b} ELSE CAST(sign(${a}) * sign(${b}) AS HUGEINT) * ((abs(CAST(${a} AS HUGEINT) * ${b}) * 2 + 1000000) // 2000000) END`;

/** Columns of an order's lines, added up, named like the fields of orders, with their place in `Lines`. */
const lineSums = { units: 'units', line_value: 'value', goods_cost: 'cost', costed_line_value: 'costed' } as const;

/** Those that are used. */
export const sumsOf = (kind: Kind, asked: Asked): (keyof typeof lineSums)[] =>
  (Object.keys(lineSums) as (keyof typeof lineSums)[]).filter((name) => asked.keeps(kind, name));

/** Those that nobody asks for. */
export const noLines: Lines = emptyLines();

/** The sums of an order's lines, from their values in the order of `sumsOf`. */
export function linesFrom(sums: readonly (keyof typeof lineSums)[], value: (place: number) => number): Lines {
  if (sums.length === 0) return noLines;
  const lines = emptyLines();
  for (let place = 0; place < sums.length; place += 1) lines[lineSums[sums[place]!]] = value(place);
  return lines;
}

/**
 * Makes the table `name_orders`, one row per order: its `id`, its first row, the sums of its lines, and whether it is
 * `plain`: read completely in SQL, its rows consecutive and the first of them its only first row, with amounts that
 * need no conversion. The values of the first row stay there: for millions of orders they would not fit in memory
 * beside the sums.
 */
export async function groupOrders(
  database: Database,
  name: string,
  open: OpenTable,
  sums: ReturnType<typeof sumsOf>,
): Promise<void> {
  const orders = open.collector as OrderCollector;
  const line = (field: string): string | null => {
    const at = orders.line?.numberAt(field) ?? -1;
    return at === -1 ? null : lineColumn(at);
  };
  const [units, price, cost] = [line('quantity'), line('unit_price'), line('unit_cost')];
  const value = units === null || price === null ? '0' : `coalesce(${product(units, price)}, 0)`;
  const sumSql: Record<keyof typeof lineSums, string> = {
    units: units ?? '0',
    line_value: value,
    goods_cost: units === null || cost === null ? '0' : product(units, cost),
    costed_line_value:
      units === null || cost === null
        ? '0'
        : `CASE WHEN ${cost} IS NOT NULL AND ${units} IS NOT NULL THEN ${value} END`,
  };
  const large = [units, price, cost].flatMap((column) => (column === null ? [] : [`abs(${column}) > 1000000000000`]));
  const id = orderId(orders, open.plan.kind)!;
  await database.run(
    `CREATE TABLE ${name}_orders AS SELECT ${id} AS id, min(row) AS first, count(*) AS rows${also(sums.map((column) => `CAST(coalesce(sum(${sumSql[column]}), 0) AS DOUBLE) AS ${column}`))}, (NOT bool_or(${anyOf(
      ['odd', '(is_first AND is_foreign)', ...large.map((test) => `coalesce(${test}, false)`)],
    )}) AND count(*) FILTER (is_first) = 1 AND min(row) FILTER (is_first) = min(row) AND max(row) - min(row) + 1 = count(*)) AS plain FROM ${name}_rows WHERE ${id} IS NOT NULL GROUP BY ${id}`,
  );
}
