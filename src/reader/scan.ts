import { isUtf8 } from 'node:buffer';
import { beginsWithTotal, mayBeginTotal, saysTotal } from '../core/total-words.ts';
import { zoneOf } from '../core/zone.ts';
import type { Zones } from '../plan/compile.ts';
import type { RecordCells } from '../plan/plan.ts';
import { positionsOf } from '../plan/resolve-fields.ts';
import { skipRules } from '../plan/rows/skip-rules.ts';
import { ended } from '../readers/kernel-module.ts';
import { relaxedRecords } from '../readers/relaxed.ts';
import type { Batch } from './batch.ts';
import { type Columns, type ColumnsPlan, kind } from './columns.ts';
import { Combos } from './combos.ts';
import { bytesOf, KeepingGate } from './exact-records.ts';
import { putTexts, type Reading, Words } from './fields.ts';
import { firstRoom, WordKeeper } from './keepers.ts';
import { Fields } from './kept-fields.ts';
import type { Parcel } from './parcel.ts';
import { SummedRows } from './plain-sums.ts';

/** Bytes given to csv-parse at once. */
const shortStretch = 4 * 1024;

/** Reads stretches of a file into columns. */
export class Scanner {
  readonly #plan: ColumnsPlan;
  readonly #batch: Batch;
  readonly #own: Fields;
  readonly #line: Fields | null;
  readonly #skips: readonly Words<boolean>[];
  readonly #combos: Combos;
  readonly #sums: SummedRows | null;
  #kinds = new Uint8Array(firstRoom);

