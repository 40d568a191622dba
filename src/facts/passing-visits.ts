import type { RowAccount } from '../core/accounting.ts';
import type { Hour, Instant } from '../core/civil.ts';
import { type Hash, hashText } from '../core/hash.ts';
import type { Dimension } from '../core/kinds.ts';
import type { RowReader } from '../ingest/row-reader.ts';
import type { Cells } from '../plan/compile.ts';
import type { FilePlan } from '../plan/plan.ts';
import { areSessions } from '../plan/supply.ts';
import { DatedCollector } from './collect-dated.ts';
import { Memory } from './context.ts';
import { Dictionary } from './dictionary.ts';
import { Facts } from './facts.ts';
import { isDamagedId } from './identity.ts';
import { KeyIndex } from './key-index.ts';
import { readerOf, tableInfo } from './load-files.ts';
import type { TableInfo } from './table-info.ts';

/** A row that is settled together with others in memory, or a blank line (without cells) below a row. */
export type AsideRow =
  | { readonly record: number; readonly cells: Cells | null }
  | { readonly record: number; readonly numbers: Float64Array; readonly texts: readonly (string | null)[] };

/** Keys of rows that are handed on: none is looked up, and none stays. */
class PassingKeys extends Dictionary {
  /** Two numbers of 64 bits a key: its hash. */
  words = new BigUint64Array(2 * 4096);
  #hashes: Hash = new Int32Array(this.words.buffer);
  #texts: string[] = [];
  #count = 0;

  constructor(private readonly hashSeed: Hash) {
    super(hashSeed);
  }

  override add(text: string): number {
    const place = this.#next();
    hashText(text, this.hashSeed, this.#hashes, place * 4);
    this.#texts[place] = text;
    return place;
  }

  override addHash(hash: Hash, at: number): number {
    const place = this.#next();
    for (let i = 0; i < 4; i += 1) this.#hashes[place * 4 + i] = hash[at + i]!;
    return place;
  }

  override touch(): void {}

  override text(place: number): string {
    return this.#texts[place] ?? '';
  }

  clear(): void {
    this.#count = 0;
    this.#texts = [];
  }

  #next(): number {
    const place = this.#count;
    this.#count += 1;
    if (this.#count * 2 > this.words.length) {
      const more = new BigUint64Array(this.words.length * 2);
      more.set(this.words);
      this.words = more;
      this.#hashes = new Int32Array(more.buffer);
    }
    return place;
  }
}

/** The ids of rows that are handed on, in their order: each row is taken for the only one of its id. */
class PassingIndex extends KeyIndex {
  readonly ids: PassingKeys;

  constructor(seed: Hash) {
    super(seed);
    this.ids = new PassingKeys(seed);
  }

  override get(): number {
    return -1;
  }

  override place(key: string): number {
    return this.ids.add(key);
  }

  override placeOfId(hash: Hash, at: number): number {
    return this.ids.addHash(hash, at);
  }

  override rowAt(): number {
    return -1;
  }

  override point(): void {}
  override reserve(): void {}
  override touch(): void {}
}

/** What a run has of a few rows, which go elsewhere; it shares only the combinations of words with the run. */
class Passage extends Memory {
  readonly ids: PassingIndex;
  readonly visitors: PassingKeys;
  readonly orders: PassingKeys;
  readonly other: PassingKeys;
  readonly visits: Facts;

  constructor(run: Memory) {
    const [visitors, orders, other] = [0, 1, 2].map(() => new PassingKeys(run.seed));
    super({ ...run.setting, seed: run.seed }, { people: other!, visitors: visitors!, orders: orders!, other: other! });
    this.ids = new PassingIndex(run.seed);
    [this.visitors, this.orders, this.other] = [visitors!, orders!, other!];
    this.visits = new Facts('visit', run.of('visit').combos);
  }

  override of(): Facts {
    return this.visits;
  }

  override index(): KeyIndex {
    return this.ids;
  }

  clear(): void {
    for (const keys of [this.ids.ids, this.visitors, this.orders, this.other]) keys.clear();
    this.visits.dropFrom(0);
  }
}

/** Takes rows that stand each for themselves; the others are set aside. */
class PassingCollector extends DatedCollector {
  readonly #at: number;
  readonly #idAt: number;

  constructor(
    memory: Memory,
    table: TableInfo,
    reader: RowReader,
    private readonly aside: AsideRow[],
  ) {
    super(memory, table, reader);
    this.#at = reader.numberAt('started_at');
    this.#idAt = reader.textAt('visit_id');
  }

