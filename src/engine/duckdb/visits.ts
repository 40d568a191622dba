import type { Span } from '../../core/calendar.ts';
import type { Hour } from '../../core/civil.ts';
import type { Zone } from '../../core/zone.ts';
import type { Dictionary } from '../../facts/dictionary.ts';
import type { UnnamedOrders } from '../../facts/name-orders.ts';
import type { NamedVisit, ResidentSum, Residents, ResidentTable, TakeOrder } from '../../facts/resident.ts';
import type { Test } from '../../measures/measure.ts';
import { bucketSql } from './buckets.ts';
import { Cursor } from './cursor.ts';
import type { Database } from './database.ts';
import type { KeptIds } from './order-ids.ts';
import { slicesOf } from './slices.ts';
import { also } from './sql-text.ts';
import { testSql } from './test-sql.ts';

/** A table of visits in the database, with what it counts by field. */
export interface VisitTable extends ResidentTable {
  /** Columns: `moment` (an instant), `words`, `visitor` (128 bits of its key, NULL for none), `order_key`, and the fields. */
  readonly name: string;
  readonly fields: readonly string[];
  readonly hasVisitor: boolean;
  readonly hasOrder: boolean;
  live: boolean;
}

/** Counts by span and group, added up over slices that share no visitor. */
class Cells {
  readonly #counts: Map<number, number>[] = [];

  add(span: number, group: number, count: number): void {
    this.#counts[span] ??= new Map();
    this.#counts[span].set(group, (this.#counts[span].get(group) ?? 0) + count);
  }

  all(): { span: number; group: number; count: number }[] {
    return this.#counts.flatMap((groups, span) => [...groups].map(([group, count]) => ({ span, group, count })));
  }
}

/** The visits that stay in the database. */
export class ResidentVisits implements Residents {
  readonly tables: VisitTable[] = [];
  #asked = 0;

  constructor(
    private readonly database: Database,
    private readonly zone: Zone,
  ) {}

