import type { RowAccount } from '../../core/accounting.ts';
import type { Collector } from '../../facts/collect.ts';
import { OrderCollector } from '../../facts/collect-order.ts';
import type { OpenTable } from '../../facts/load.ts';
import { isBlankRow, TableRun } from '../../ingest/ingest.ts';
import type { FilePlan } from '../../plan/plan.ts';
import { Cursor } from './cursor.ts';
import type { Database } from './database.ts';
import type { RegularFile } from './regular.ts';
import { defineRows, groupOrders, hasLines, orderId, sumColumns } from './rows.ts';
import { cellsOf, keyColumn, lineColumn, numberColumn, rawRows, type Scan, type ScanPlan } from './scan.ts';
import { also } from './sql-text.ts';

/** A number as the collectors take it: NaN for NULL. */
const asDouble = (value: string): string => `coalesce(CAST(${value} AS DOUBLE), 'nan'::DOUBLE)`;

/** The columns that `fill` takes, behind the row's number. */
const columnsOf = (plan: ScanPlan): string[] => [
  'combo',
  ...plan.numbers.map((_, at) => asDouble(numberColumn(at))),
  ...plan.keys.map(({ at }) => keyColumn(at)),
];

/** Puts the values of a row into its reader; the column behind them. */
function fill({ reader }: Collector, plan: ScanPlan, { combos }: Scan, cursor: Cursor): number {
  const { texts } = combos[cursor.number(1)]!;
  for (let at = 0; at < texts.length; at += 1) reader.texts[at] = texts[at]!;
  let column = 2;
  for (let at = 0; at < plan.numbers.length; at += 1) {
    reader.numbers[at] = cursor.number(column);
    column += 1;
  }
  for (const { at } of plan.keys) {
    reader.texts[at] = cursor.text(column);
    column += 1;
  }
  return column;
}

/** An order with a row whose id SQL is not sure of (` #1001`) is not plain, though all rows that write it plainly are. */
async function leaveSplitOrders(
  database: Database,
  name: string,
  regular: RegularFile,
  { reader }: OrderCollector,
  kind: string,
): Promise<void> {
  const at = reader.textAt(kind === 'checkout' ? 'checkout_id' : 'order_id');
  const unsure = `SELECT row FROM ${name}_rows WHERE odd AND ${keyColumn(at)} IS NULL`;
  const [[count] = []] = await database.rows(`SELECT count(*) FROM (${unsure})`);
  if (Number(count) === 0) return;
  const ids = new Set<string>();
  const cursor = rawRows(database, regular, unsure);
  for (await cursor.load(); cursor.at < Number.POSITIVE_INFINITY; ) {
    const id = reader.textFields[at]!.read(cellsOf(cursor, regular));
    if (id !== null) ids.add(id);
    if (!cursor.step()) await cursor.load();
  }
  if (ids.size === 0) return;
  await database.makeTexts(`${name}_split`, [...ids]);
  await database.run(
    `UPDATE ${name}_orders SET plain = false WHERE ${keyColumn(at)} IN (SELECT value FROM ${name}_split)`,
  );
  await database.run(`DROP TABLE ${name}_split`);
}

/** Hands a row on; its record number leaves out the blank rows before it. */
type Take = (cursor: Cursor, record: number) => void;

/**
 * Hands the rows of a scanned table to its collector, in the order of the file: as SQL has read them, or as they stand where
 * SQL is not sure. Orders of plain rows come added up.
 */
export async function feed(
  database: Database,
  file: FilePlan,
  regular: RegularFile,
  open: OpenTable,
  plan: ScanPlan,
  found: Scan,
  account: RowAccount,
): Promise<void> {
  const { name } = found;
  const { collector } = open;
  await defineRows(database, name, open, plan);
  const run = new TableRun(file, open.plan, open.sink, account);
  const line = collector instanceof OrderCollector ? collector.line : null;
  const lines = (line?.numberFields ?? []).map((_, at) => asDouble(lineColumn(at)));
  const sources: { cursor: Cursor; take: Take }[] = [];
  const from = (sql: string, take: Take): void => {
    sources.push({ cursor: new Cursor(database.chunks(sql)), take });
  };
  let others = '';
  if (collector instanceof OrderCollector && hasLines(open)) {
    await groupOrders(database, name, open, plan);
    await leaveSplitOrders(database, name, regular, collector, open.plan.kind);
    others = `JOIN (SELECT ${orderId(collector, open.plan.kind)} AS id, plain FROM ${name}_orders) o ON o.id = ${orderId(collector, open.plan.kind)} AND NOT o.plain`;
    from(
      `SELECT CAST(first AS DOUBLE)${also(columnsOf(plan))}, CAST(rows AS DOUBLE)${also(sumColumns)} FROM ${name}_orders WHERE plain ORDER BY first`,
      (cursor, record) => {
        const at = fill(collector, plan, found, cursor);
        const [units, value, cost, costed] = [1, 2, 3, 4].map((place) => cursor.number(at + place));
        collector.acceptOrder(record, cursor.number(at), {
          units: units!,
          value: value!,
          cost: cost!,
          costed: costed!,
        });
      },
    );
  }
  from(
    `SELECT CAST(row AS DOUBLE)${also(columnsOf(plan))}${also(lines)} FROM ${name}_rows ${others} WHERE NOT odd ORDER BY row`,
    (cursor, record) => {
      const at = fill(collector, plan, found, cursor);
      for (let place = 0; place < lines.length; place += 1) line!.numbers[place] = cursor.number(at + place);
      account.read = record;
      collector.accept(record);
    },
  );
  const [odd] = await database.rows(`SELECT count(*) FROM ${name}_rows WHERE odd`);
  let blank = 0;
  if (Number(odd?.[0]) > 0) {
    const cursor = rawRows(database, regular, `SELECT row FROM ${name}_rows WHERE odd`);
    sources.push({
      cursor,
      take: (_, record) => {
        const row = cellsOf(cursor, regular);
        if (isBlankRow(row)) {
          blank += 1;
          return;
        }
        account.read = record;
        run.row(row, record);
      },
    });
  }
  for (const { cursor } of sources) await cursor.load();
  for (;;) {
    let next = sources[0]!;
    for (const source of sources) if (source.cursor.at < next.cursor.at) next = source;
    const { cursor, take } = next;
    if (cursor.at === Number.POSITIVE_INFINITY) break;
    take(cursor, cursor.at + 1 - blank);
    if (!cursor.step()) await cursor.load();
  }
  account.read = found.rows - blank;
  await database.run(`DROP VIEW ${name}_rows`);
  for (const table of [`${name}_orders`, `${name}_words`, name]) await database.run(`DROP TABLE IF EXISTS ${table}`);
}
