import { kept } from '../../core/kept.ts';
import { type IdTexts, idAt } from '../../reader/id-texts.ts';

/** Rows whose texts lie in a column, one after the other. */
interface Run {
  readonly row: number;
  readonly rows: number;
  readonly column: () => IdTexts;
  readonly record: number;
}

/** The texts of the rows of a kind: few are ever asked for. */
export class RowTexts {
  /** In the order of their rows. */
  readonly #runs: Run[] = [];
  readonly #single = new Map<number, string>();

  set(row: number, text: string): void {
    this.#single.set(row, kept(text));
  }

  /** Forgets all of them. */
  clear(): void {
    this.#runs.length = 0;
    this.#single.clear();
  }

  /** Those of a column from a record on, which is asked for when one of them is. */
  setRun(row: number, rows: number, column: () => IdTexts, record: number): void {
    this.#runs.push({ row, rows, column, record });
  }

  get(row: number): string {
    const single = this.#single.get(row);
    if (single !== undefined) return single;
    let [low, high] = [0, this.#runs.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#runs[middle]!.row <= row) low = middle;
      else high = middle;
    }
    const run = this.#runs[low];
    return run === undefined || row >= run.row + run.rows ? '' : idAt(run.column(), run.record + row - run.row);
  }
}
