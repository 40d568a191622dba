import { isUtf8 } from 'node:buffer';
import { saysTotal } from '../core/total-words.ts';
import { zoneOf } from '../core/zone.ts';
import type { Zones } from '../plan/compile.ts';
import { positionsOf } from '../plan/resolve-fields.ts';
import { skipRules } from '../plan/skip-rules.ts';
import { relaxedRecords } from '../readers/relaxed.ts';
import { cut, odd, Row } from '../readers/row.ts';
import { Dates } from './cell-bytes.ts';
import { type Columns, type ColumnsPlan, kind } from './columns.ts';
import { Combos } from './combos.ts';
import { bytesOf, KeepingGate } from './exact-records.ts';
import { type Reading, WordCell } from './fields.ts';
import { firstRoom, WordKeeper } from './keepers.ts';
import { Fields } from './kept-fields.ts';
import { grown } from './words.ts';

/** Bytes given to csv-parse at once. */
const shortStretch = 4 * 1024;

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
    // A file that has become shorter ends before its segment does.
    const most = Math.min(stop, bytes.length);
    while (place < most && fault === null) {
      const next = row.scan(place, bytes.length, last);
      if (next === cut) {
        if (bytes.length - place > this.#plan.maxRecordBytes) fault = 'malformed';
        else {
          this.#end(record);
          return null;
        }
      } else if (next === odd) {
        const taken = this.#relaxed(bytes, place, last, exact);
        if (taken === null && bytes.length - place <= this.#plan.maxRecordBytes) {
          this.#end(record);
          return null;
        }
        if (taken === null || taken === 0) fault = 'malformed';
        place += taken ?? 0;
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
