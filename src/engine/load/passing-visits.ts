import type { RowAccount } from '../../core/accounting.ts';
import type { Hour, Instant } from '../../core/civil.ts';
import { type Hash, hashText } from '../../core/hash.ts';
import { kept } from '../../core/kept.ts';
import type { Dimension } from '../../core/kinds.ts';
import type { RowReader } from '../../ingest/row-reader.ts';
import type { Cells } from '../../plan/compile.ts';
import type { FilePlan } from '../../plan/plan.ts';
import { DatedCollector } from '../collect/collect-dated.ts';
import { hasSessionIds, SessionCollector } from '../collect/collect-sessions.ts';
import type { Column } from '../columns/column.ts';
import type { HashColumn } from '../columns/hash-column.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import { isDamagedId } from '../state/identity.ts';
import type { TableInfo } from '../state/table-info.ts';
import { readerOf, tableInfo } from './load-files.ts';
import { Passage } from './passage.ts';

/** A row that is settled together with others in memory, or a blank line (without cells) below a row. */
export type AsideRow =
  | { readonly record: number; readonly cells: Cells | null }
  | { readonly record: number; readonly numbers: Float64Array; readonly texts: readonly (string | null)[] };

/** Rows that have to be settled with others: they have no time, or no id that names a visit where others have one. */
class Aside {
  readonly rows: AsideRow[] = [];

  /** Takes the row in a reader if it is one of these. */
  takes({ setting }: Memory, { reader, id, at }: Places, record: number): boolean {
    const { numbers, texts } = reader;
    const text = id === -1 ? '' : texts[id]!;
    if (!Number.isNaN(setting.zone.hour(numbers[at]!)) && text !== null && !isDamagedId(text)) return false;
    this.rows.push({
      record,
      numbers: numbers.slice(),
      texts: texts.map((text) => (text === null ? null : kept(text))),
    });
    return true;
  }
}

interface Places {
  readonly reader: RowReader;
  readonly id: number;
  readonly at: number;
}

const placesIn = (reader: RowReader): Places => ({
  reader,
  id: reader.textAt('visit_id'),
  at: reader.numberAt('started_at'),
});

class PassingSessions extends SessionCollector {
  protected override readonly needsIdTexts = true;
  readonly #places = placesIn(this.reader);

  constructor(
    memory: Memory,
    table: TableInfo,
    reader: RowReader,
    private readonly aside: Aside,
  ) {
    super(memory, table, reader);
  }

  override accept(record: number, own = 1): void {
    if (!this.aside.takes(this.memory, this.#places, record)) super.accept(record, own);
  }
}

/** The same without ids. */
class PassingRows extends DatedCollector {
  readonly #places = placesIn(this.reader);

  constructor(
    memory: Memory,
    table: TableInfo,
    reader: RowReader,
    private readonly aside: Aside,
  ) {
    super(memory, table, reader);
  }

  override accept(record: number, own = 1): void {
    if (!this.aside.takes(this.memory, this.#places, record)) super.accept(record, own);
  }
}

/** Numbers of visits that say when they were, and who. */
const notCounted = new Set(['from', 'to', 'started_at', 'who']);

/**
 * The sessions of a file on their way to another engine, a few at a time: read and counted as they would be in memory, by
 * the same code, but compared with no other.
 */
export class PassingVisits {
  readonly collector: DatedCollector;
  readonly hasId: boolean;
  readonly hasVisitor: boolean;
  readonly hasOrder: boolean;
  readonly #aside = new Aside();
  readonly #memory: Passage;
  readonly #facts: Facts;
  readonly #hours: Column;
  readonly #orders: Column;
  readonly #ids: HashColumn;
  readonly #visitors: HashColumn;
  readonly #hash: Hash;
  /** The same hash, in two numbers of 64 bits. */
  readonly #words = new BigUint64Array(2);

  constructor(run: Memory, file: FilePlan, account: RowAccount, by: readonly Dimension[]) {
    const plan = file.tables[0]!;
    this.#memory = new Passage(run);
    const info = tableInfo(this.#memory, file, plan, account);
    const reader = readerOf(this.#memory, info, by);
    this.hasId = hasSessionIds(info, run.setting);
    const Collector = this.hasId ? PassingSessions : PassingRows;
    this.collector = new Collector(this.#memory, info, reader, this.#aside);
    this.hasVisitor = plan.fields.visitor_id !== undefined && run.asked.reads('visit', 'visitor_id');
    this.hasOrder = plan.fields.order_id !== undefined;
    this.#facts = this.#memory.of();
    this.#hours = this.#facts.whole('from');
    this.#orders = this.#facts.key('order_id');
    this.#ids = this.#facts.hash('visit_id');
    this.#visitors = this.#facts.hash('visitor_id');
    this.#hash = new Int32Array(this.#words.buffer);
  }

  /** Rows that are left to memory. */
  get aside(): AsideRow[] {
    return this.#aside.rows;
  }

  /** The rows that are here now. */
  get rows(): number {
    return this.#facts.rows;
  }

  /** What is counted, by name, once a row is here: what will be asked for, without the session that each row is. */
  get fields(): [name: string, column: Column][] {
    return [...this.#facts.numbers].filter(
      ([name]) => name !== 'sessions' && !notCounted.has(name) && this.#memory.asked.reads('visit', name),
    );
  }

  hour(row: number): Hour {
    return this.#hours.get(row);
  }

  combo(row: number): number {
    return this.#facts.combo.get(row);
  }

  /** 64 bits of the hash of its id. */
  id(row: number): bigint {
    this.#ids.get(row, this.#hash);
    return idOf(this.#words);
  }

  /** 128 bits; 0 for a row that names no visitor. */
  visitor(row: number): bigint {
    this.#visitors.get(row, this.#hash);
    return visitorOf(this.#words);
  }

  namesOrder(row: number): boolean {
    return this.hasOrder && !Number.isNaN(this.#orders.get(row));
  }

  instant(row: number): Instant {
    return this.#facts.whole('started_at').get(row);
  }

  order(row: number): string {
    return this.#memory.orders.text(this.#orders.get(row));
  }

  /** The id of a session that names an order; null if it has none. */
  session(row: number): string | null {
    return this.hasId ? this.#facts.idTexts.get(row) : null;
  }

  /** The rows have gone: those that come next take their place. */
  clear(): void {
    const { orders, sessions } = this.#memory;
    for (let row = 0; row < this.rows; row += 1) if (this.namesOrder(row)) this.#orders.set(row, Number.NaN);
    orders.clear();
    sessions.clear();
    this.#facts.idTexts.clear();
    this.#ids.forget();
    this.#visitors.forget();
    this.#facts.dropFrom(0);
  }
}

const visitorOf = (words: BigUint64Array): bigint => words[0]! | (words[1]! << 64n);

const idOf = (words: BigUint64Array): bigint => BigInt.asIntN(64, words[0]!);

/** The number that the other engine has for a visitor, from the hash. */
export const visitorBits = (hash: Hash): bigint => visitorOf(new BigUint64Array(hash.slice().buffer));

/** The number by which the other engine compares ids, from the text of one. */
export function visitIdBits(id: string, seed: Hash): bigint {
  const words = new BigUint64Array(2);
  hashText(id, seed, new Int32Array(words.buffer), 0);
  return idOf(words);
}
