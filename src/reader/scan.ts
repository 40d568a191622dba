import { isUtf8 } from 'node:buffer';
import { hashBytes, textBytes } from '../core/hash.ts';
import { printOf, printOfBytes } from '../core/person.ts';
import { saysTotal } from '../core/total-words.ts';
import { zoneOf } from '../core/zone.ts';
import { REFUSED } from '../fields/field.ts';
import type { Zones } from '../plan/compile.ts';
import { positionsOf } from '../plan/resolve-fields.ts';
import { skipRules } from '../plan/skip-rules.ts';
import { RecordGate } from '../readers/csv-records.ts';
import { relaxedRecords } from '../readers/relaxed.ts';
import { Dates } from './cell-bytes.ts';
import {
  type Columns,
  type ColumnsPlan,
  type FieldColumns,
  type FieldsPlan,
  kind,
  type TextColumn,
} from './columns.ts';
import { KeyCell, noCurrency, numberCell, type ReadCell, type Reading, WordCell, wordCell } from './fields.ts';
import { cut, odd, Row } from './row.ts';
import { grown, Words } from './words.ts';

/** Records for which there is room at first. */
const firstRoom = 1 << 10;

const longer = (array: Float64Array<ArrayBuffer>, length: number): Float64Array<ArrayBuffer> => {
  const more = new Float64Array(length);
  more.set(array);
  return more;
};

/** Keeps the values of one text field of a segment. */
interface TextKeeper {
  /** Takes that of the current row; false where the exact reader has to look at it. */
  take(record: number): boolean;
  /** Whether the current row has none. */
  isBlank(): boolean;
  grow(length: number): void;
  end(records: number): TextColumn;
}

class WordKeeper implements TextKeeper {
  code = 0;
  #codes: Int32Array | null;

  /** `inCombos`: its codes follow from the combination of each record. */
  constructor(
    readonly cell: WordCell<string | null>,
    inCombos: boolean,
  ) {
    this.#codes = inCombos ? null : new Int32Array(firstRoom);
  }

