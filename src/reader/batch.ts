import type { Hash } from '../core/hash.ts';
import { isErased } from '../core/person.ts';
import { asWindows1252, windows1252 } from '../readers/encoding.ts';
import { kernelModule, type ScanKernel } from '../readers/kernel-module.ts';
import { type ColumnsPlan, kind } from './columns.ts';

/** The functions of the kernel; what they do stands in `kernel/`. Places in its memory are counted in bytes. */
interface Kernel extends ScanKernel {
  hasDigit(record: number, column: number): number;
  numbers(
    column: number,
    mark: number,
    times: number,
    isWhole: boolean,
    isPositive: boolean,
    blank: number,
    written: number,
    sign: number,
    out: number,
  ): void;
  leaveOdd(values: number, isNeeded: boolean, isExactBelow0: boolean): void;
  places(column: number, mark: number): number;
  instants(column: number, order: number, blank: number, out: number): void;
  days(column: number, order: number, blank: number, out: number): void;
  tuples(columns: number): number;
  columnsOf(table: number): number;
  sizeOf(table: number): number;
  firstOf(table: number, entry: number): number;
  numberOf(table: number, record: number): number;
  numbersOf(table: number, out: number): void;
  ids(
    columns: number,
    count: number,
    isOrder: boolean,
    required: boolean,
    texts: number,
    used: number,
    ends: number,
    hashes: number,
  ): number;
  people(columns: number, count: number, required: boolean, hashes: number, prints: number): void;
}

/** Who answers what the kernel asks about the column that it is reading. */
export interface Asked {
  /** The number in a record. */
  exact?(record: number): number;
  /** The instant of a wall time. */
  local?(wall: number): number;
  /** What the key of a record is: 0 for none, 2 for a text. */
  oddKey?(record: number): number;
}

/** How the rows of a table are scanned. */
export interface Scanning {
  readonly delimiter: string;
  readonly encoding: ColumnsPlan['encoding'];
  readonly width: number;
  readonly again: string;
  readonly seed: Hash;
  readonly maxRecordBytes: number;
}

/**
 * Some records of a stretch of a file, found and read by the kernel in memory of its own. There is one for each thread: it begins
 * anew with each stretch, and is done with it before another begins.
 */
export class Batch {
  readonly kernel: Kernel;
  /** Set before the kernel reads a column. */
  asked: Asked = {};
  /** Where the kernel writes the values of a column, or whatever is needed for a moment: 16 bytes for each record. */
  out = 0;
  /** The same, of which 8 bytes for each record are used. */
  other = 0;
  /** How many records it may have. */
  room = 0;
  records = 0;
  #input = 0;
  #length = 0;
  #scratch = 0;
  #flags = 0;
  #cells = 0;
  #places = 0;
  #width = 0;
  #isUtf8 = true;
  #buffer: ArrayBuffer | null = null;
  #bytes = Buffer.alloc(0);
  #ints = new Int32Array(0);
  #doubles = new Float64Array(0);

  private constructor(module: WebAssembly.Module) {
    const callers = {
      exact: (record = 0): number => this.asked.exact!(record),
      local: (wall = 0): number => this.asked.local!(wall),
      oddKey: (record = 0): number => this.asked.oddKey!(record),
      isErased: (from = 0, length = 0): number => Number(isErased(this.bytes.toString('latin1', from, from + length))),
    };
    this.kernel = new WebAssembly.Instance(module, { callers }).exports as Kernel;
  }

  static #one: Batch | null = null;

  /** That of this thread. */
  static ofThread(): Batch {
    Batch.#one ??= new Batch(kernelModule()!);
    return Batch.#one;
  }

  /** Begins a stretch of some bytes of a table. */
  begin({ delimiter, encoding, width, again, seed, maxRecordBytes }: Scanning, length: number): void {
    const { kernel } = this;
    const [a, b, c, d] = seed;
    kernel.begin(a!, b!, c!, d!);
    this.#isUtf8 = encoding === 'utf-8';
    const first = this.#isUtf8 ? Buffer.from(again) : asWindows1252(again);
    const place = kernel.table(width, delimiter.charCodeAt(0), first.length, maxRecordBytes);
    first.copy(this.bytes, place);
    this.room = kernel.roomOf();
    this.records = 0;
    this.#width = width;
    this.#flags = kernel.flagsOf();
    this.#cells = kernel.cellsOf() / 4;
    this.#places = kernel.placesOf() / 4;
    this.out = kernel.alloc(this.room * 16);
    this.other = kernel.alloc(this.room * 8);
    this.#input = kernel.alloc(length);
    this.#length = length;
    this.#scratch = 0;
  }

