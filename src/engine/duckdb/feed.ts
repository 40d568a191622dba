import type { RowAccount } from '../../core/accounting.ts';
import { OrderCollector } from '../../facts/collect-order.ts';
import { RecordCollector } from '../../facts/collect-record.ts';
import type { Memory } from '../../facts/context.ts';
import type { OpenTable } from '../../facts/load-files.ts';
import { isBlankRow, TableRun } from '../../ingest/ingest.ts';
import type { RowReader } from '../../ingest/row-reader.ts';
import { recordFields } from '../../records/index.ts';
import { Cursor } from './cursor.ts';
import type { Database } from './database.ts';
import { givenForm, lineColumns, textForm } from './forms.ts';
import { KeptIds } from './order-ids.ts';
import type { RegularFile } from './regular.ts';
import { defineRows, groupOrders, hasLines, linesFrom, noLines, orderId, sumsOf } from './rows.ts';
import { cellsOf, keyColumn, rawRows, type Scan, type ScanPlan } from './scan.ts';
import { also } from './sql-text.ts';

/** Makes the table `name_unsure` of the ids that only TypeScript reads (` #1001`); false if there are none. */
async function makeUnsureIds(
  database: Database,
  name: string,
  regular: RegularFile,
  reader: RowReader,
  at: number,
): Promise<boolean> {
  const unsure = `SELECT row FROM ${name}_rows WHERE odd AND ${keyColumn(at)} IS NULL`;
  if ((await countOf(database, `(${unsure})`)) === 0) return false;
  const ids = new Set<string>();
  await rawRows(database, regular, unsure).each((cursor) => {
    const id = reader.textFields[at]!.read(cellsOf(cursor, regular));
    if (id !== null) ids.add(id);
  });
  if (ids.size === 0) return false;
  await database.makeTexts(`${name}_unsure`, [...ids]);
  return true;
}

/** An order is not plain if SQL is not sure of the id of one of its rows, even if all its other rows are plain. */
async function leaveSplitOrders(
  database: Database,
  name: string,
  regular: RegularFile,
  { reader }: OrderCollector,
  kind: string,
): Promise<void> {
  const at = reader.textAt(kind === 'checkout' ? 'checkout_id' : 'order_id');
  if (!(await makeUnsureIds(database, name, regular, reader, at))) return;
  await database.run(`UPDATE ${name}_orders SET plain = false WHERE id IN (SELECT value FROM ${name}_unsure)`);
}

/** Whether each plain order, or each row that SQL reads, is a record of its own, in the only file of its source. */
async function standApart(
  database: Database,
  name: string,
  regular: RegularFile,
  open: OpenTable,
  memory: Memory,
): Promise<boolean> {
  const { collector } = open;
  if (collector.hasOtherFiles) return false;
  // Their ids are looked up.
  if (open.plan.kind === 'ticket' && memory.answersNameTickets) return false;
  if (hasLines(open)) return true;
  if (collector instanceof OrderCollector && collector.line !== null) return false;
  if (!(collector instanceof OrderCollector || collector instanceof RecordCollector)) return false;
  const metas = recordFields(open.plan.kind);
  const at = collector.reader.textFields.findIndex((field) => metas.get(field.name)?.role === 'id');
  if (at === -1) return true;
  const id = keyColumn(at);
  const [[rows, different, damaged] = []] = await database.rows(
    `SELECT count(${id}), count(DISTINCT ${id}), count(*) FILTER (contains(${id}, '+')) FROM ${name}_rows`,
  );
  // An id that a spreadsheet rounded (`5.27762E+12`) names nothing, which is said.
  if (rows !== different || damaged !== 0n) return false;
  if (!(await makeUnsureIds(database, name, regular, collector.reader, at))) return true;
  return (await countOf(database, `${name}_rows WHERE ${id} IN (SELECT value FROM ${name}_unsure)`)) === 0;
}

async function countOf(database: Database, from: string): Promise<number> {
  const [[count] = []] = await database.rows(`SELECT count(*) FROM ${from}`);
  return Number(count);
}

/**
 * Hands the rows of a scanned table to its collector, in file order: as read by SQL, or raw if SQL is not sure. Orders
 * of plain rows are already added up.
 */
