import { Backlog } from './backpressure.ts';
import { type CsvShape, type OnRecord, RecordGate } from './csv-records.ts';
import type { Limits } from './input.ts';
import { relaxedRecords } from './relaxed.ts';
import { sepLine, sepLineBytes } from './sep.ts';
import { strictRecords } from './strict.ts';

/** Bytes given to csv-parse at once: few, to return to the fast loop soon, but more if there are many odd records. */
const shortStretch = 4 * 1024;
const longStretch = 64 * 1024;

/**
 * Bytes split at once. A longer text would not fit in the young part of V8's heap, and would stay until the next full
 * collection.
 */
const piece = 32 * 1024;

/**
 * Splits the bytes of a CSV file into records as they come. Always stops between two records: what is strict RFC 4180
 * is read by a fast loop, an odd record and its neighbours by csv-parse, and a record not yet complete waits.
 */
export class RecordSplitter {
  private readonly delimiter: string;
  private readonly gate: RecordGate;
  private readonly backlog: Backlog;
  private started = false;

  /** `only` has a 1 for each column whose cells are wanted: others may stay empty. */
  constructor(
    shape: CsvShape,
    path: string,
    limits: Limits,
    onRecord: OnRecord,
    private readonly only: Uint8Array | null = null,
  ) {
    this.delimiter = shape.delimiter;
    this.backlog = new Backlog(sepLineBytes, limits.maxRecordBytes);
    this.gate = new RecordGate(path, limits, onRecord);
  }

  /** Takes the next bytes; false if no more are wanted. */
  write(block: Buffer): boolean {
    for (let at = 0; at < block.length && !this.gate.stopped; at += piece) {
      const bytes = this.backlog.add(block.subarray(at, at + piece));
      if (bytes !== null) this.run(bytes, false);
    }
    return !this.gate.stopped;
  }

  /** Passes on the complete records that still wait; the rest is cut and useless. */
  drop(): void {
    if (!this.gate.stopped) this.run(this.backlog.all(), false);
  }

  /** The rest is the last record. */
  end(): void {
    if (!this.gate.stopped) this.run(this.backlog.all(), true);
  }

  private run(bytes: Buffer, last: boolean): void {
    const start = this.started ? 0 : sepLine(bytes).length;
    this.started = true;
    const rest = bytes.subarray(this.split(bytes, start, last));
    if (this.gate.stopped) return;
    this.gate.checkLength(rest.length);
    this.backlog.keep(rest);
  }

  /** Passes on the whole records from `start`; returns where the first incomplete one begins. */
  private split(bytes: Buffer, start: number, last: boolean): number {
    const delimiter = this.delimiter.charCodeAt(0);
    let at = start;
    let stretch = shortStretch;
    while (at < bytes.length && !this.gate.stopped) {
      const stop = strictRecords(bytes, at, delimiter, last, this.gate, this.only);
      if (stop.at - at > shortStretch) stretch = shortStretch;
      at = stop.at;
      if (!stop.odd) break;
      const end = Math.min(bytes.length, at + stretch);
      const taken = relaxedRecords(bytes.subarray(at, end), this.delimiter, last && end === bytes.length, this.gate);
      at += taken;
      if (taken === 0 && end === bytes.length) break;
      stretch = taken === 0 ? stretch * 2 : Math.min(stretch * 2, longStretch);
    }
    return at;
  }
}
