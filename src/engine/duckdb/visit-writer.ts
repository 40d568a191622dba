import type { PassingVisits } from '../load/passing-visits.ts';
import type { Database } from './database.ts';
import { also } from './sql-text.ts';
import type { ColumnType, TableWriter } from './table-writer.ts';

/** What is the same for each row that is a session. */
const one = 1_000_000;

/** The tables of a file as they are filled. */
export class VisitWriter {
  #plain: TableWriter | null = null;
  #named: TableWriter | null = null;
  #fields: PassingVisits['fields'] = [];
  readonly combos = new Set<number>();
  rows = 0;

  constructor(
    private readonly database: Database,
    private readonly name: string,
    private readonly visits: PassingVisits,
  ) {}

  get parts(): string[] {
    return [`${this.name}_plain`, ...(this.visits.hasOrder ? [`${this.name}_named`] : [])];
  }

  /** Writes the rows that are here now. */
  async write(): Promise<void> {
    const { visits } = this;
    if (visits.rows === 0) return;
    if (this.#plain === null) await this.#open();
    const [plain, named] = [new Int32Array(visits.rows), new Int32Array(visits.rows)];
    let [plains, nameds] = [0, 0];
    for (let row = 0; row < visits.rows; row += 1) {
      this.combos.add(visits.combo(row));
      if (visits.namesOrder(row)) named[nameds++] = row;
      else plain[plains++] = row;
    }
    this.#append(this.#plain!, plain, plains, false);
    if (this.#named !== null) this.#append(this.#named, named, nameds, true);
    this.rows += visits.rows;
    visits.clear();
  }

  #append(writer: TableWriter, rows: Int32Array, count: number, isNamed: boolean): void {
    const { visits } = this;
    writer.append(count, [
      (i) => visits.hour(rows[i]!),
      (i) => visits.combo(rows[i]!),
      ...(visits.hasId ? [(i: number) => visits.id(rows[i]!)] : []),
      ...(visits.hasVisitor ? [(i: number) => visits.visitor(rows[i]!)] : []),
      ...this.#fields.map(([, column]) => (i: number) => {
        const value = column.get(rows[i]!);
        return Number.isNaN(value) ? null : value;
      }),
      ...(isNamed
        ? [
            (i: number) => visits.instant(rows[i]!),
            (i: number) => visits.order(rows[i]!),
            (i: number) => visits.session(rows[i]!),
          ]
        : []),
    ]);
  }

  async #open(): Promise<void> {
    const { database, visits, parts } = this;
    this.#fields = visits.fields;
    const columns: [string, ColumnType][] = [
      ['hour', 'INTEGER'],
      ['combo', 'INTEGER'],
      ...(visits.hasId ? [['id', 'BIGINT'] satisfies [string, ColumnType]] : []),
      ...(visits.hasVisitor ? [['visitor', 'UHUGEINT'] satisfies [string, ColumnType]] : []),
      ...this.#fields.map(([name]): [string, ColumnType] => [name, 'DOUBLE']),
    ];
    this.#plain = await database.makeTable(parts[0]!, columns);
    if (!visits.hasOrder) return;
    const more: [string, ColumnType][] = [
      ['moment', 'DOUBLE'],
      ['order_key', 'VARCHAR'],
      ['session', 'VARCHAR'],
    ];
    this.#named = await database.makeTable(parts[1]!, [...columns, ...more]);
  }

  /** Ends the tables; returns what they count. */
  async end(): Promise<Map<string, string>> {
    const { visits } = this;
    if (this.#plain === null) await this.#open();
    this.#plain!.close();
    this.#named?.close();
    const names = this.#fields.map(([name]) => name);
    const own = `hour, combo${visits.hasVisitor ? ', visitor' : ', 0::UHUGEINT AS visitor'}${also(names)}`;
    const all = this.parts.map((part) => `SELECT ${own} FROM ${part}`).join(' UNION ALL ');
    await this.database.run(`CREATE VIEW ${this.name} AS ${all}`);
    return new Map([...names.map((name): [string, string] => [name, name]), ['sessions', String(one)]]);
  }
}
