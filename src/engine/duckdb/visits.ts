import type { DuckDBDataChunk, DuckDBVector } from '@duckdb/node-api';
import type { Span } from '../../core/calendar.ts';
import { DAY_HOURS, type Hour } from '../../core/civil.ts';
import type { Test } from '../../measures/measure.ts';
import { DistinctCounts } from '../../reader/distinct-counts.ts';
import { Patches } from '../answers/patches.ts';
import type { Dictionary } from '../columns/dictionary.ts';
import { visitorBits } from '../load/passing-visits.ts';
import type { NamedVisit, OrderClaim, ResidentSum, Residents, TakeOrder, VisitorCount } from '../state/resident.ts';
import type { LeftOut } from '../state/table-info.ts';
import { bucketSql } from './buckets.ts';
import { claimInSql } from './claims.ts';
import { Cursor } from './cursor.ts';
import type { Database } from './database.ts';
import { sliceTests } from './slices.ts';
import { also } from './sql-text.ts';
import { testSql } from './test-sql.ts';
import type { VisitTable } from './visit-table.ts';

/** The visits that stay in the database. */
export class ResidentVisits implements Residents {
  readonly tables: VisitTable[] = [];
  #asked = 0;

  constructor(private readonly database: Database) {}

  async leaveOut(left: readonly LeftOut[]): Promise<void> {
    const { database } = this;
    const sessions = 1_000_000;
    for (const one of left) {
      for (const table of this.tables) {
        const { name, parts } = table;
        if (table.table !== one.table) continue;
        const days = [...one.days];
        await database.fill('left_days', [['day', 'INTEGER']], days.length, [(i) => days[i]!]);
        for (const part of parts)
          await database.run(`DELETE FROM ${part} WHERE floor(hour / ${DAY_HOURS}.0) IN (SELECT day FROM left_days)`);
        await database.run('DROP TABLE left_days');
        const [[count] = []] = await database.rows(`SELECT count(*) FROM ${name}`);
        const rows = table.rows - Number(count);
        table.rows -= rows;
        table.live = table.rows > 0;
        const combos = await database.rows(`SELECT DISTINCT combo FROM ${name} ORDER BY combo`);
        table.combos = combos.map(([combo]) => combo as number);
        one.rows += rows;
        // Each is a session.
        one.amount = (Number.isNaN(one.amount) ? 0 : one.amount) + rows * sessions;
      }
    }
  }

  async sums(bounds: readonly Hour[]): Promise<readonly ResidentSum[]> {
    const all: ResidentSum[] = [];
    const fields = [...new Set(this.tables.flatMap((table) => [...table.fields.keys()]))];
    for (const { name, table, live, fields: known } of this.tables) {
      if (!live) continue;
      const own = [...known.keys()];
      const values = [...known].map(([field, sql]) => `${sql} AS ${field}`);
      const bucket = bucketSql('hour', bounds);
      const found = await this.database.rows(
        `SELECT bucket, combo, named, count(*)${also(own.map((field) => `CAST(sum(CAST(${field} AS BIGINT)) AS DOUBLE)`))} FROM (SELECT ${bucket} AS bucket, combo, visitor <> 0 AS named${also(values)} FROM ${name}) WHERE bucket IS NOT NULL GROUP BY bucket, combo, named ORDER BY bucket, combo, named`,
      );
      for (const [place, combo, named, rows, ...sums] of found) {
        all.push({
          table,
          combo: combo as number,
          from: bounds[place as number]!,
          rows: Number(rows),
          named: named === true,
          sums: new Map(
            fields.map((field) => {
              const at = own.indexOf(field);
              return [field, at === -1 ? Number.NaN : ((sums[at] as number | null) ?? Number.NaN)];
            }),
          ),
        });
      }
    }
    return all;
  }

  claim(others: readonly OrderClaim[]): Promise<readonly number[]> {
    return claimInSql(this.database, this.tables, others);
  }

  async orders(known: Pick<Dictionary, 'get' | 'size'>, take: TakeOrder): Promise<void> {
    if (known.size === 0) return;
    for (const { named, table, live } of this.tables) {
      if (!live || named === null) continue;
      const sql = `SELECT CAST(min(moment) AS DOUBLE), arg_min(combo, (moment, rowid)), order_key FROM ${named} WHERE order_key IS NOT NULL GROUP BY order_key`;
      await new Cursor(this.database.chunks(sql)).each((cursor) => {
        const order = known.get(cursor.text(2) ?? '');
        if (order !== -1) take(order, cursor.at, table.index, cursor.number(1));
      });
    }
  }

