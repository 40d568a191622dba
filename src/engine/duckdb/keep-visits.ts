import type { Dimension } from '../../core/kinds.ts';
import { Asked } from '../../facts/asked.ts';
import type { RunSetting } from '../../facts/context.ts';
import { sourceKeyOf } from '../../facts/table-info.ts';
import { readText, type Zones } from '../../plan/compile.ts';
import type { FilePlan } from '../../plan/plan.ts';
import type { Database } from './database.ts';
import { type KeptVisits, readVisits } from './read-visits.ts';
import type { RegularFile } from './regular.ts';
import { sliceTests } from './slices.ts';

/** Whether the visits of a file may stay in the database at all: sessions with a time and an id, or one file of sessions. */
function mayStay(file: FilePlan, files: number, currency: string | null): boolean {
  const [table] = file.tables;
  if (table === undefined || table.kind !== 'visit' || table.period !== null || file.source.events === true)
    return false;
  const { fields } = table;
  if (fields.started_at === undefined || fields.visitors !== undefined) return false;
  if (file.currency !== null && currency !== null && file.currency !== currency) return false;
  return fields.visit_id !== undefined || (files === 1 && fields.sessions === undefined);
}

/**
 * Reads files of visits into the database if each row is a separate record: no two rows of a source have one id. All of
 * a source stay there, or none.
 */
export async function keepVisits(
  database: Database,
  files: readonly FilePlan[],
  regular: ReadonlyMap<FilePlan, RegularFile>,
  zonesOf: (file: FilePlan) => Zones,
  { zone, currency, measures }: Pick<RunSetting, 'zone' | 'currency' | 'measures'>,
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
      const one = await readVisits(
        database,
        `visits${count}`,
        file,
        regular.get(file)!,
        zonesOf(file),
        zone,
        asked,
        by,
      );
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

/** Whether no two rows of a source have one id, and no odd row shares an id or an order with another. */
async function areApart(database: Database, found: readonly (readonly [FilePlan, KeptVisits])[]): Promise<boolean> {
  const withIds = found.filter(([file]) => file.tables[0]!.fields.visit_id !== undefined);
  if (withIds.length > 0) {
    const ids = withIds.map(([, { name }]) => `SELECT id FROM ${name}`).join(' UNION ALL ');
    const all = withIds.reduce((sum, [, { rows }]) => sum + rows, 0);
    for (const own of sliceTests('id', all)) {
      // Each compared with the previous one: half the time of a distinct count.
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
