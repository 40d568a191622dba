import type { CsvShape } from './csv.ts';
import type { Head } from './decode.ts';
import type { Limits } from './input.ts';
import { cut, Row } from './row.ts';
import { sepLine } from './sep.ts';

/** Records whose texts are cut from one: what somebody keeps of a cell keeps no more than these alive. */
const together = 64;
const firstRoom = 1024;
const beyondAscii = /[\x80-\xff]/;

/**
 * Where the cells of some columns are in the head of a CSV file, as far as anybody has looked. Questions about a table come
 * one after the other: each makes the texts of the cells that it is about, and none has to find them again.
 */
export class HeadIndex {
  readonly #row: Row;
  readonly #last: boolean;
  readonly #maxColumns: number;
  readonly #maxBytes: number;
  /** Where the next record begins; -1 after the last that is strict. */
  #next: number;
  #records = 0;
  #widths: Int32Array = new Int32Array(firstRoom);
  /** Two numbers a column of each record: where its cell begins and ends; of one with doubled quotes the end is below 0. */
  #cells: Int32Array;
  /** Where each record begins. */
  #starts: Int32Array = new Int32Array(firstRoom);
  /** Whether the record after the last one is not strict, or beyond a limit. */
  #isOdd = false;

  constructor(
    private readonly head: Head,
    { delimiter }: CsvShape,
    readonly columns: readonly number[],
    readonly max: number,
    { maxColumns, maxRecordBytes }: Pick<Limits, 'maxColumns' | 'maxRecordBytes'>,
  ) {
    this.#row = new Row(delimiter.charCodeAt(0));
    this.#row.bytes = head.text;
    this.#last = head.complete;
    this.#maxColumns = maxColumns;
    this.#maxBytes = maxRecordBytes;
    this.#next = sepLine(head.text).length;
    this.#cells = new Int32Array(firstRoom * 2 * columns.length);
  }

  /** How many records are strict, once all are seen; null if those are all. */
  get oddFrom(): number | null {
    return this.#isOdd ? this.#records : null;
  }

  /**
   * The records from one on, with the cells of some of the columns, the others empty; from the first on that is not strict those
   * that `odd` gives.
   */
  *rows(
    columns = this.columns,
    first = 0,
    odd: () => Iterable<readonly string[]> = () => [],
  ): Generator<readonly string[]> {
    const { head } = this;
    const slots = columns.map((column) => this.columns.indexOf(column));
    const stride = this.columns.length;
    let blank: readonly string[] = [];
    let text = '';
    let isAscii = true;
    let from = 0;
    let known = 0;
    for (let record = first; record < this.max; record += 1) {
      if (record >= known) {
        while (this.#records < Math.min(record + together, this.max) && this.#more());
        known = Math.min(record + together, this.#records);
        if (record >= known) break;
        from = this.#starts[record]!;
        text = head.text.toString('latin1', from, known < this.#records ? this.#starts[known]! : this.#ending);
        isAscii = !beyondAscii.test(text);
      }
      const width = this.#widths[record]!;
      if (width !== blank.length) blank = new Array<string>(width).fill('');
      const cells = blank.slice();
      for (let i = 0; i < slots.length; i += 1) {
        const column = columns[i]!;
        if (column >= width) continue;
        const place = (record * stride + slots[i]!) * 2;
        const [start, stop] = [this.#cells[place]!, this.#cells[place + 1]!];
        const cell = text.slice(start - from, Math.abs(stop) - from);
        // Nearly all cells are of ASCII, and have no doubled quotes.
        cells[column] = stop >= 0 && (isAscii || !beyondAscii.test(cell)) ? cell : this.#text(start, stop);
      }
      yield cells;
    }
    if (this.#isOdd) yield* odd();
  }

  get #ending(): number {
    return this.#next === -1 ? this.head.text.length : this.#next;
  }

  #text(start: number, stop: number): string {
    const isDoubled = stop < 0;
    const cell = this.head.text.toString('utf8', start, isDoubled ? -stop : stop);
    return isDoubled ? cell.replaceAll('""', '"') : cell;
  }

  /** Finds the cells of one more record; false at the end. */
  #more(): boolean {
    const { head, columns } = this;
    const row = this.#row;
    const start = this.#next;
    if (start === -1 || start >= head.text.length) return false;
    const next = row.scan(start, head.text.length, this.#last);
    if (next < 0 || row.width > this.#maxColumns || next - start > this.#maxBytes) {
      // A record that the head does not hold whole is left out, one that is too long is not.
      this.#isOdd = next !== cut || head.text.length - start > this.#maxBytes;
      this.#next = -1;
      return false;
    }
    const record = this.#records;
    if (record === this.#widths.length) this.#grow();
    this.#starts[record] = start;
    this.#widths[record] = row.width;
    for (let i = 0; i < columns.length; i += 1) {
      const at = columns[i]!;
      if (at >= row.width) continue;
      const place = (record * columns.length + i) * 2;
      this.#cells[place] = row.starts[at]!;
      const end = row.ends[at]!;
      this.#cells[place + 1] = row.hasDoubled && row.doubled[at] === 1 ? -end : end;
    }
    this.#records = record + 1;
    this.#next = next;
    return true;
  }

  #grow(): void {
    const longer = (array: Int32Array): Int32Array => {
      const more = new Int32Array(array.length * 4);
      more.set(array);
      return more;
    };
    this.#starts = longer(this.#starts);
    this.#widths = longer(this.#widths);
    this.#cells = longer(this.#cells);
  }
}
