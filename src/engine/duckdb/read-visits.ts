import { funnelField, visitSteps } from '../../core/funnel-steps.ts';
import type { Dimension } from '../../core/kinds.ts';
import type { Zone } from '../../core/zone.ts';
import { withinYears } from '../../core/zone-sql.ts';
import type { Asked } from '../../facts/asked.ts';
import { RowReader } from '../../ingest/row-reader.ts';
import type { Zones } from '../../plan/compile.ts';
import type { FilePlan } from '../../plan/plan.ts';
import { areSessions } from '../../plan/supply.ts';
import type { Database } from './database.ts';
import { orderKeySql } from './order-ids.ts';
import { readInto } from './read-into.ts';
import type { RegularFile } from './regular.ts';
import { type Combo, cellsOf, combosOf, rawRows, type ScanPlan, scanPlan } from './scan.ts';
import { also, anyOf } from './sql-text.ts';
import type { VisitTable } from './visit-table.ts';
import { unknownWords, WordColumns } from './word-columns.ts';

/** A raw row that SQL is not sure of. */
export interface OddRow {
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
  readonly isSession: boolean;
}

/**
 * Up to this many odd rows are kept while it is decided whether a file can stay; with more it is read in TypeScript.
 */
const mostOdd = 50_000;

const stepFields = new Set(['engaged_sessions', 'product_views', 'carts', 'checkouts', 'purchases']);
const one = 1_000_000;

/** Whether a value is the same in every row: then it is no column. */
const isNumber = (sql: string): boolean => /^\d+$/.test(sql);

/** What a row counts by field: for a row that is a session, one session and whether it reached each step. */
function fieldsOf(reader: RowReader, plan: ScanPlan, order: string | null, isSession: boolean): Map<string, string> {
  const fields = new Map<string, string>();
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

/** Reads a file of visits into a table `name`; null if it cannot stay there. */
export async function readVisits(
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
  const isSession = areSessions(table);
  const reader = new RowReader('visit', table.fields, zones);
  // Each row is a record by its id, or by its place: words do not distinguish records here, as they do elsewhere.
  const plan = scanPlan(table, regular, reader, null, zones, (name) => asked.needsWord(name, by));
  if (plan === null) return null;
  const key = (field: string): string | null =>
    plan.keys.find(({ at }) => reader.textFields[at]!.name === field)?.sql ?? null;
  const visitor = asked.reads('visit', 'visitor_id') ? key('visitor_id') : null;
  const [id, order] = [key('visit_id'), key('order_id')];
  const at = plan.numbers[reader.numberAt('started_at')]!;
  const fields = new Map(
    [...fieldsOf(reader, plan, order, isSession)].filter(([field]) => asked.reads('visit', field)),
  );
  const counted = [...fields].filter(([, sql]) => !isNumber(sql));
  const odd = anyOf([
    plan.odd,
    `${at} IS NULL`,
    `NOT ${withinYears(at, zone)}`,
    ...(id === null ? [] : [`${id} IS NULL`]),
  ]);
  const words = await WordColumns.of(database, name, regular, plan.wordCells);
  const sql = `CREATE TABLE ${name} AS SELECT ${at} AS moment, ${odd} AS odd, ${visitor ?? 'NULL::UHUGEINT'} AS visitor, ${id === null ? '0::UBIGINT' : `hash(${id})`} AS id, ${order === null ? 'NULL' : orderKeySql(order)} AS order_key${order === null ? '' : `, ${id === null ? 'NULL::VARCHAR' : `CASE WHEN ${order} IS NOT NULL THEN ${id} END`} AS session`}${also(counted.map(([field, sql]) => `CAST(${sql} AS BIGINT) AS ${field}`))}${also(words.columns)} FROM ${plan.from}`;
  if (!(await readInto(database, name, regular, file.input.size ?? 0, sql))) return null;
  const combos = await combosOf(database, name, file, regular, plan, words, reader);
  const countOf = async (from: string): Promise<number> =>
    Number((await database.rows(`SELECT count(*) FROM ${from}`))[0]?.[0]);
  const [rows, odds] = [await countOf(name), await countOf(`${name} WHERE odd`)];
  if (combos === null || combos.some((combo) => combo.odd) || odds > mostOdd) {
    await database.run(`DROP TABLE ${name}`);
    return null;
  }
  const oddRows: OddRow[] = [];
  if (odds > 0) {
    await rawRows(database, regular, `SELECT rowid FROM ${name} WHERE odd`).each((cursor) => {
      oddRows.push({ place: cursor.at, cells: cellsOf(cursor, regular) });
    });
    await database.run(`DELETE FROM ${name} WHERE odd`);
  }
  const drop = (column: string) => database.run(`ALTER TABLE ${name} DROP COLUMN ${column}`);
  await drop('odd');
  const isKnown = words.names.length > 0 && (await countOf(`${name} WHERE ${unknownWords} IS NOT NULL`)) === 0;
  if (isKnown) await drop(unknownWords);
  return {
    name,
    rows,
    odd: oddRows,
    words: isKnown ? words.hashOfKnown : words.hash,
    combos,
    fields: new Map([...fields].map(([field, sql]) => [field, isNumber(sql) ? sql : field])),
    hasVisitor: visitor !== null,
    hasOrder: order !== null,
    isSession,
  };
}