  constructor(plan: ColumnsPlan, batch: Batch) {
    this.#plan = plan;
    this.#batch = batch;
    const zones: Zones = {
      report: zoneOf(plan.reportZone),
      source: zoneOf(plan.sourceZone),
      utc: zoneOf('UTC'),
    };
    const cells = new Array<string>(plan.width).fill('');
    const reading: Reading = { batch, zones, cells, said: plan.said, encoding: plan.encoding };
    this.#own = new Fields(plan.own, reading, plan.seed, plan.needsRequired, true);
    this.#line = plan.line === null ? null : new Fields(plan.line, reading, plan.seed, false, false);
    this.#skips = plan.skip.map((skip) => {
      const [{ test } = { test: () => false }] = skipRules([skip]);
      const places = positionsOf(skip.of);
      return new Words(places, reading, (record) => {
        putTexts(reading, places, record);
        return test(cells);
      });
    });
    this.#sums = plan.totals === null ? null : new SummedRows(plan.totals, reading);
    this.#combos = new Combos(
      this.#own.texts.filter((text) => text instanceof WordKeeper),
      reading,
    );
  }

  /** Begins a stretch of so many bytes, and those that may be needed after it; returns where to put them. */
  begin(length: number): Buffer {
    this.#batch.begin(this.#plan, length);
    for (const part of [this.#own, this.#line, this.#combos, this.#sums, ...this.#skips]) part?.begin();
    return this.#batch.input(length);
  }

  /**
   * The records from `start` up to the first that begins at `stop` or after; `at` is where the bytes begin in the file, of which
   * there are `length`. They go on after `stop` as far as they may be needed; null if that is not enough. `last`: the file ends
   * with them. The columns lie in the parcel.
   */
  scan(length: number, start: number, stop: number, last: boolean, at: number, parcel: Parcel): Columns | null {
    const batch = this.#batch;
    const bytes = (): Buffer => batch.input(length);
    const { encoding, maxRecordBytes } = this.#plan;
    const hasNul = bytes().includes(0);
    let record = 0;
    let place = start;
    let fault: Columns['fault'] = null;
    const spans: number[] = [];
    const exact = (from: number, to: number): void => {
      this.#room(record + 1);
      this.#kinds[record] = kind.exact;
      this.#own.skip(record);
      this.#line?.skip(record);
      spans.push(record, from - start, to - start);
      record += 1;
    };
    // A file that has become shorter ends before its segment does.
    const most = Math.min(stop, length);
    while (place < most && fault === null) {
      const why = batch.scan(place, most, length, last);
      if (batch.records > 0) {
        this.#take(record, hasNul);
        const { kinds } = batch;
        for (let of = 0; of < kinds.length; of += 1)
          if (kinds[of] === kind.exact) spans.push(record + of, batch.place(of) - start, batch.place(of + 1) - start);
        record += batch.records;
        place = batch.place(batch.records);
      }
      if (why === ended.tooLong) fault = 'malformed';
      else if (why === ended.cut) {
        if (length - place > maxRecordBytes) fault = 'malformed';
        else return null;
      } else if (why === ended.odd) {
        const taken = this.#relaxed(bytes(), place, last, exact);
        if (taken === null && length - place <= maxRecordBytes) return null;
        if (taken === null || taken === 0) fault = 'malformed';
        place += taken ?? 0;
      }
    }
    if (fault === null && encoding === 'utf-8' && !isUtf8(bytes().subarray(start, place))) fault = 'not_utf8';
    return {
      from: at + start,
      to: at + place,
      records: record,
      kinds: parcel.bytes(this.#kinds, record),
      own: this.#own.end(record, parcel),
      line: this.#line?.end(record, parcel) ?? null,
      ...this.#combos.end(record, parcel),
      spans: parcel.ints(Int32Array.from(spans), spans.length),
      exact: bytesOf(bytes(), start, spans),
      memory: parcel.memory,
      sums: this.#sums?.end() ?? null,
      fault,
    };
  }

  /** Makes room for so many records. */
  #room(records: number): void {
    let { length } = this.#kinds;
    if (records <= length) return;
    while (length < records) length *= 2;
    const kinds = new Uint8Array(length);
    kinds.set(this.#kinds);
    this.#kinds = kinds;
    this.#own.grow(length);
    this.#line?.grow(length);
    this.#combos.grow(length);
  }

  /** Takes a batch, the first of which is this record, into the columns. */
  #take(record: number, hasNul: boolean): void {
    const batch = this.#batch;
    this.#room(record + batch.records);
    if (hasNul) batch.leave(batch.kinds, () => true);
    this.#leaveNotes();
    this.#sums?.leave();
    for (const skip of this.#skips) {
      const codes = skip.codes(batch.out);
      if (skip.values.includes(true)) batch.leave(codes, (code) => skip.values[code] === true);
    }
    this.#own.take(record);
    this.#line?.take(record);
    this.#combos.take(record);
    this.#sums?.add();
    this.#kinds.set(batch.kinds, record);
  }

  /** Leaves what may be a total or a note to the exact reader: a row without a digit where records have an id or a date. */
  #leaveNotes(): void {
    const { records } = this.#plan;
    if (records === null) return;
    const batch = this.#batch;
    const hasDigit = (record: number, column: number): boolean => batch.kernel.hasDigit(record, column) === 1;
    const { kinds } = batch;
    for (let record = 0; record < kinds.length; record += 1) {
      if (kinds[record] !== kind.plain) continue;
      let hasDigits = records.dates.length === 0;
      let isTotal = false;
      for (const at of records.ids) {
        if (hasDigit(record, at)) hasDigits = true;
        else if (!batch.isEmpty(record, at) && saysTotal(batch.text(record, at))) isTotal = true;
      }
      for (const at of records.dates) hasDigits ||= hasDigit(record, at);
      if (isTotal || !hasDigits || this.#isTotalOfPart(record, records)) kinds[record] = kind.exact;
    }
  }

  /** Whether a record may add up others: it has no date, and begins with a word for a total. */
  #isTotalOfPart(record: number, { dates }: RecordCells): boolean {
    const batch = this.#batch;
    let first = 0;
    while (first < this.#plan.width && batch.isEmpty(record, first)) first += 1;
    // Nearly all records begin otherwise.
    if (!mayBeginTotal(batch.firstByte(record, first))) return false;
    return dates.every((at) => batch.isEmpty(record, at)) && beginsWithTotal(batch.text(record, first));
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
