import type { CsvShape } from './csv.ts';
import type { Head } from './decode.ts';
import type { Limits } from './input.ts';
import { ended, kernelModule, plainRecord, type ScanKernel } from './kernel-module.ts';
import { Row } from './row.ts';
import { sepLine } from './sep.ts';

/** What of the kernel finds cells, and looks at them. */
interface Kernel extends ScanKernel {
  shapes(column: number, out: number): void;
}

let known: Kernel | null = null;
/** The scan whose head is in the memory of the kernel, and where: it is brought there again after that of another. */
let loaded: { readonly scan: HeadScan; readonly input: number; readonly out: number } | null = null;

/** The kernel for heads; null where it cannot run. */
function kernelOfHeads(): Kernel | null {
  const module = known === null ? kernelModule() : null;
  if (module === null) return known;
  // It asks about the values of columns only, which nobody reads here.
  const none = (): number => 0;
  const callers = { exact: none, local: none, oddKey: none, isErased: none };
  known = new WebAssembly.Instance(module, { callers }).exports as Kernel;
  return known;
}

/** What a cell shows without being read: see `src/reader/kernel/shapes.ts`. */
export const shape = { other: 0, empty: 1, whole: 2, point: 3, comma: 4, date: 5 } as const;

/** Records whose texts are cut from one: what somebody keeps of a cell keeps no more than these alive. */
const together = 64;
const beyondAscii = /[\x80-\xff]/;
const withoutSign = 0x7fff_ffff;

/** Some records of a head one after the other, and where the cells of some columns lie in it. */
interface Found {
  readonly records: number;
  /** By record: how many cells it has. */
  readonly widths: Int32Array;
  /** By record, two numbers for each column: where its cell begins and ends, below 0 if quotes are doubled in it. */
  readonly cells: Int32Array;
  /** By record, the shape of each cell. */
  readonly shapes: Uint8Array;
  /** By record and once more: where it begins. */
  readonly starts: Int32Array;
}

/**
 * The records at the head of a CSV file, up to the first that is not strict: questions about a table come one after the other, and
 * each makes the texts of the cells that it is about.
 */
export class HeadScan {
  constructor(
    private readonly head: Head,
    private readonly shape: CsvShape,
    /** The cells of most records. */
    private readonly width: number,
    /** Records after so many are left out. */
    private readonly max: number,
    private readonly limits: Pick<Limits, 'maxColumns' | 'maxRecordBytes'>,
  ) {}

  /**
   * The records from one on, with the cells of some of the columns, the others empty; from the first on that is not strict, or
   * beyond a limit, those that `odd` gives. `passing`: the next one may take the place of one that was given.
   */
  *rows(
    columns: readonly number[],
    first: number,
    odd: (from: number) => Iterable<readonly string[]>,
    passing?: 'passing',
  ): Generator<readonly string[]> {
    const { text: bytes } = this.head;
    let blank: readonly string[] = [];
    let cells: string[] = [];
    let before = 0;
    for (const found of this.#batches(columns)) {
      if (found === null) return yield* odd(Math.max(before, first));
      const { records, starts, widths, cells: places } = found;
      let text = '';
      let isAscii = true;
      let from = 0;
      let known = 0;
      for (let record = Math.max(0, first - before); record < records; record += 1) {
        if (record >= known) {
          known = Math.min(record + together, records);
          from = starts[record]!;
          text = bytes.toString('latin1', from, starts[known]!);
          isAscii = !beyondAscii.test(text);
        }
        const width = widths[record]!;
        if (width !== blank.length) blank = new Array<string>(width).fill('');
        if (passing === undefined || width !== cells.length) cells = blank.slice();
        for (let i = 0; i < columns.length; i += 1) {
          const column = columns[i]!;
          if (column >= width) continue;
          const place = (record * columns.length + i) * 2;
          const [start, stop] = [places[place]!, places[place + 1]!];
          const cell = text.slice(start - from, Math.abs(stop) - from);
          // Nearly all cells are of ASCII, and have no doubled quotes.
          cells[column] = stop >= 0 && (isAscii || !beyondAscii.test(cell)) ? cell : textOf(bytes, start, stop);
        }
        yield cells;
      }
      before += records;
    }
  }

