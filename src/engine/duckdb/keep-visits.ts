import type { RowAccount } from '../../core/accounting.ts';
import { DAY_HOURS } from '../../core/civil.ts';
import { funnelField, visitSteps } from '../../core/funnel.ts';
import type { Dimension } from '../../core/kinds.ts';
import type { Zone } from '../../core/zone.ts';
import { hourSql, withinYears } from '../../core/zone-sql.ts';
import { Asked } from '../../facts/asked.ts';
import { type Memory, type Setting, sourceKeyOf } from '../../facts/context.ts';
import type { OpenTable } from '../../facts/load.ts';
import { isBlankRow, TableRun } from '../../ingest/ingest.ts';
import { RowReader } from '../../ingest/row-reader.ts';
import { readText, type Zones } from '../../plan/compile.ts';
import type { FilePlan } from '../../plan/plan.ts';
import type { Database } from './database.ts';
import { orderKeySql } from './order-ids.ts';
import { readInto } from './read-into.ts';
import type { RegularFile } from './regular.ts';
import { type Combo, cellsOf, combosOf, rawRows, type ScanPlan, scanPlan } from './scan.ts';
import { sliceTests } from './slices.ts';
import { also, anyOf } from './sql-text.ts';
import { ResidentVisits, type VisitTable } from './visits.ts';
import { WordColumns } from './word-columns.ts';

/** A row that SQL is not sure of, as it stands. */
interface OddRow {
  readonly place: number;
  readonly cells: readonly string[];
}

/** A file of visits that was read into the database, and what is left to TypeScript. */
export interface KeptVisits {
  readonly name: string;
  readonly rows: number;
  readonly odd: readonly OddRow[];
  /** Of a row, the number of its words in `name_words`. */
  readonly words: string;
  readonly combos: readonly Combo[];
  readonly fields: VisitTable['fields'];
  readonly hasVisitor: boolean;
  readonly hasOrder: boolean;
}

/** So many odd rows are kept while it is settled whether a file can stay; with more it is read in TypeScript. */
const mostOdd = 50_000;

const stepFields = new Set(['engaged_sessions', 'product_views', 'carts', 'checkouts', 'purchases']);
const one = 1_000_000;

/** Whether a value is the same in every row: then it is no column. */
const isNumber = (sql: string): boolean => /^\d+$/.test(sql);

/** What a row counts by field: of a row that is a session, one session and whether it reached each step. */
function fieldsOf(reader: RowReader, plan: ScanPlan, order: string | null): Map<string, string> {
  const fields = new Map<string, string>();
  const isSession = reader.numberAt('sessions') === -1;
  for (const [at, { name }] of reader.numberFields.entries()) {
    if (['started_at', 'date', 'date_from', 'date_to'].includes(name)) continue;
    const value = plan.numbers[at]!;
    fields.set(name, isSession && stepFields.has(name) ? `CASE WHEN ${value} > 0 THEN ${one} ELSE 0 END` : value);
  }
  if (!isSession) {
    for (const step of visitSteps) {
      const value = fields.get(step);
      if (value !== undefined) fields.set(funnelField(step), value);
    }
    return fields;
  }
  fields.set('sessions', String(one));
  const pages = reader.numberAt('pageviews');
  if (pages !== -1)
    fields.set('single_page_sessions', `CASE WHEN ${plan.numbers[pages]} = ${one} THEN ${one} ELSE 0 END`);
  if (order !== null)
    fields.set('purchases', `CASE WHEN ${order} IS NOT NULL THEN ${one} ELSE ${fields.get('purchases') ?? '0'} END`);
  // In the funnel a session is in a step only if it is in all steps before.
  const before: string[] = [];
  for (const step of visitSteps) {
    const value = fields.get(step);
    if (value === undefined) continue;
    before.push(`(${value}) > 0`);
    fields.set(funnelField(step), `CASE WHEN ${before.join(' AND ')} THEN ${one} ELSE 0 END`);
  }
  return fields;
}

/** Whether the visits of a file may stay in the database at all: sessions with a time and an id, or one file of sessions. */
function mayStay(file: FilePlan, files: number, currency: string | null): boolean {
  const [table] = file.tables;
  if (table === undefined || table.kind !== 'visit' || table.period !== null) return false;
  const { fields } = table;
  if (fields.started_at === undefined || fields.visitors !== undefined) return false;
  if (file.currency !== null && currency !== null && file.currency !== currency) return false;
  return fields.visit_id !== undefined || (files === 1 && fields.sessions === undefined);
}

/**
 * Reads files of visits into the database where each row is a record of its own: no two rows of a source have one id. All of a
 * source stay there, or none.
 */
