import type { Dimension } from '../../core/kinds.ts';
import type { RowReader } from '../../ingest/row-reader.ts';
import { readText } from '../../plan/compile.ts';
import type { FilePlan } from '../../plan/plan.ts';
import { areSessions } from '../../plan/supply.ts';
import { orderKey } from '../collect/collect.ts';
import type { ColumnReading } from '../load/feed-columns.ts';
import { type AsideRow, visitIdBits } from '../load/passing-visits.ts';
import type { Memory } from '../state/context.ts';
import { sourceKeyOf, type TableInfo } from '../state/table-info.ts';
import type { Database } from './database.ts';
import { sliceTests } from './slices.ts';
import { dropVisits, type StagedVisits, stageVisits } from './stage-visits.ts';

/** Whether the visits of a file may stay in the database at all: sessions with a time and an id, or one file of sessions. */
function mayStay(file: FilePlan, files: number, currency: string | null): boolean {
  const [table] = file.tables;
  if (table === undefined || !areSessions(table) || table.period !== null || file.source.events === true) return false;
  const { fields } = table;
  if (fields.started_at === undefined || fields.visitors !== undefined || fields.currency !== undefined) return false;
  if (file.currency !== null && currency !== null && file.currency !== currency) return false;
  return fields.visit_id !== undefined || files === 1;
}

/** The visits that stay in the database, by file: all of a source stay there, or none. */
export class KeptVisits {
  readonly #sources = new Map<string, FilePlan[]>();
  readonly #kept = new Map<FilePlan, StagedVisits | null>();
  #count = 0;

  constructor(
    private readonly database: Database,
    files: readonly FilePlan[],
    private readonly by: readonly Dimension[],
    private readonly reading: ColumnReading,
  ) {
    for (const file of files) {
      if (!file.tables.some(({ kind }) => kind === 'visit')) continue;
      const key = sourceKeyOf(file, 'visit');
      this.#sources.set(key, [...(this.#sources.get(key) ?? []), file]);
    }
  }

  /** Those of a file; null if they do not stay. With the first file of a source all of them are read. */
  async of(file: FilePlan, memory: Memory): Promise<StagedVisits | null> {
    if (!file.tables.some(({ kind }) => kind === 'visit')) return null;
    if (!this.#kept.has(file)) await this.#keep(this.#sources.get(sourceKeyOf(file, 'visit'))!, memory);
    return this.#kept.get(file) ?? null;
  }

  async #keep(source: readonly FilePlan[], memory: Memory): Promise<void> {
    const { database, by, reading } = this;
    const { currency } = memory.setting;
    for (const file of source) this.#kept.set(file, null);
    if (!source.every((file) => mayStay(file, source.length, currency))) return;
    const found: StagedVisits[] = [];
    for (const file of source) {
      this.#count += 1;
      const one = await stageVisits(database, `visits${this.#count}`, file, memory, by, reading);
      if (one === null) break;
      found.push(one);
    }
    const stay = found.length === source.length && (await areApart(database, found, memory));
    for (const [at, one] of found.entries()) {
      if (!stay) await dropVisits(database, one, reading);
      else {
        this.#kept.set(source[at]!, one);
        if (hasId(one)) for (const part of one.parts) await database.run(`ALTER TABLE ${part} DROP COLUMN id`);
      }
    }
  }
}

const hasId = ({ info }: StagedVisits): boolean => info.plan.fields.visit_id !== undefined;

/** Whether no two rows of a source have one id, and no row set aside shares an id or an order with another. */
async function areApart(database: Database, found: readonly StagedVisits[], { seed }: Memory): Promise<boolean> {
  const withIds = found.filter(hasId);
  const ids = withIds.flatMap(({ parts }) => parts.map((part) => `SELECT id FROM ${part}`));
  if (ids.length > 0) {
    const all = withIds.reduce((sum, { rows }) => sum + rows, 0);
    for (const own of sliceTests('id', all)) {
      // Each compared with the previous one: half the time of a distinct count.
      const before = `SELECT id = lag(id) OVER (ORDER BY id) AS twice FROM (${ids.join(' UNION ALL ')})${own}`;
      const [[twice] = []] = await database.rows(`SELECT count(*) FROM (${before}) WHERE twice`);
      if (twice !== 0n) return false;
    }
  }
  const values = (field: string): Set<string> =>
    new Set(found.flatMap(({ aside, reader, info }) => aside.flatMap((row) => textIn(row, reader, info, field) ?? [])));
  const asideIds = [...values('visit_id')].map((id) => visitIdBits(id, seed));
  const orders = [...values('order_id')].map(orderKey);
  const named = found.flatMap(({ named }) => (named === null ? [] : [`SELECT order_key FROM ${named}`]));
  return (
    (await areNotIn(database, ids, 'id', 'BIGINT', asideIds)) &&
    (await areNotIn(database, named, 'order_key', 'VARCHAR', orders))
  );
}

/** The text of a field in a row that was set aside. */
function textIn(row: AsideRow, reader: RowReader, { plan }: TableInfo, field: string): string | null {
  const from = plan.fields[field];
  if (from === undefined) return null;
  if ('cells' in row) return row.cells === null ? null : readText(from)(row.cells);
  return row.texts[reader.textAt(field)] ?? null;
}

async function areNotIn(
  database: Database,
  selects: readonly string[],
  column: string,
  type: 'BIGINT' | 'VARCHAR',
  values: readonly (bigint | string)[],
): Promise<boolean> {
  if (values.length === 0 || selects.length === 0) return true;
  await database.fill('aside_values', [['value', type]], values.length, [(row) => values[row]!]);
  const all = selects.join(' UNION ALL ');
  const [[count] = []] = await database.rows(
    `SELECT count(*) FROM (${all}) WHERE ${column} IN (SELECT value FROM aside_values)`,
  );
  await database.run('DROP TABLE aside_values');
  return count === 0n;
}