  /**
   * Counts the shapes of the cells of columns, of the records from one on that have so many cells at least: those that are among
   * `counted` of the column. Of the others `other` is given the texts. Returns the first record that is not strict, null for none.
   */
  shapes(
    columns: readonly number[],
    first: number,
    least: number,
    counted: (column: number) => readonly number[],
    other: (column: number, text: string) => void,
  ): { readonly counts: ReadonlyMap<number, Int32Array>; readonly oddFrom: number | null } {
    const isCounted = columns.map((column) => Array.from({ length: 6 }, (_, one) => counted(column).includes(one)));
    const counts = columns.map(() => new Int32Array(6));
    let before = 0;
    let oddFrom: number | null = null;
    for (const found of this.#batches(columns)) {
      if (found === null) {
        oddFrom = Math.max(before, first);
        break;
      }
      const { records, widths, cells, shapes } = found;
      for (let record = Math.max(0, first - before); record < records; record += 1) {
        const width = widths[record]!;
        if (width < least) continue;
        for (let i = 0, place = record * columns.length; i < columns.length; i += 1, place += 1) {
          const one = shapes[place]!;
          if (isCounted[i]![one]) counts[i]![one]! += 1;
          else if (columns[i]! < width)
            other(columns[i]!, textOf(this.head.text, cells[place * 2]!, cells[place * 2 + 1]!));
        }
      }
      before += records;
    }
    return { counts: new Map(columns.map((column, i) => [column, counts[i]!])), oddFrom };
  }

  /** All records, some thousand at a time, in arrays that the next ones reuse; null for the first that is not strict, which ends it. */
  *#batches(columns: readonly number[]): Generator<Found | null> {
    const { head, max, width, limits } = this;
    const { text, complete } = head;
    const kernel = kernelOfHeads();
    if (kernel === null) return yield null;
    const row = new Row(this.shape.delimiter.charCodeAt(0));
    row.bytes = text;
    let room = 0;
    let [starts, widths, cells] = [new Int32Array(0), new Int32Array(0), new Int32Array(0)];
    let shapes = new Uint8Array(0);
    let at = sepLine(text).length;
    for (let before = 0; at < text.length && before < max; ) {
      const { input, out } = this.#load(kernel);
      if (room === 0) {
        room = kernel.roomOf();
        [starts, widths] = [new Int32Array(room + 1), new Int32Array(room)];
        [cells, shapes] = [new Int32Array(room * columns.length * 2), new Uint8Array(room * columns.length)];
      }
      const why = kernel.scan(input + at, input + text.length, input + text.length, complete);
      let records = Math.min(kernel.recordsOf(), max - before);
      const bytes = new Uint8Array(kernel.memory.buffer);
      const ints = new Int32Array(kernel.memory.buffer);
      const [flags, places, found] = [kernel.flagsOf(), kernel.placesOf() / 4, kernel.cellsOf() / 4];
      for (let record = 0; record <= records; record += 1) starts[record] = ints[places + record]! - input;
      for (const [i, column] of columns.entries()) {
        if (column >= width) continue;
        kernel.shapes(column, out);
        for (let record = 0, to = i; record < records; record += 1, to += columns.length) {
          const cell = found + (record * width + column) * 2;
          const stop = ints[cell + 1]!;
          shapes[to] = bytes[out + record]!;
          cells[to * 2] = ints[cell]! - input;
          cells[to * 2 + 1] = stop >= 0 ? stop - input : -((stop & withoutSign) - input);
        }
      }
      let isOdd = why === ended.odd || why === ended.tooLong;
      widths.fill(width);
      for (let record = 0; record < records; record += 1) {
        if (bytes[flags + record] === plainRecord) continue;
        // It has more or fewer cells than others, or may have.
        row.scan(starts[record]!, text.length, complete);
        if (row.width > limits.maxColumns) {
          records = record;
          isOdd = true;
          break;
        }
        widths[record] = row.width;
        for (const [i, column] of columns.entries()) {
          const place = record * columns.length + i;
          shapes[place] = shape.other;
          cells[place * 2] = row.starts[column] ?? 0;
          const end = row.ends[column] ?? 0;
          cells[place * 2 + 1] = row.hasDoubled && row.doubled[column] === 1 ? -end : end;
        }
      }
      before += records;
      at = starts[records]!;
      yield { records, starts, widths, cells, shapes };
      // A record that the head does not hold whole is left out, one that is too long is not.
      if (isOdd || (why === ended.cut && text.length - at > limits.maxRecordBytes)) {
        if (before < max) yield null;
        return;
      }
      if (why === ended.cut) return;
    }
  }

  /** Has the head in the memory of the kernel. */
  #load(kernel: Kernel): { readonly input: number; readonly out: number } {
    const { text } = this.head;
    if (loaded?.scan === this) return loaded;
    kernel.begin(0, 0, 0, 0);
    // No cell is the first name of a header here.
    const name = kernel.table(this.width, this.shape.delimiter.charCodeAt(0), 1, this.limits.maxRecordBytes);
    const input = kernel.alloc(text.length);
    const out = kernel.alloc(kernel.roomOf());
    const bytes = new Uint8Array(kernel.memory.buffer);
    bytes[name] = 0;
    bytes.set(text, input);
    loaded = { scan: this, input, out };
    return loaded;
  }
}

function textOf(bytes: Buffer, start: number, stop: number): string {
  const isDoubled = stop < 0;
  const cell = bytes.toString('utf8', start, isDoubled ? -stop : stop);
  return isDoubled ? cell.replaceAll('""', '"') : cell;
}
