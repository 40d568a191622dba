import { hashText } from '../core/hash.ts';
import { printOfText } from '../core/person.ts';
import type { Asked } from './batch.ts';
import type { TextColumn, TextPlan } from './columns.ts';
import { exactKey, keyColumns, noCurrency, type Reading, textWords, type Words } from './fields.ts';
import { grown, longer } from './grown.ts';
import { lasting } from './lasting.ts';
import type { Parcel } from './parcel.ts';

/** Records for which there is room at first. */
export const firstRoom = 1 << 10;

/** Keeps the values of one text field of a stretch. */
export interface TextKeeper {
  /** A stretch begins. */
  begin(): void;
  /** Takes those of a batch, the first of which is a record of the stretch; what is not plain then is left to the exact reader. */
  take(record: number): void;
  grow(length: number): void;
  end(records: number, parcel: Parcel): TextColumn;
}

/** Words, each different one once. */
export class WordKeeper implements TextKeeper {
  readonly words: Words<string | null>;
  #codes: Int32Array<ArrayBuffer> | null;

  /** `inCombos`: its codes follow from the combination of each record, and nothing is to be taken. */
  constructor(
    plan: TextPlan,
    readonly reading: Reading,
    readonly required: boolean,
    inCombos: boolean,
  ) {
    this.words = textWords(plan, reading);
    this.#codes = inCombos ? null : new Int32Array(firstRoom);
  }

  begin(): void {
    this.words.begin();
  }

  /** Whether a word of these is one that a row may have: else the exact reader looks at it. */
  allows(code: number): boolean {
    const word = this.words.values[code];
    return word !== noCurrency && !(word === null && this.required);
  }

  take(record: number): void {
    if (this.#codes === null) return;
    const { batch } = this.reading;
    const codes = this.words.codes(batch.out);
    this.#codes.set(codes, record);
    if (this.words.values.some((_, code) => !this.allows(code))) batch.leave(codes, (code) => !this.allows(code));
  }

  grow(length: number): void {
    if (this.#codes !== null) this.#codes = grown(this.#codes, length);
  }

  end(records: number, parcel: Parcel): TextColumn {
    const codes = this.#codes === null ? null : parcel.ints(this.#codes, records);
    return { role: 'word', words: [...this.words.values], codes };
  }
}

/** The columns of a key in the memory of the kernel. */
class KeyPlaces {
  readonly #numbers: readonly number[] | null;
  at = 0;
  /** How many; -1 if the kernel does not read them. */
  readonly count: number;

  constructor(
    from: TextPlan['from'],
    readonly reading: Reading,
  ) {
    const columns = keyColumns(from);
    this.#numbers = columns?.flatMap(({ index, isKey }) => [index, isKey ? 1 : 0]) ?? null;
    this.count = columns?.length ?? -1;
  }

  begin(): void {
    this.at = this.reading.batch.list(this.#numbers ?? []);
  }
}

/** Hashes of records: in the parcel of the other columns, or in memory that outlasts it. */
const hashesOf = (hashes: Int32Array, records: number, { isLasting }: TextPlan, parcel: Parcel): Int32Array =>
  isLasting ? lasting(hashes.subarray(0, records * 4)) : parcel.ints(hashes, records * 4);

/** Ids: their texts one after the other, and their hashes; or these alone. */
export class IdKeeper implements TextKeeper {
  #bytes = new Uint8Array(firstRoom * 16);
  #used = 0;
  #ends = new Int32Array(firstRoom);
  #hashes = new Int32Array(firstRoom * 4);
  readonly #places: KeyPlaces;
  readonly #asked: Asked;

  constructor(
    readonly plan: TextPlan,
    readonly reading: Reading,
    readonly required: boolean,
  ) {
    this.#places = new KeyPlaces(plan.from, reading);
    const read = exactKey(plan.from, reading);
    this.#asked = { oddKey: (record) => (read(record) === null ? 0 : 2) };
  }

  begin(): void {
    this.#used = 0;
    this.#places.begin();
  }

  take(record: number): void {
    const { batch } = this.reading;
    const { at, count } = this.#places;
    const before = this.#used;
    const texts = batch.scratch();
    batch.asked = this.#asked;
    const { out, other } = batch;
    this.#used = batch.kernel.ids(at, count, this.plan.isOrder, this.required, texts, before, other, out);
    this.#hashes.set(batch.numbers(out, 4), record * 4);
    if (this.plan.role === 'key') {
      this.#used = 0;
      return;
    }
    if (this.#used > this.#bytes.length) {
      const more = new Uint8Array(this.#used * 2);
      more.set(this.#bytes);
      this.#bytes = more;
    }
    this.#bytes.set(batch.bytes.subarray(texts, texts + this.#used - before), before);
    this.#ends.set(batch.numbers(other, 1), record);
  }

  /** Records that are left to the exact reader still end somewhere. */
  skip(record: number): void {
    this.#ends[record] = this.#used;
  }

  grow(length: number): void {
    this.#ends = grown(this.#ends, length);
    this.#hashes = grown(this.#hashes, length * 4);
  }

  end(records: number, parcel: Parcel): TextColumn {
    const hashes = hashesOf(this.#hashes, records, this.plan, parcel);
    if (this.plan.role === 'key') return { role: 'key', hashes };
    const bytes = parcel.bytes(this.#bytes, this.#used);
    return { role: 'id', bytes, ends: parcel.ints(this.#ends, records), hashes };
  }
}

/** People: hashes and fingerprints. */
export class PersonKeeper implements TextKeeper {
  #hashes = new Int32Array(firstRoom * 4);
  #prints = new Float64Array(firstRoom);
  readonly #places: KeyPlaces;
  readonly #asked: Asked;

  constructor(
    readonly plan: TextPlan,
    readonly reading: Reading,
    readonly required: boolean,
    seed: Int32Array,
  ) {
    this.#places = new KeyPlaces(plan.from, reading);
    const { batch } = reading;
    const read = exactKey(plan.from, reading);
    this.#asked = {
      oddKey(record) {
        const text = read(record);
        if (text === null) return 0;
        const place = batch.out / 4 + record * 4;
        hashText(text, seed, batch.ints, place);
        batch.doubles[batch.other / 8 + record] = printOfText(batch.ints, place, text);
        return 2;
      },
    };
  }

  begin(): void {
    this.#places.begin();
  }

  take(record: number): void {
    const { batch } = this.reading;
    batch.asked = this.#asked;
    batch.kernel.people(this.#places.at, this.#places.count, this.required, batch.out, batch.other);
    this.#hashes.set(batch.numbers(batch.out, 4), record * 4);
    this.#prints.set(batch.values(batch.other), record);
  }

  grow(length: number): void {
    this.#hashes = grown(this.#hashes, length * 4);
    this.#prints = longer(this.#prints, length);
  }

  end(records: number, parcel: Parcel): TextColumn {
    const hashes = hashesOf(this.#hashes, records, this.plan, parcel);
    return { role: 'person', hashes, prints: parcel.doubles(this.#prints, records) };
  }
}