  override take(record: number): void {
    const { numbers, texts } = this.reader;
    const hour = this.memory.setting.zone.hour(numbers[this.#at]!);
    if (!Number.isNaN(hour) && (this.#idAt === -1 || this.#hasId())) {
      super.take(record);
      return;
    }
    this.complete();
    this.aside.push({ record, numbers: numbers.slice(), texts: [...texts] });
  }

  /** Whether the current row has an id that names a visit. */
  #hasId(): boolean {
    const id = this.source?.texts[this.#idAt];
    if (id?.role !== 'id') return false;
    const from = this.sourceRow === 0 ? 0 : id.ends[this.sourceRow - 1]!;
    const to = id.ends[this.sourceRow]!;
    let mayBeDamaged = false;
    for (let at = from; at < to; at += 1) if (id.bytes[at] === plus) mayBeDamaged = true;
    return from < to && !(mayBeDamaged && isDamagedId(String.fromCharCode(...id.bytes.subarray(from, to))));
  }
}

const plus = 43;

/** Numbers of visits that say when they were, and who. */
const notCounted = new Set(['from', 'to', 'started_at', 'who']);

/**
 * The visits of a file on their way to another engine, a few at a time: read and counted as they would be in memory, by the
 * same code, but compared with no other.
 */
export class PassingVisits {
  readonly collector: DatedCollector;
  readonly aside: AsideRow[] = [];
  readonly isSession: boolean;
  readonly hasId: boolean;
  readonly hasVisitor: boolean;
  readonly hasOrder: boolean;
  readonly memory: Passage;

  constructor(run: Memory, file: FilePlan, account: RowAccount, by: readonly Dimension[]) {
    const plan = file.tables[0]!;
    this.memory = new Passage(run);
    const info = tableInfo(this.memory, file, plan, account);
    const reader = readerOf(this.memory, info, by);
    this.collector = new PassingCollector(this.memory, info, reader, this.aside);
    this.isSession = areSessions(plan);
    this.hasId = plan.fields.visit_id !== undefined;
    this.hasVisitor = plan.fields.visitor_id !== undefined && run.asked.reads('visit', 'visitor_id');
    this.hasOrder = plan.fields.order_id !== undefined;
  }

  /** The rows that are here now. */
  get rows(): number {
    return this.memory.visits.rows;
  }

  /** What is counted, once a row is here: the fields that will be asked for, without the session that each row is. */
  get fields(): string[] {
    const { visits, asked } = this.memory;
    const names = [...visits.numbers.keys()].filter((name) => !notCounted.has(name) && asked.reads('visit', name));
    return names.filter((name) => !this.isSession || name !== 'sessions');
  }

  hour(row: number): Hour {
    return this.memory.visits.whole('from').get(row);
  }

  combo(row: number): number {
    return this.memory.visits.combo.get(row);
  }

  /** 64 bits of the hash of its id. */
  id(row: number): bigint {
    return idBits(this.memory.ids.ids.words, row);
  }

  /** 128 bits; 0 for a row that names no visitor. */
  visitor(row: number): bigint {
    const place = this.memory.visits.key('visitor_id').get(row);
    if (Number.isNaN(place)) return 0n;
    return allBits(this.memory.visitors.words, place);
  }

  namesOrder(row: number): boolean {
    return this.hasOrder && !Number.isNaN(this.memory.visits.key('order_id').get(row));
  }

  instant(row: number): Instant {
    return this.memory.visits.whole('started_at').get(row);
  }

  order(row: number): string {
    return this.memory.orders.text(this.memory.visits.key('order_id').get(row));
  }

  /** The id of a session that names an order; null if it has none. */
  session(row: number): string | null {
    return this.hasId && this.isSession ? this.memory.other.text(this.memory.visits.key('session').get(row)) : null;
  }

  /** The rows have gone: those that come next take their place. */
  clear(): void {
    this.memory.clear();
  }
}

const allBits = (words: BigUint64Array, place: number): bigint => words[2 * place]! | (words[2 * place + 1]! << 64n);

const idBits = (words: BigUint64Array, place: number): bigint => BigInt.asIntN(64, words[2 * place]!);

/** The number that the other engine has for a visitor, from the hash. */
export const visitorBits = (hash: Hash): bigint => allBits(new BigUint64Array(hash.slice().buffer), 0);

/** The number by which the other engine compares ids, from the text of one. */
export function visitIdBits(id: string, seed: Hash): bigint {
  const words = new BigUint64Array(2);
  hashText(`#${id}`, seed, new Int32Array(words.buffer), 0);
  return idBits(words, 0);
}
