import { zoneOf } from '../core/zone.ts';
import { type Cells, readNumber } from '../plan/compile.ts';
import type { TablePlan } from '../plan/plan.ts';
import { columnsOf } from '../plan/resolve-fields.ts';
import type { TotalDifference } from './hold-totals.ts';

/** Compares the sum that rows of a file state with that of its rows, whichever of them are read. */
export class StatedSum {
  readonly #column: string;
  readonly #stated: (cells: Cells) => number;
  readonly #of: (cells: Cells) => number;
  #says = Number.NaN;
  #sum = 0;

  constructor({ stated, of }: NonNullable<TablePlan['statedSum']>) {
    const utc = zoneOf('UTC');
    const zones = { report: utc, source: utc, utc };
    this.#column = columnsOf(stated)[0]?.name ?? '';
    this.#stated = readNumber(stated, zones);
    this.#of = readNumber(of, zones);
  }

  add(cells: Cells): void {
    const [says, value] = [this.#stated(cells), this.#of(cells)];
    if (Number.isFinite(says)) this.#says = (Number.isNaN(this.#says) ? 0 : this.#says) + says;
    if (Number.isFinite(value)) this.#sum += value;
  }

  differences(): TotalDifference[] {
    const [stated, kept] = [this.#says, this.#sum];
    return Number.isNaN(stated) || stated === kept ? [] : [{ column: this.#column, stated, kept, partly: false }];
  }
}
