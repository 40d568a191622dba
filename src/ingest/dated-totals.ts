import { getOrInsert } from '../core/get-or-insert.ts';
import { kept } from '../core/kept.ts';
import { saysAll, saysTotal } from '../core/total-words.ts';
import type { Cells } from '../plan/compile.ts';
import type { TotalsPlan } from '../plan/plan.ts';
import { mayBeDate, type PlainSums } from '../plan/rows/total-rows.ts';

/** Labels that are remembered. */
const mostLabels = 10_000;
/** Rows that are kept back; a table with more of them has no others. */
const mostHeld = 100_000;

/** A row that may be the total of the others, kept back until the end of its table. */
export interface HeldRow {
  readonly cells: Cells;
  readonly record: number;
}

/** The sums of ordinary rows. */
interface Sum {
  rows: number;
  value: number;
}

/** What became of the rows kept back. */
interface SettledDays {
  readonly rows: readonly HeldRow[];
  readonly totals: readonly HeldRow[];
  /** Records that count although they look like totals. */
  readonly unproven: readonly number[];
}

/**
 * The rows of a table with `Total` beside a day, as in pivot tables, or `All` in place of an age or a device. They are
 * totals if they are the sum of the rows of their day, on all days: a campaign may have this name.
 */
export class DatedTotals {
  readonly #held: HeldRow[] = [];
  readonly #ofDays = new Map<string, Sum>();
  readonly #all: Sum = { rows: 0, value: 0 };
  readonly #known = new Map<string, boolean>();
  #last: { readonly day: string | null; readonly sum: Sum } = { day: null, sum: this.#all };

  constructor(
    private readonly plan: TotalsPlan,
    /** The figure that shows a total row. */
    private readonly main: (cells: Cells) => number,
  ) {}

  /** Keeps back a row that may be such a total. */
  holds(row: HeldRow): boolean {
    const { days, dates, labels } = this.plan;
    if (!labels.some((index) => this.#says(row.cells[index] ?? ''))) return false;
    const isDated = days.length === 0 ? dates.length === 0 : days.some((index) => mayBeDate(row.cells[index] ?? ''));
    if (!isDated || this.#held.length === mostHeld) return false;
    this.#held.push(row);
    return true;
  }

  /** The rows kept back. */
  get held(): readonly HeldRow[] {
    return this.#held;
  }

  /** Whether a label says total, or all. Labels are few, or each occurs once. */
  #says(label: string): boolean {
    let says = this.#known.get(label);
    if (says === undefined) {
      says = saysTotal(label) || saysAll(label);
      if (this.#known.size < mostLabels) this.#known.set(kept(label), says);
    }
    return says;
  }

  /** An ordinary row. */
  add(cells: Cells): void {
    const day = this.#dayOf(cells);
    // Rows of one day mostly follow each other.
    if (day !== this.#last.day) {
      const known = getOrInsert(this.#ofDays, day, () => ({ rows: 0, value: 0 }));
      this.#last = { day, sum: known };
    }
    const { sum } = this.#last;
    const value = this.main(cells);
    sum.rows += 1;
    sum.value += value;
    this.#all.rows += 1;
    this.#all.value += value;
  }

  /** Ordinary rows, by their day. */
  addAll(days: PlainSums['days']): void {
    for (const [day, rows, value] of days) {
      const sum = getOrInsert(this.#ofDays, day, () => ({ rows: 0, value: 0 }));
      for (const one of [sum, this.#all]) {
        one.rows += rows;
        one.value += value;
      }
    }
  }

  /** Once all rows are seen; `roundingOf`: how far the sum of a number of rows may be off. */
  settle(roundingOf: (rows: number) => number): SettledDays {
    const isSum = (value: number, of: Sum): boolean => of.rows > 0 && Math.abs(value - of.value) <= roundingOf(of.rows);
    const isOfAllDays = ({ cells }: HeldRow): boolean => this.#saysTotal(cells) && isSum(this.main(cells), this.#all);
    const totals = this.#ofDays.size < 2 ? [] : this.#held.filter(isOfAllDays);
    // Totals of parts add up to their day, too: those of each platform, of each country.
    const byLabels = new Map<string, Map<string, HeldRow[]>>();
    for (const row of this.#held) {
      if (totals.includes(row)) continue;
      const days = getOrInsert(byLabels, this.#placesOf(row.cells), () => new Map<string, HeldRow[]>());
      const day = this.#dayOf(row.cells);
      days.set(day, [...(days.get(day) ?? []), row]);
    }
    const rows: HeldRow[] = [];
    const unproven: number[] = [];
    for (const days of byLabels.values()) {
      const sums = [...days].map(([day, held]) => ({
        held,
        value: held.reduce((sum, { cells }) => sum + this.main(cells), 0),
        others: this.#ofDays.get(day) ?? { rows: 0, value: 0 },
      }));
      const all = [...days.values()].flat();
      // `All` is also a name: that it equals a single row proves nothing.
      const isProof = sums.length > 1 || sums.some(({ others }) => others.rows > 1) || this.#saysTotal(all[0]!.cells);
      if (isProof && sums.every(({ value, others }) => isSum(value, others))) {
        totals.push(...all);
        continue;
      }
      rows.push(...all);
      const looks = sums.find(({ value, others }) => others.rows > 0 && 2 * value >= others.value);
      if (looks !== undefined) unproven.push(looks.held[0]!.record);
    }
    return { rows: rows.sort((a, b) => a.record - b.record), totals, unproven };
  }

  #dayOf(cells: Cells): string {
    const [first, ...others] = this.plan.days;
    if (first === undefined) return '';
    return others.reduce((key, index) => `${key}\0${cells[index] ?? ''}`, cells[first] ?? '');
  }

  /** Which of its labels say total, or all. */
  #placesOf(cells: Cells): string {
    return this.plan.labels.filter((index) => this.#says(cells[index] ?? '')).join(' ');
  }

  /** Whether one of its labels is a word for a total, not only for all. */
  #saysTotal(cells: Cells): boolean {
    return this.plan.labels.some((index) => saysTotal(cells[index] ?? ''));
  }
}