export async function keepVisits(
  database: Database,
  files: readonly FilePlan[],
  regular: ReadonlyMap<FilePlan, RegularFile>,
  zonesOf: (file: FilePlan) => Zones,
  { zone, currency, measures }: Pick<Setting, 'zone' | 'currency' | 'measures'>,
  by: readonly Dimension[],
): Promise<ReadonlyMap<FilePlan, KeptVisits>> {
  const sources = new Map<string, FilePlan[]>();
  for (const file of files) {
    if (!file.tables.some(({ kind }) => kind === 'visit')) continue;
    const key = sourceKeyOf(file, 'visit');
    sources.set(key, [...(sources.get(key) ?? []), file]);
  }
  const kept = new Map<FilePlan, KeptVisits>();
  const asked = new Asked(measures ?? null);
  let count = 0;
  for (const source of sources.values()) {
    if (!source.every((file) => regular.has(file) && mayStay(file, source.length, currency))) continue;
    const found: [FilePlan, KeptVisits][] = [];
    for (const file of source) {
      count += 1;
      const one = await keep(database, `visits${count}`, file, regular.get(file)!, zonesOf(file), zone, asked, by);
      if (one === null) break;
      found.push([file, one]);
    }
    const stay = found.length === source.length && (await areApart(database, found));
    for (const [file, one] of found) {
      if (stay) kept.set(file, one);
      await database.run(stay ? `ALTER TABLE ${one.name} DROP COLUMN id` : `DROP TABLE ${one.name}`);
    }
  }
  return kept;
}

async function keep(
  database: Database,
  name: string,
  file: FilePlan,
  regular: RegularFile,
  zones: Zones,
  zone: Zone,
  asked: Asked,
  by: readonly Dimension[],
): Promise<KeptVisits | null> {
  const table = file.tables[0]!;
  const reader = new RowReader('visit', table.fields, zones);
  // Each row is a record by its id, or by its place: words do not tell one from another, as they do elsewhere.
  const plan = scanPlan(file, table, regular, reader, null, zones, (name) => asked.needsWord(name, by));
  if (plan === null) return null;
  const key = (field: string): string | null =>
    plan.keys.find(({ at }) => reader.textFields[at]!.name === field)?.sql ?? null;
  const visitor = asked.reads('visit', 'visitor_id') ? key('visitor_id') : null;
  const [id, order] = [key('visit_id'), key('order_id')];
  const at = plan.numbers[reader.numberAt('started_at')]!;
  const fields = new Map([...fieldsOf(reader, plan, order)].filter(([field]) => asked.reads('visit', field)));
  const counted = [...fields].filter(([, sql]) => !isNumber(sql));
  const odd = anyOf([
    plan.odd,
    `${at} IS NULL`,
    `NOT ${withinYears(at, zone)}`,
    ...(id === null ? [] : [`${id} IS NULL`]),
  ]);
  const words = await WordColumns.of(database, name, regular, plan);
  const sql = `CREATE TABLE ${name} AS SELECT ${at} AS moment, ${odd} AS odd, ${visitor ?? 'NULL::UHUGEINT'} AS visitor, ${id === null ? '0::UBIGINT' : `hash(${id})`} AS id, ${order === null ? 'NULL' : orderKeySql(order)} AS order_key${also(counted.map(([field, sql]) => `CAST(${sql} AS BIGINT) AS ${field}`))}${also(words.columns)} FROM ${plan.from}`;
  if (!(await readInto(database, name, regular, file.input.size ?? 0, sql))) return null;
  const combos = await combosOf(database, name, file, regular, plan, words, reader);
  const [[rows] = []] = await database.rows(`SELECT count(*) FROM ${name}`);
  const [[odds] = []] = await database.rows(`SELECT count(*) FROM ${name} WHERE odd`);
  if (combos === null || combos.some((combo) => combo.odd) || Number(odds) > mostOdd) {
    await database.run(`DROP TABLE ${name}`);
    return null;
  }
  const oddRows: OddRow[] = [];
  if (Number(odds) > 0) {
    await rawRows(database, regular, `SELECT rowid FROM ${name} WHERE odd`).each((cursor) => {
      oddRows.push({ place: cursor.at, cells: cellsOf(cursor, regular) });
    });
    await database.run(`DELETE FROM ${name} WHERE odd`);
  }
  await database.run(`ALTER TABLE ${name} DROP COLUMN odd`);
  return {
    name,
    rows: Number(rows),
    odd: oddRows,
    words: words.hash,
    combos,
    fields: new Map([...fields].map(([field, sql]) => [field, isNumber(sql) ? sql : field])),
    hasVisitor: visitor !== null,
    hasOrder: order !== null,
  };
}