  /** The first bytes of the stretch: to be used before the kernel is called again. */
  input(length: number): Buffer {
    return this.bytes.subarray(this.#input, this.#input + length);
  }

  /** Where the kernel writes what is not longer than the stretch. */
  scratch(): number {
    if (this.#scratch === 0) this.#scratch = this.kernel.alloc(this.#length);
    return this.#scratch;
  }

  /** Finds the records from a place of the stretch on: see the kernel. */
  scan(from: number, stop: number, length: number, last: boolean): number {
    const input = this.#input;
    const reason = this.kernel.scan(input + from, input + stop, input + length, last);
    this.records = this.kernel.recordsOf();
    return reason;
  }

  /** The memory of the kernel: another one whenever it has grown. */
  get bytes(): Buffer {
    this.#refresh();
    return this.#bytes;
  }

  get ints(): Int32Array<ArrayBuffer> {
    this.#refresh();
    return this.#ints;
  }

  get doubles(): Float64Array<ArrayBuffer> {
    this.#refresh();
    return this.#doubles;
  }

  #refresh(): void {
    const { buffer } = this.kernel.memory;
    if (buffer === this.#buffer) return;
    this.#buffer = buffer;
    this.#bytes = Buffer.from(buffer);
    this.#ints = new Int32Array(buffer);
    this.#doubles = new Float64Array(buffer);
  }

  /** What each record is, as `kind` says: to be changed. */
  get kinds(): Uint8Array {
    return this.bytes.subarray(this.#flags, this.#flags + this.records);
  }

  /** Leaves plain records to the exact reader: those with a value that is of no use. */
  leave<T>(values: ArrayLike<T>, isOdd: (value: T) => boolean): void {
    const { kinds } = this;
    for (let record = 0; record < kinds.length; record += 1)
      if (kinds[record] === kind.plain && isOdd(values[record]!)) kinds[record] = kind.exact;
  }

  /** Where a record begins in the stretch: that after the last one as well. */
  place(record: number): number {
    return this.ints[this.#places + record]! - this.#input;
  }

  isEmpty(record: number, column: number): boolean {
    const cell = this.#cells + (record * this.#width + column) * 2;
    return column >= this.#width || this.ints[cell] === this.ints[cell + 1];
  }

  /** The first byte of a cell; 0 if it has none. */
  firstByte(record: number, column: number): number {
    if (this.isEmpty(record, column)) return 0;
    return this.bytes[this.ints[this.#cells + (record * this.#width + column) * 2]!]!;
  }

  /** The text of a cell. */
  text(record: number, column: number): string {
    if (column >= this.#width) return '';
    const cell = this.#cells + (record * this.#width + column) * 2;
    const [from, to] = [this.ints[cell]!, this.ints[cell + 1]!];
    const end = to & 0x7fff_ffff;
    const text = this.#isUtf8 ? this.bytes.toString('utf8', from, end) : windows1252(this.bytes.subarray(from, end));
    return to >= 0 ? text : text.replaceAll('""', '"');
  }

  /** The doubles that the kernel has written to `out`, one for each record. */
  values(out: number): Float64Array<ArrayBuffer> {
    return this.doubles.subarray(out / 8, out / 8 + this.records);
  }

  /** The whole numbers there, some for each record. */
  numbers(out: number, each: number): Int32Array<ArrayBuffer> {
    return this.ints.subarray(out / 4, out / 4 + this.records * each);
  }

  /** Memory in which whole numbers stand for the kernel. */
  list(numbers: readonly number[]): number {
    const at = this.kernel.alloc(numbers.length * 4);
    this.ints.set(numbers, at / 4);
    return at;
  }
}