  async sums(bounds: readonly Hour[]): Promise<readonly ResidentSum[]> {
    const all: ResidentSum[] = [];
    const fields = [...new Set(this.tables.flatMap((table) => table.fields))];
    for (const { name, table, live, fields: own } of this.tables) {
      if (!live) continue;
      const bucket = bucketSql('s.moment', bounds, this.zone);
      const found = await this.database.rows(
        `SELECT bucket, combo, named, count(*)${also(own.map((field) => `CAST(sum(${field}) AS DOUBLE)`))} FROM (SELECT ${bucket} AS bucket, combo, visitor IS NOT NULL AS named${also(own)} FROM ${name} s JOIN ${name}_words m ON s.words = m.words) WHERE bucket IS NOT NULL GROUP BY bucket, combo, named ORDER BY bucket, combo, named`,
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

  async orders(
    unnamed: readonly UnnamedOrders[],
    named: Pick<Dictionary, 'get' | 'size'>,
    take: TakeOrder,
  ): Promise<void> {
    for (const { name, table, live, hasOrder } of this.tables) {
      if (!live || !hasOrder) continue;
      const earliest = `(SELECT order_key, min(moment) AS moment, arg_min(words, (moment, s.rowid)) AS words FROM ${name} s WHERE order_key IS NOT NULL GROUP BY order_key) s JOIN ${name}_words m ON s.words = m.words`;
      // Of this engine: no other leaves orders unnamed.
      for (const [at, { name: ids }] of (unnamed as readonly KeptIds[]).entries()) {
        const sql = `SELECT CAST(moment AS DOUBLE), combo, CAST(i.rowid AS DOUBLE) FROM ${earliest} JOIN ${ids} i ON i.id = s.order_key`;
        await new Cursor(this.database.chunks(sql)).each((cursor) => {
          take.unnamed(at, cursor.number(2), cursor.at, table.index, cursor.number(1));
        });
      }
      if (named.size === 0) continue;
      const sql = `SELECT CAST(moment AS DOUBLE), combo, order_key FROM ${earliest}`;
      await new Cursor(this.database.chunks(sql)).each((cursor) => {
        const order = named.get(cursor.text(2) ?? '');
        if (order !== -1) take.named(order, cursor.at, table.index, cursor.number(1));
      });
    }
  }

  async visitors(
    spans: readonly Span[],
    groupOf: (combo: number) => number,
    where: Test | undefined,
    others: Iterable<NamedVisit>,
  ): Promise<readonly { span: number; group: number; count: number }[]> {
    const { database } = this;
    this.#asked += 1;
    const id = `q${this.#asked}`;
    const bounds = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
    const placeOf = new Map(bounds.map((bound, place) => [bound, place]));
    await this.#keepOthers(id, bounds, others);
    const parts = [`SELECT bucket, grp, md5_number(visitor) AS visitor FROM ${id}_others`];
    for (const { name, live, hasVisitor, combos, fields } of this.tables) {
      if (!live || !hasVisitor) continue;
      const groups = new Set(combos.map(groupOf));
      const bucket = bucketSql('s.moment', bounds, this.zone);
      const test = where === undefined ? '' : ` AND ${testSql(where, fields)}`;
      let grp = String([...groups][0] ?? 0);
      let join = '';
      if (groups.size > 1) {
        const map = `${id}_${name}`;
        await database.makeNumbers(
          `${map}_groups`,
          ['combo', 'grp'],
          combos.map((combo) => [combo, groupOf(combo)]),
        );
        await database.run(
          `CREATE TABLE ${map} AS SELECT words, grp FROM ${name}_words JOIN ${map}_groups USING (combo)`,
        );
        [grp, join] = ['g.grp', ` JOIN ${id}_${name} g ON s.words = g.words`];
      }
      parts.push(
        `SELECT bucket, grp, visitor FROM (SELECT ${bucket} AS bucket, ${grp} AS grp, visitor FROM ${name} s${join} WHERE visitor IS NOT NULL${test}) WHERE bucket IS NOT NULL`,
      );
    }
    const source = parts.join(' UNION ALL ');
    const found = new Cells();
    const slices = slicesOf(this.tables.reduce((sum, { rows, live }) => sum + (live ? rows : 0), 0));
    for (let slice = 0; slice < slices; slice += 1) {
      const own = slices === 1 ? source : `SELECT * FROM (${source}) WHERE (visitor & ${slices - 1}) = ${slice}`;
      await this.#countSlice(id, own, spans, placeOf, found);
    }
    return found.all();
  }

  /** Counts the different visitors of a source of buckets, groups and visitors. */
  async #countSlice(
    id: string,
    source: string,
    spans: readonly Span[],
    placeOf: ReadonlyMap<Hour, number>,
    found: Cells,
  ): Promise<void> {
    const { database } = this;
    await database.run(
      `CREATE TABLE ${id} AS SELECT DISTINCT CAST(bucket AS SMALLINT) AS bucket, CAST(grp AS INTEGER) AS grp, visitor FROM (${source})`,
    );
    const single = new Map<number, number[]>();
    for (const [index, { from, to }] of spans.entries()) {
      const [first, past] = [placeOf.get(from)!, placeOf.get(to)!];
      if (past - first === 1) single.set(first, [...(single.get(first) ?? []), index]);
      else for (const { group, count } of await this.#over(id, first, past)) found.add(index, group, count);
    }
    if (single.size > 0) {
      const cells = await database.rows(
        `SELECT bucket, grp, count(*) FROM ${id} WHERE grp > 0 GROUP BY bucket, grp UNION ALL SELECT bucket, 0, count(*) FROM (SELECT DISTINCT bucket, visitor FROM ${id}) GROUP BY bucket`,
      );
      for (const [bucket, group, count] of cells)
        for (const span of single.get(bucket as number) ?? []) found.add(span, group as number, Number(count));
    }
    await database.run(`DROP TABLE ${id}`);
  }

  /** Different visitors of several buckets together. */
  async #over(id: string, first: number, past: number): Promise<{ group: number; count: number }[]> {
    const { database } = this;
    await database.run(
      `CREATE TABLE ${id}_span AS SELECT DISTINCT grp, visitor FROM ${id} WHERE bucket >= ${first} AND bucket < ${past}`,
    );
    const cells = await database.rows(
      `SELECT grp, count(*) FROM ${id}_span WHERE grp > 0 GROUP BY grp UNION ALL SELECT 0, count(DISTINCT visitor) FROM ${id}_span`,
    );
    await database.run(`DROP TABLE ${id}_span`);
    return cells.map(([group, count]) => ({ group: group as number, count: Number(count) }));
  }

  async #keepOthers(id: string, bounds: readonly Hour[], others: Iterable<NamedVisit>): Promise<void> {
    const rows = [...others].flatMap(({ hour, group, visitor }) => {
      const place = bounds.findLastIndex((bound) => bound <= hour);
      return place === -1 || place === bounds.length - 1 ? [] : [{ place, group, visitor }];
    });
    await this.database.run(`CREATE TABLE ${id}_others (bucket INTEGER, grp INTEGER, visitor VARCHAR)`);
    await this.database.append(`${id}_others`, rows.length, (appender, i) => {
      appender.appendInteger(rows[i]!.place);
      appender.appendInteger(rows[i]!.group);
      appender.appendVarchar(rows[i]!.visitor);
    });
  }
}