/** Whether no two rows of a source have one id, and no odd row shares an id or an order with another. */
async function areApart(database: Database, found: readonly (readonly [FilePlan, KeptVisits])[]): Promise<boolean> {
  const withIds = found.filter(([file]) => file.tables[0]!.fields.visit_id !== undefined);
  if (withIds.length > 0) {
    const ids = withIds.map(([, { name }]) => `SELECT id FROM ${name}`).join(' UNION ALL ');
    const all = withIds.reduce((sum, [, { rows }]) => sum + rows, 0);
    for (const own of sliceTests('id', all)) {
      // Each beside the one before: half the time of a count of different ones.
      const before = `SELECT id = lag(id) OVER (ORDER BY id) AS twice FROM (${ids})${own}`;
      const [[twice] = []] = await database.rows(`SELECT count(*) FROM (${before}) WHERE twice`);
      if (twice !== 0n) return false;
    }
  }
  for (const [field, column] of [
    ['visit_id', 'id'],
    ['order_id', 'order_key'],
  ] as const) {
    const values = new Set<string>();
    for (const [file, { odd }] of found) {
      const from = file.tables[0]!.fields[field];
      if (from === undefined) continue;
      const read = readText(from);
      for (const { cells } of odd) {
        const value = read(cells);
        if (value !== null) values.add(field === 'order_id' ? value.replace(/^#/, '') : value);
      }
    }
    if (values.size === 0) continue;
    await database.makeTexts('odd_values', [...values]);
    const one = field === 'visit_id' ? 'hash(value)' : 'value';
    let clashes = 0;
    for (const [, { name }] of found) {
      const [[count] = []] = await database.rows(
        `SELECT count(*) FROM ${name} WHERE ${column} IN (SELECT ${one} FROM odd_values)`,
      );
      clashes += Number(count);
    }
    await database.run('DROP TABLE odd_values');
    if (clashes > 0) return false;
  }
  return true;
}

/** Hands what is left of a file to its collector, and its resident part to the memory. */
export async function feedKept(
  database: Database,
  file: FilePlan,
  { plan, collector, sink }: OpenTable,
  account: RowAccount,
  memory: Memory,
  { name, rows, odd, words, combos, fields, hasVisitor, hasOrder }: KeptVisits,
): Promise<void> {
  const run = new TableRun(file, plan, sink, account);
  let blank = 0;
  for (const { place, cells } of odd) {
    if (isBlankRow(cells)) {
      blank += 1;
      continue;
    }
    account.read = place + 1 - blank;
    run.row(cells, account.read);
  }
  account.read = rows - blank;
  const numbers = combos.map(({ texts }) => {
    for (const [at, text] of texts.entries()) collector.reader.texts[at] = text;
    return collector.combo();
  });
  // The words of the file are told by the number that their combination has in memory.
  await database.run(`ALTER TABLE ${name}_words RENAME TO ${name}_found`);
  await database.makeNumbers(
    `${name}_numbers`,
    ['combo', 'number'],
    numbers.map((number, combo) => [combo, number]),
  );
  await database.run(
    `CREATE TABLE ${name}_words AS SELECT words, number AS combo FROM ${name}_found JOIN ${name}_numbers USING (combo)`,
  );
  const { table } = collector;
  const { zone } = memory.setting;
  // Without the rows that are left to TypeScript some combinations may have none.
  const used =
    odd.length === 0
      ? [...new Set(numbers)]
      : (
          await database.rows(
            `SELECT DISTINCT combo FROM ${name}_words m WHERE words IN (SELECT ${words} FROM ${name})`,
          )
        ).map(([combo]) => combo as number);
  const [[newest] = []] = await database.rows(`SELECT CAST(max(moment) AS DOUBLE) FROM ${name}`);
  // Zones change their clocks at quarters of hours: all moments of one have the day of the first.
  const quarters = `SELECT DISTINCT moment // 900000 * 900000 AS moment FROM ${name}`;
  const day = `CAST(floor(${hourSql('moment', zone)} / ${DAY_HOURS}.0) AS DOUBLE)`;
  for (const [found] of await database.rows(`SELECT DISTINCT ${day} FROM (${quarters})`))
    table.days.add(found as number);
  if (typeof newest === 'number' && newest > table.newest) table.newest = newest;
  memory.residents ??= new ResidentVisits(database, zone);
  const resident: VisitTable = {
    name,
    table,
    rows: rows - odd.length,
    words,
    combos: used,
    fields,
    hasVisitor,
    hasOrder,
    live: true,
  };
  (memory.residents as ResidentVisits).tables.push(resident);
}