  take(record: number): boolean {
    this.code = this.cell.code();
    if (this.#codes !== null) this.#codes[record] = this.code;
    return this.cell.values[this.code] !== noCurrency;
  }

  isBlank(): boolean {
    return this.cell.values[this.code] === null;
  }

  grow(length: number): void {
    if (this.#codes !== null) this.#codes = grown(this.#codes, length);
  }

  end(records: number): TextColumn {
    const words = [...this.cell.values];
    const codes = this.#codes?.slice(0, records) ?? null;
    this.cell.clear();
    return { role: 'word', words, codes };
  }
}

/** Different words of neighbouring columns that are remembered together: with more, each column is looked up by itself. */
const mostTogether = 4096;

/** Words in neighbouring columns: the bytes from the first to the last are looked up at once. */
class WordGroup {
  readonly #words = new Words();
  #codes: Int32Array;
  #fine = new Uint8Array(64);

  constructor(
    readonly keepers: readonly WordKeeper[],
    readonly first: number,
    readonly last: number,
  ) {
    this.#codes = new Int32Array(64 * keepers.length);
  }

  /** Sets the codes of its columns; false where the exact reader has to look at the row. */
  take({ bytes, starts, ends }: Row, record: number): boolean {
    const words = this.#words;
    const from = starts[this.first]!;
    // In a quoted first cell the same bytes may be other cells.
    if (bytes[from - 1] === 34 || words.size >= mostTogether) return this.#each(record);
    const before = words.size;
    const number = words.number(bytes, from, ends[this.last]!);
    const { keepers } = this;
    const at = number * keepers.length;
    if (number < before) {
      for (let i = 0; i < keepers.length; i++) keepers[i]!.code = this.#codes[at + i]!;
      return this.#fine[number] === 1;
    }
    const isFine = this.#each(record);
    if (number >= this.#fine.length) {
      this.#codes = grown(this.#codes, this.#codes.length * 2);
      const fine = new Uint8Array(this.#fine.length * 2);
      fine.set(this.#fine);
      this.#fine = fine;
    }
    for (let i = 0; i < keepers.length; i++) this.#codes[at + i] = keepers[i]!.code;
    this.#fine[number] = isFine ? 1 : 0;
    return isFine;
  }

  #each(record: number): boolean {
    let isFine = true;
    for (const keeper of this.keepers) if (!keeper.take(record)) isFine = false;
    return isFine;
  }

  clear(): void {
    this.#words.clear();
  }
}

/** The groups of words in neighbouring columns among some fields, by place of the field. */
function groupsOf(plan: FieldsPlan, texts: readonly TextKeeper[]): WordGroup[] {
  const columns = plan.texts
    .flatMap(({ from }, at) => {
      const keeper = texts[at]!;
      return keeper instanceof WordKeeper && from.op === 'column' ? [{ keeper, index: from.index }] : [];
    })
    .sort((a, b) => a.index - b.index);
  const groups: WordGroup[] = [];
  for (let from = 0; from < columns.length; ) {
    let to = from + 1;
    while (to < columns.length && columns[to]!.index - columns[to - 1]!.index <= 1) to += 1;
    const own = columns.slice(from, to);
    if (own.length > 1)
      groups.push(
        new WordGroup(
          own.map(({ keeper }) => keeper),
          own[0]!.index,
          own.at(-1)!.index,
        ),
      );
    from = to;
  }
  return groups;
}

class IdKeeper implements TextKeeper {
  #found = 0;
  #bytes = new Uint8Array(firstRoom * 16);
  #used = 0;
  #ends = new Int32Array(firstRoom);
  #hashes = new Int32Array(firstRoom * 4);

  constructor(
    readonly cell: KeyCell,
    readonly seed: Int32Array,
    readonly isOrder: boolean,
  ) {}

  take(record: number): boolean {
    const { cell } = this;
    this.#found = cell.read();
    // An id with letters beyond ASCII, or one that a spreadsheet may have damaged.
    if (this.#found === 2) return false;
    if (this.#found === 1) {
      const { bytes, from, to } = cell;
      const length = to - from;
      if (this.#used + length > this.#bytes.length) this.#more(length);
      const start = this.#used;
      for (let at = from, place = start; at < to; at++, place++) this.#bytes[place] = bytes[at]!;
      this.#used = start + length;
      const first = this.isOrder && this.#bytes[start] === 35 ? start + 1 : start;
      hashBytes(this.#bytes, first, this.#used, this.seed, this.#hashes, record * 4);
    }
    this.#ends[record] = this.#used;
    return true;
  }

  /** A record that is left to the exact reader still ends somewhere. */
  skip(record: number): void {
    this.#ends[record] = this.#used;
  }

  isBlank(): boolean {
    return this.#found === 0;
  }

  #more(length: number): void {
    const more = new Uint8Array((this.#used + length) * 2);
    more.set(this.#bytes);
    this.#bytes = more;
  }

  grow(length: number): void {
    this.#ends = grown(this.#ends, length);
    this.#hashes = grown(this.#hashes, length * 4);
  }

  end(records: number): TextColumn {
    const column = {
      role: 'id',
      bytes: this.#bytes.slice(0, this.#used),
      ends: this.#ends.slice(0, records),
      hashes: this.#hashes.slice(0, records * 4),
    } as const;
    this.#used = 0;
    return column;
  }
}

class PersonKeeper implements TextKeeper {
  #found = 0;
  #hashes = new Int32Array(firstRoom * 4);
  #prints = new Float64Array(firstRoom);
  #own = new Uint8Array(1024);

  constructor(
    readonly cell: KeyCell,
    readonly seed: Int32Array,
  ) {}

  take(record: number): boolean {
    const { cell, seed } = this;
    this.#found = cell.read();
    if (this.#found === 0) {
      this.#prints[record] = Number.POSITIVE_INFINITY;
      this.#hashes.fill(0, record * 4, record * 4 + 4);
    } else if (this.#found === 1) {
      hashBytes(cell.bytes, cell.from, cell.to, seed, this.#hashes, record * 4);
      this.#prints[record] = printOfBytes(cell.bytes, cell.from, cell.to);
    } else {
      const text = cell.text!;
      if (text.length * 3 > this.#own.length) this.#own = new Uint8Array(text.length * 6);
      hashBytes(this.#own, 0, textBytes(text, this.#own), seed, this.#hashes, record * 4);
      this.#prints[record] = printOf(text);
    }
    return true;
  }

  isBlank(): boolean {
    return this.#found === 0;
  }

  grow(length: number): void {
    this.#hashes = grown(this.#hashes, length * 4);
    this.#prints = longer(this.#prints, length);
  }

  end(records: number): TextColumn {
    return { role: 'person', hashes: this.#hashes.slice(0, records * 4), prints: this.#prints.slice(0, records) };
  }
}

/** Reads the fields of one record kind. */
class Fields {
  readonly #numbers: readonly ReadCell[];
  readonly #kept: (Float64Array<ArrayBuffer> | null)[];
  readonly texts: readonly TextKeeper[];
  readonly #groups: readonly WordGroup[];
  /** Those that no group takes. */
  readonly #single: readonly TextKeeper[];
  readonly #row: Row;
  readonly #requiredNumbers: readonly boolean[];
  readonly #requiredTexts: readonly TextKeeper[];
  readonly #exactBelow0: readonly boolean[];

  constructor(plan: FieldsPlan, reading: Reading, seed: Int32Array, needsRequired: boolean, inCombos: boolean) {
    this.#numbers = plan.numbers.map(({ from }) => numberCell(from, reading));
    this.#kept = plan.numbers.map(({ keep }) => (keep ? new Float64Array(firstRoom) : null));
    this.texts = plan.texts.map((text) => {
      if (text.role === 'word') return new WordKeeper(wordCell(text, reading), inCombos);
      const cell = new KeyCell(text.from, reading);
      return text.role === 'id' ? new IdKeeper(cell, seed, text.isOrder) : new PersonKeeper(cell, seed);
    });
    this.#requiredNumbers = plan.numbers.map(({ required }) => needsRequired && required);
    this.#exactBelow0 = plan.numbers.map(({ exactBelow0 }) => exactBelow0);
    this.#requiredTexts = this.texts.filter((_, at) => needsRequired && plan.texts[at]!.required);
    this.#row = reading.row;
    this.#groups = inCombos ? groupsOf(plan, this.texts) : [];
    const grouped = new Set<TextKeeper>(this.#groups.flatMap(({ keepers }) => keepers));
    this.#single = this.texts.filter((text) => !grouped.has(text));
  }

  /** Takes the fields of the current row; false where the exact reader has to look at it. */
  take(record: number): boolean {
    const numbers = this.#numbers;
    for (let i = 0; i < numbers.length; i++) {
      const value = numbers[i]!();
      if (value === REFUSED) return false;
      if (this.#requiredNumbers[i]! && Number.isNaN(value)) return false;
      if (value < 0 && this.#exactBelow0[i]!) return false;
      const kept = this.#kept[i]!;
      if (kept !== null) kept[record] = value;
    }
    const groups = this.#groups;
    for (let i = 0; i < groups.length; i++) if (!groups[i]!.take(this.#row, record)) return false;
    const single = this.#single;
    for (let i = 0; i < single.length; i++) if (!single[i]!.take(record)) return false;
    for (const text of this.#requiredTexts) if (text.isBlank()) return false;
    return true;
  }

  /** The record is left to the exact reader. */
  skip(record: number): void {
    for (const text of this.texts) if (text instanceof IdKeeper) text.skip(record);
  }

  grow(length: number): void {
    for (const [at, kept] of this.#kept.entries()) if (kept !== null) this.#kept[at] = longer(kept, length);
    for (const text of this.texts) text.grow(length);
  }

  end(records: number): FieldColumns {
    for (const group of this.#groups) group.clear();
    return {
      numbers: this.#kept.map((kept) => kept?.slice(0, records) ?? null),
      texts: this.texts.map((text) => text.end(records)),
    };
  }
}

/** Numbers for combinations of codes. */
class Combos {
  size = 0;
  #table = new Int32Array(256);
  #codes: Int32Array;
  #hashes = new Int32Array(64);

  constructor(readonly keepers: readonly WordKeeper[]) {
    this.#codes = new Int32Array(64 * Math.max(1, keepers.length));
  }

  /** That of the current row. */
  number(): number {
    const { keepers } = this;
    const width = keepers.length;
    let hash = 0;
    for (let i = 0; i < width; i++) hash = Math.imul(hash ^ keepers[i]!.code, 0x01000193) ^ (hash >>> 13);
    const mask = this.#table.length - 1;
    let slot = hash & mask;
    for (let known = this.#table[slot]!; known !== 0; known = this.#table[slot]!) {
      if (this.#hashes[known - 1] === hash && this.#is((known - 1) * width)) return known - 1;
      slot = (slot + 1) & mask;
    }
    const number = this.size;
    if (number === this.#hashes.length) {
      this.#hashes = grown(this.#hashes, number * 2);
      this.#codes = grown(this.#codes, this.#codes.length * 2);
    }
    for (let i = 0; i < width; i++) this.#codes[number * width + i] = keepers[i]!.code;
    this.#hashes[number] = hash;
    this.#table[slot] = number + 1;
    this.size = number + 1;
    if (this.size * 2 > this.#table.length) this.#spread();
    return number;
  }

  #is(at: number): boolean {
    for (let i = 0; i < this.keepers.length; i++) if (this.#codes[at + i] !== this.keepers[i]!.code) return false;
    return true;
  }

  #spread(): void {
    const table = new Int32Array(this.#table.length * 2);
    for (let number = 0; number < this.size; number++) {
      let slot = this.#hashes[number]! & (table.length - 1);
      while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
      table[slot] = number + 1;
    }
    this.#table = table;
  }

  end(): Int32Array {
    const codes = this.#codes.slice(0, this.size * this.keepers.length);
    this.size = 0;
    this.#table.fill(0);
    return codes;
  }
}

const hasDigit = (bytes: Uint8Array, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (bytes[at]! >= 48 && bytes[at]! <= 57) return true;
  return false;
};

/** Reads stretches of a file into columns. */
export class Scanner {
  readonly #plan: ColumnsPlan;
  readonly #row: Row;
  readonly #own: Fields;
  readonly #line: Fields | null;
  readonly #skips: readonly WordCell<boolean>[];
  readonly #combos: Combos;
  readonly #again: Buffer;
  #kinds = new Uint8Array(firstRoom);
  #comboOf = new Int32Array(firstRoom);

  constructor(plan: ColumnsPlan) {
    this.#plan = plan;
    this.#row = new Row(plan.delimiter.charCodeAt(0));
    const zones: Zones = {
      report: zoneOf(plan.reportZone),
      source: zoneOf(plan.sourceZone),
      utc: zoneOf('UTC'),
    };
    const cells = new Array<string>(plan.width).fill('');
    const reading: Reading = { row: this.#row, zones, dates: new Dates(), cells };
    this.#own = new Fields(plan.own, reading, plan.seed, plan.needsRequired, true);
    this.#line = plan.line === null ? null : new Fields(plan.line, reading, plan.seed, false, false);
    this.#skips = plan.skip.map((skip) => {
      const [{ test } = { test: () => false }] = skipRules([skip]);
      return new WordCell(positionsOf(skip.of), reading, () => test(cells));
    });
    this.#combos = new Combos(this.#own.texts.filter((text) => text instanceof WordKeeper));
    this.#again = Buffer.from(plan.again);
  }

  /**
   * The records from `start` up to the first that begins at `stop` or after; `at` is where the bytes begin in the file.
   * The bytes go on after `stop` as far as they may be needed; null if that is not enough. `last`: the file ends with
   * them.
   */
  scan(bytes: Buffer, start: number, stop: number, last: boolean, at: number): Columns | null {
    const row = this.#row;
    row.bytes = bytes;
    const hasNul = bytes.includes(0);
    let record = 0;
    let place = start;
    let fault: Columns['fault'] = null;
    const spans: number[] = [];
    const exact = (from: number, to: number): void => {
      this.#room(record);
      this.#kinds[record] = kind.exact;
      this.#own.skip(record);
      this.#line?.skip(record);
      spans.push(record, from - start, to - start);
      record += 1;
    };
    while (place < stop && fault === null) {
      const next = row.scan(place, bytes.length, last);
      if (next === cut) {
        if (bytes.length - place > this.#plan.maxRecordBytes) fault = 'malformed';
        else {
          this.#end(record);
          return null;
        }
      } else if (next === odd) {
        const taken = this.#relaxed(bytes, place, last, exact);
        if (taken === null) {
          this.#end(record);
          return null;
        }
        if (taken === 0) fault = 'malformed';
        place += taken;
      } else if (next - place > this.#plan.maxRecordBytes) fault = 'malformed';
      else {
        if (row.width === 1 && row.isEmpty(0)) {
          this.#room(record);
          this.#kinds[record] = kind.blank;
          this.#own.skip(record);
          this.#line?.skip(record);
          record += 1;
        } else if (hasNul || !this.#isPlain() || !this.#take(record)) exact(place, next);
        else record += 1;
        place = next;
      }
    }
    if (fault === null && !isUtf8(bytes.subarray(start, place))) fault = 'not_utf8';
    return {
      from: at + start,
      to: at + place,
      records: record,
      spans: Int32Array.from(spans),
      exact: bytesOf(bytes, start, spans),
      fault,
      ...this.#end(record),
    };
  }

  #room(record: number): void {
    if (record < this.#kinds.length) return;
    const length = this.#kinds.length * 2;
    const kinds = new Uint8Array(length);
    kinds.set(this.#kinds);
    this.#kinds = kinds;
    this.#comboOf = grown(this.#comboOf, length);
    this.#own.grow(length);
    this.#line?.grow(length);
  }

  #end(records: number): Pick<Columns, 'kinds' | 'own' | 'line' | 'combos' | 'comboCodes'> {
    for (const skip of this.#skips) skip.clear();
    return {
      kinds: this.#kinds.slice(0, records),
      own: this.#own.end(records),
      line: this.#line?.end(records) ?? null,
      combos: this.#comboOf.slice(0, records),
      comboCodes: this.#combos.end(),
    };
  }

  /** Takes a row into the columns; false where the exact reader has to look at it. */
  #take(record: number): boolean {
    this.#room(record);
    this.#kinds[record] = kind.plain;
    if (!this.#own.take(record) || this.#line?.take(record) === false) return false;
    this.#comboOf[record] = this.#combos.number();
    return true;
  }

  /** Whether a row is certainly a record: not a note, a total, the header again, or left out by its words. */
  #isPlain(): boolean {
    const row = this.#row;
    const { width, records } = this.#plan;
    if (row.width !== width) return false;
    const { bytes, starts, ends } = row;
    let isAlone = true;
    for (let at = 1; at < width && isAlone; at++) {
      const first = bytes[starts[at]!]!;
      if (ends[at]! > starts[at]! && first > 32 && first < 127) isAlone = false;
    }
    if (isAlone) return false;
    const [from, to] = [starts[0]!, ends[0]!];
    if (to - from === this.#again.length && this.#again.compare(bytes, from, to) === 0) return false;
    if (records !== null) {
      let hasDigits = records.dates.length === 0;
      for (const at of records.ids) {
        if (hasDigit(bytes, starts[at]!, ends[at]!)) hasDigits = true;
        else if (!row.isEmpty(at) && saysTotal(row.text(at))) return false;
      }
      for (const at of records.dates) hasDigits ||= hasDigit(bytes, starts[at]!, ends[at]!);
      if (!hasDigits) return false;
    }
    for (const skip of this.#skips) if (skip.values[skip.code()] === true) return false;
    return true;
  }

  /** Hands the records of a stretch with odd quotes to the exact reader; null if the bytes do not hold it. */
  #relaxed(bytes: Buffer, from: number, last: boolean, exact: (from: number, to: number) => void): number | null {
    const { delimiter, maxRecordBytes } = this.#plan;
    for (let size = shortStretch; ; size *= 2) {
      const end = Math.min(bytes.length, from + size);
      const gate = new KeepingGate(maxRecordBytes);
      try {
        const taken = relaxedRecords(bytes.subarray(from, end), delimiter, last && end === bytes.length, gate);
        if (taken > 0) {
          let at = from;
          for (const { bytes: length } of gate.found) {
            exact(at, at + length);
            at += length;
          }
          return taken;
        }
      } catch {
        return 0;
      }
      if (end === bytes.length) return last ? 0 : null;
    }
  }
}

/** Keeps records with their lengths. */
class KeepingGate extends RecordGate {
  readonly found: { readonly cells: readonly string[]; readonly bytes: number }[] = [];

  constructor(maxRecordBytes: number) {
    super('', { maxRatio: 0, maxBytes: 0, maxRecordBytes, maxColumns: 2 ** 30 }, () => true);
  }

  override take(cells: string[], bytes: number): void {
    super.take(cells, bytes);
    this.found.push({ cells, bytes });
  }
}

/** The bytes of records, one after the other. */
function bytesOf(bytes: Buffer, start: number, spans: readonly number[]): Uint8Array {
  let size = 0;
  for (let at = 0; at < spans.length; at += 3) size += spans[at + 2]! - spans[at + 1]!;
  const all = new Uint8Array(size);
  size = 0;
  for (let at = 0; at < spans.length; at += 3) {
    all.set(bytes.subarray(start + spans[at + 1]!, start + spans[at + 2]!), size);
    size += spans[at + 2]! - spans[at + 1]!;
  }
  return all;
}

const withoutNul = (cell: string): string => cell.replaceAll('\0', '');

/** The cells of the records that are left to the exact reader, in their order. */
export class ExactRecords {
  readonly #row: Row;
  #next = 0;
  #at = 0;
  #bytes: Uint8Array;

  constructor(
    readonly columns: Columns,
    readonly plan: Pick<ColumnsPlan, 'delimiter' | 'maxRecordBytes'>,
    /** Reads bytes of the file. */
    read: (spans: readonly [from: number, to: number][]) => Uint8Array,
  ) {
    this.#row = new Row(plan.delimiter.charCodeAt(0));
    const { exact, spans, from } = columns;
    const places = (): [number, number][] =>
      Array.from({ length: spans.length / 3 }, (_, at) => [from + spans[at * 3 + 1]!, from + spans[at * 3 + 2]!]);
    this.#bytes = exact ?? read(places());
  }

  /** The cells of the next one. */
  next(): readonly string[] {
    const { spans } = this.columns;
    const size = spans[this.#next + 2]! - spans[this.#next + 1]!;
    const { buffer, byteOffset } = this.#bytes;
    const bytes = Buffer.from(buffer, byteOffset + this.#at, size);
    this.#next += 3;
    this.#at += size;
    const row = this.#row;
    row.bytes = bytes;
    let cells: readonly string[] = [];
    if (row.scan(0, size, true) >= 0) cells = row.cells();
    else {
      const gate = new KeepingGate(this.plan.maxRecordBytes);
      relaxedRecords(bytes, this.plan.delimiter, true, gate);
      cells = gate.found[0]?.cells ?? [];
    }
    return bytes.includes(0) ? cells.map(withoutNul) : cells;
  }
}

/** Bytes given to csv-parse at once. */
const shortStretch = 4 * 1024;