export async function feed(
  database: Database,
  regular: RegularFile,
  open: OpenTable,
  plan: ScanPlan,
  found: Scan,
  account: RowAccount,
  memory: Memory,
): Promise<void> {
  const { name } = found;
  const { collector } = open;
  await defineRows(database, found, open, plan);
  const run = new TableRun(open.plan, open.sink, account);
  const orders = collector instanceof OrderCollector ? collector : null;
  const line = orders?.line ?? null;
  const lines = line?.numberFields.length ?? 0;
  const isGrouped = hasLines(open);
  const summed = sumsOf(open.plan.kind, memory.asked);
  if (isGrouped) {
    await groupOrders(database, name, open, summed);
    await leaveSplitOrders(database, name, regular, orders!, open.plan.kind);
  }
  const id = orders === null ? null : orderId(orders, open.plan.kind);
  const plain = isGrouped
    ? { row: 'first', from: `${name}_orders JOIN ${name}_rows ON row = first`, where: 'plain' }
    : { row: 'row', from: `${name}_rows`, where: 'NOT odd' };
  const texts = textForm(collector, plan, found);
  let form = texts;
  const notPlain = isGrouped ? await countOf(database, `${name}_orders WHERE NOT plain`) : 0;
  // If all orders are plain, only rows without an id are odd: this is not calculated again.
  const noneOdd = isGrouped && notPlain === 0 && (await countOf(database, `${name} WHERE ${id} IS NULL`)) === 0;
  const odd = noneOdd ? 0 : await countOf(database, `${name}_rows WHERE odd`);
  if (await standApart(database, name, regular, open, memory)) {
    form = await givenForm(database, name, collector, plan, found);
    if (open.plan.kind === 'order' && id !== null) {
      const [own, rows] = isGrouped ? ['id', `${name}_orders WHERE plain`] : [id, `${name}_rows WHERE NOT odd`];
      memory.unnamed.push(await KeptIds.keep(database, collector.table, `${name}_ids`, own, plain.row, rows));
    }
  }
  const sources: { cursor: Cursor; take: (cursor: Cursor, record: number) => void }[] = [];
  const select = (row: string, columns: readonly string[], from: string, take: (typeof sources)[0]['take']): void => {
    const sql = `SELECT CAST(${row} AS DOUBLE)${also(columns)} FROM ${from} ORDER BY ${row}`;
    sources.push({ cursor: new Cursor(database.chunks(sql)), take });
  };
  const fillLines = (cursor: Cursor, at: number): void => {
    for (let place = 0; place < lines; place += 1) line!.numbers[place] = cursor.number(at + place);
  };
  const from = `${plain.from}${form.joins} WHERE ${plain.where}`;
  if (isGrouped) {
    const sums = ['rows', ...summed].map((column) => `CAST(${column} AS DOUBLE)`);
    select(plain.row, [...form.columns, ...sums], from, (cursor, record) => {
      const at = form.fill(cursor);
      const lines = linesFrom(summed, (place) => cursor.number(at + 1 + place));
      orders!.acceptOrder(record, cursor.number(at), lines);
      collector.given = null;
    });
    select(
      'row',
      [...texts.columns, ...lineColumns(lines)],
      `${name}_rows JOIN (SELECT id, plain FROM ${name}_orders) o ON o.id = ${id} AND NOT o.plain WHERE NOT odd`,
      (cursor, record) => {
        fillLines(cursor, texts.fill(cursor));
        account.read = record;
        collector.accept(record);
      },
    );
  } else {
    select(plain.row, [...form.columns, ...lineColumns(lines)], from, (cursor, record) => {
      fillLines(cursor, form.fill(cursor));
      account.read = record;
      if (collector.given !== null && orders !== null) orders.acceptOrder(record, 1, noLines);
      else collector.accept(record);
      collector.given = null;
    });
  }
  let blank = 0;
  if (odd > 0) {
    const cursor = rawRows(database, regular, `SELECT row FROM ${name}_rows WHERE odd`);
    sources.push({
      cursor,
      take: (_, record) => {
        const row = cellsOf(cursor, regular);
        if (isBlankRow(row)) {
          blank += 1;
          run.blankBelow(record - 1);
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
    // Nearly all rows come from one source: the others are far behind, or finished.
    const until = Math.min(...sources.flatMap((source) => (source === next ? [] : source.cursor.at)));
    let hasNext: boolean;
    do {
      take(cursor, cursor.at + 1 - blank);
      hasNext = cursor.step();
    } while (hasNext && cursor.at < until);
    if (!hasNext) await cursor.load();
  }
  account.read = found.rows - blank;
  await database.run(`DROP VIEW ${name}_rows`);
  const beside = [...plan.keys.map(({ at }) => keyColumn(at)), 'orders', 'words', 'unsure'];
  for (const table of [...beside.map((one) => `${name}_${one}`), name])
    await database.run(`DROP TABLE IF EXISTS ${table}`);
}