  async visitors(
    spans: readonly Span[],
    groupOf: (combo: number) => number,
    where: Test | undefined,
    others: Iterable<NamedVisit>,
  ): Promise<{ readonly counts: Promise<readonly VisitorCount[]> }> {
    const { database } = this;
    this.#asked += 1;
    const id = `q${this.#asked}`;
    const bounds = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
    const live = this.tables.filter((table) => table.live && table.hasVisitor);
    const beside = besides(bounds, others);
    const groups = [...live.flatMap(({ combos }) => combos.map(groupOf)), ...beside.map(({ group }) => group)];
    const width = 1 + groups.reduce((most, group) => Math.max(most, group), 0);
    // With as few bits as suffice: there are as many as visits.
    const cells = bounds.length * width;
    const type = cells < 2 ** 15 ? 'SMALLINT' : cells < 2 ** 31 ? 'INTEGER' : 'DOUBLE';
    const cellSql = (bucket: string, group: string): string =>
      `CAST(CAST(${bucket} AS BIGINT) * ${width} + ${group} AS ${type})`;
    const parts: string[] = [];
    if (beside.length > 0) {
      await this.#keepOthers(`${id}_others`, beside);
      parts.push(`SELECT ${cellSql('bucket', 'grp')} AS cell, visitor FROM ${id}_others`);
    }
    for (const { name, combos, fields } of live) {
      const own = new Set(combos.map(groupOf));
      const bucket = bucketSql('hour', bounds);
      const test = where === undefined ? '' : ` AND ${testSql(where, fields)}`;
      let grp = String([...own][0] ?? 0);
      let join = '';
      if (own.size > 1) {
        const groupsOf = `${id}_${name}_groups`;
        await database.fill(
          groupsOf,
          [
            ['combo', 'INTEGER'],
            ['grp', 'INTEGER'],
          ],
          combos.length,
          [(i) => combos[i]!, (i) => groupOf(combos[i]!)],
        );
        [grp, join] = ['grp', ` JOIN ${groupsOf} USING (combo)`];
      }
      parts.push(
        `SELECT ${cellSql('bucket', 'grp')} AS cell, visitor FROM (SELECT ${bucket} AS bucket, ${grp} AS grp, visitor FROM ${name}${join} WHERE visitor <> 0${test}) WHERE bucket IS NOT NULL`,
      );
    }
    const patches = new Patches(spans, width - 1);
    const counts = new DistinctCounts(patches, 1);
    if (parts.length === 0) return { counts: Promise.resolve([]) };
    const source = parts.join(' UNION ALL ');
    const slices = sliceTests(
      'visitor',
      live.reduce((sum, { rows }) => sum + rows, 0),
    );
    // Sorted by visitor, the first cell of each below 0: faster than a list for each, and it spills more evenly.
    const seen = slices.map(
      (own) =>
        `SELECT CASE WHEN visitor = lag(visitor) OVER (ORDER BY visitor) THEN cell ELSE CAST(-1 - cell AS ${type}) END FROM (${source})${own}`,
    );
    const count = async (): Promise<VisitorCount[]> => {
      let next = database.wholeChunks(seen[0]!);
      for (let slice = 1; slice <= seen.length; slice += 1) {
        const chunks = await next;
        if (slice < seen.length) {
          // It is sorted while this one is counted.
          next = database.wholeChunks(seen[slice]!);
          next.catch(() => {});
        }
        for await (const chunk of chunks) addCells(counts, width, chunk);
      }
      return countsOf(counts, width);
    };
    return { counts: count() };
  }

  #keepOthers(name: string, rows: readonly (NamedVisit & { bucket: number })[]): Promise<void> {
    return this.database.fill(
      name,
      [
        ['bucket', 'INTEGER'],
        ['grp', 'INTEGER'],
        ['visitor', 'UHUGEINT'],
      ],
      rows.length,
      [(i) => rows[i]!.bucket, (i) => rows[i]!.group, (i) => visitorBits(rows[i]!.visitor)],
    );
  }
}

/** The rows within the bounds, with the place of the bound before them. */
function besides(bounds: readonly Hour[], rows: Iterable<NamedVisit>): (NamedVisit & { bucket: number })[] {
  return [...rows].flatMap((row) => {
    const bucket = bounds.findLastIndex((bound) => bound <= row.hour);
    return bucket === -1 || bucket === bounds.length - 1 ? [] : [{ ...row, bucket }];
  });
}

/**
 * Counts the visitors of a chunk: one cell per row, -1 less the cell where a visitor begins. The first bucket is after
 * the first bound: its patches are those after the first `width`.
 */
function addCells(counts: DistinctCounts, width: number, chunk: DuckDBDataChunk): void {
  const cells = chunk.getColumnVector(0) as DuckDBVector<number>;
  const { rowCount } = chunk;
  for (let row = 0; row < rowCount; row += 1) {
    const cell = cells.getItem(row)!;
    if (cell < 0) {
      counts.next();
      counts.see(width - 1 - cell);
    } else counts.see(width + cell);
  }
}

/** All counts above 0. */
function countsOf({ counts }: DistinctCounts, width: number): VisitorCount[] {
  return [...counts].flatMap((count, cell) =>
    count === 0 ? [] : [{ span: Math.floor(cell / width), group: cell % width, count }],
  );
}
