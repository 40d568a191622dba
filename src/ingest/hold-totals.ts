import { beginsWithTotal, totalWords } from '../core/total-words.ts';
import { zoneOf } from '../core/zone.ts';
import { columnName } from '../plan/blamed-column.ts';
import { type Cells, type ReadNumber, readNumber } from '../plan/compile.ts';
import type { Resolved, TotalsPlan } from '../plan/plan.ts';
import { isDate, isNothing, type PlainSums } from '../plan/rows/total-rows.ts';
import { DatedTotals, type HeldRow } from './dated-totals.ts';

/** A file's own total and the sum of its rows, if they differ by more than rounding. */
export interface TotalDifference {
  readonly column: string;
  readonly stated: number;
  readonly kept: number;
  /** Whether another of its total rows is the sum of its rows: then this one includes what has no row. */
  readonly partly: boolean;
}

/** What became of the rows kept back. */
export interface Settled {
  /** In the order of the file. */
  readonly rows: readonly HeldRow[];
  readonly totals: readonly HeldRow[];
  /** Records with a name that are left out as totals because they are the sum of the others. */
  readonly bySum: readonly number[];
  /** Records that count although they look like totals. */
  readonly unproven: readonly number[];
}

const exactWord = new RegExp(`^(?:${totalWords})\\s*(?:[:：(\\d].*|(?:of|de|aus|von)\\s+\\d.*)?$`, 'i');
const withColon = new RegExp(`^(?:${totalWords})\\s*[:：]`, 'i');
const none: readonly HeldRow[] = [];

/** Rows without a name that are kept back; if there are more, they are not totals. */
const mostHeld = 100;

const half = 500_000;
/** Decimals of an amount that count. */
const mostPlaces = 6;

const zone = zoneOf('UTC');
const zones = { report: zone, source: zone, utc: zone };

/** The sums of rows, and how far they may be from those of unrounded ones. */
class Sums {
  rows = 0;
  readonly of: number[];
  constructor(
    private readonly read: readonly ReadNumber[],
    private readonly main: Resolved,
  ) {
    this.of = read.map(() => 0);
  }
  /** Decimals of the main figure. */
  places = 0;

  values(cells: Cells): number[] {
    return this.read.map((read) => {
      const value = read(cells);
      return Number.isFinite(value) ? value : 0;
    });
  }

  add(cells: Cells): void {
    this.rows += 1;
    const { read, of } = this;
    for (let at = 0; at < read.length; at += 1) {
      const value = read[at]!(cells);
      if (Number.isFinite(value)) of[at]! += value;
    }
    if (this.main.op !== 'column' || this.places === mostPlaces) return;
    const text = cells[this.main.index] ?? '';
    const mark = text.lastIndexOf(this.main.decimal ?? '.');
    if (mark === -1) return;
    let end = mark + 1;
    while (end < text.length && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end += 1;
    this.places = Math.max(this.places, Math.min(mostPlaces, end - mark - 1));
  }

  /** Each row may be off by half a last digit: tools round rows and total separately. Whole numbers of things are exact. */
  roundingOf(rows: number): number {
    const isMoney = this.main.op === 'column' && this.main.as.type === 'money';
    return isMoney ? (rows * half) / 10 ** this.places : 0;
  }

  get tolerance(): number {
    return this.roundingOf(this.rows);
  }

  addAll({ rows, sums, places }: PlainSums): void {
    this.rows += rows;
    for (const [at, sum] of sums.entries()) this.of[at]! += sum;
    this.places = Math.max(this.places, Math.min(mostPlaces, places));
  }

  /** Takes a row out again. */
  remove(cells: Cells): void {
    this.rows -= 1;
    for (const [at, value] of this.values(cells).entries()) this.of[at]! -= value;
  }

  /** A copy with more rows. */
  with(rows: readonly HeldRow[]): Sums {
    const sums = new Sums(this.read, this.main);
    sums.rows = this.rows;
    sums.places = this.places;
    for (const [at, value] of this.of.entries()) sums.of[at] = value;
    for (const { cells } of rows) sums.add(cells);
    return sums;
  }
}

/**
 * Recognises the rows of one table that add up the others. Some say so (`Total: Campaigns`, no day in a daily table);
 * others are recognised at the end of the table, as the sum of its rows: those without a name, and the first or last in
 * any language.
 */
export class TotalRows {
  readonly #kept: Sums;
  readonly #stated: number[] = [];
  readonly #dated: DatedTotals;
  readonly #unnamed: HeldRow[] = [];
  readonly #column: string;
  readonly #read: ReadNumber;
  #first: HeldRow | null = null;
  #last: HeldRow | null = null;
  #seen = 0;

  constructor(private readonly plan: TotalsPlan) {
    const [main] = plan.sums;
    this.#kept = new Sums(
      plan.sums.map((from) => readNumber(from, zones)),
      main!,
    );
    this.#read = readNumber(main!, zones);
    this.#dated = new DatedTotals(plan, (cells) => {
      const value = this.#read(cells);
      return Number.isFinite(value) ? value : 0;
    });
    this.#column = columnName(main!) ?? '';
  }

  /** Whether a row says itself that it is a total. */
  saysSo(cells: Cells, extra: string | undefined): boolean {
    const { labels, dates, unnamed } = this.plan;
    if (unnamed && labels.length > 0 && labels.every((index) => isNothing(cells[index] ?? '')))
      return this.#state(cells);
    if (extra !== undefined && beginsWithTotal(extra)) return this.#state(cells);
    const undated = dates.length > 0 && !dates.some((index) => isDate(cells[index] ?? ''));
    // Most rows have their day, which is in the first cell.
    if (dates.length > 0 && !undated && isDate(cells[0] ?? '')) return false;
    const names = [cells[0] ?? '', ...labels.map((index) => cells[index] ?? '')].map((cell) => cell.trim());
    const named = names.filter((name) => !isNothing(name));
    if (withColon.test(names[0]!)) return this.#state(cells);
    const word = named.find(beginsWithTotal);
    const isWord = word !== undefined && (undated || (exactWord.test(word) && named.every((name) => name === word)));
    // A row without its day could not be booked anyway.
    const isBlank = undated && [...dates, ...labels].every((index) => isNothing(cells[index] ?? ''));
    return isWord && (undated || dates.length === 0) ? this.#state(cells) : isBlank && this.#state(cells);
  }

  #state(cells: Cells): true {
    // A blank total says nothing.
    if (Number.isFinite(this.#read(cells))) this.#stated.push(this.#kept.values(cells)[0]!);
    return true;
  }

  /** Takes a row that does not say that it is a total; returns the rows that are certain to be rows. */
  take(row: HeldRow): readonly HeldRow[] {
    if (this.#dated.holds(row)) return [];
    this.#seen += 1;
    const { labels, dates } = this.plan;
    const isDated = dates.some((index) => isDate(row.cells[index] ?? ''));
    if (isDated) return this.#give(row, false);
    const blank = labels.filter((index) => isNothing(row.cells[index] ?? ''));
    // A row without a day in a daily table is not one of its rows.
    const isUnnamed =
      dates.length > 0 || (labels.length > 0 && 2 * blank.length > labels.length && blank[0] === labels[0]);
    if (isUnnamed && this.#unnamed.length < mostHeld) {
      this.#unnamed.push(row);
      return this.#give(null, false);
    }
    return this.#give(row, labels.length > 0);
  }

  /** Keeps back the first row and the last one so far, if they may be totals. */
  #give(row: HeldRow | null, mayBe: boolean): readonly HeldRow[] {
    const now: HeldRow[] = this.#last === null ? [] : [this.#last];
    this.#last = null;
    if (row !== null && mayBe && this.#seen === 1) this.#first = row;
    else if (row !== null && mayBe) this.#last = row;
    else if (row !== null) now.push(row);
    for (const { cells } of now) this.#add(cells);
    return now;
  }

  /** Rows follow that have their day and no word of a total: the last row kept back is one of them. */
  release(): readonly HeldRow[] {
    return this.#last === null ? none : this.#give(null, false);
  }

  /** Takes note of such rows. */
  addAll(found: PlainSums): void {
    this.#seen += found.rows;
    this.#kept.addAll(found);
    this.#dated.addAll(found.days);
  }

  #add(cells: Cells): void {
    this.#kept.add(cells);
    this.#dated.add(cells);
  }

  /** Decides the rows kept back, once all are seen. */
  settle(hasRejected: boolean): Settled {
    const isWord = ({ cells }: HeldRow): boolean =>
      this.plan.labels.some((index) => beginsWithTotal(cells[index] ?? ''));
    const open = [...this.#unnamed];
    const totals: HeldRow[] = [];
    const ends = [this.#first, this.#last].filter((row) => row !== null);
    const sumWithout = (row: HeldRow): Sums => this.#kept.with([...open, ...ends].filter((one) => one !== row));
    const drop = (list: HeldRow[], row: HeldRow): void => {
      list.splice(list.indexOf(row), 1);
      totals.push(row);
      this.#state(row.cells);
    };
    // Whether rows of a part are totals themselves is decided below: the total of all adds up the others, or them, too.
    const { held } = this.#dated;
    const isSum = (row: HeldRow, others: Sums, wholly: boolean): boolean =>
      this.#is(row, others, wholly) || (held.length > 0 && this.#is(row, others.with(held), wholly));
    for (const row of [...open]) if (isSum(row, sumWithout(row), false)) drop(open, row);
    const bySum: number[] = [];
    const unproven: number[] = [];
    for (const row of [...ends].reverse()) {
      const others = sumWithout(row);
      if (isWord(row)) {
        if (isSum(row, others, false)) drop(ends, row);
        continue;
      }
      if (others.rows < 2 || !this.plan.named || !isSum(row, others, true)) continue;
      // A single word among blank cells is hardly a name; if no other cells exist it may be one, and a single figure
      // proves little.
      const [isAlone, isSingle] = [this.#isAlone(row), others.of.filter((sum) => sum !== 0).length < 2];
      if (!isAlone && isSingle) {
        unproven.push(row.record);
        continue;
      }
      if (!isAlone || isSingle) bySum.push(row.record);
      drop(ends, row);
    }
    // If a row could not be read, the sum proves nothing: a value above all others together is a total.
    if (hasRejected)
      for (const row of [...open]) if (this.#kept.values(row.cells)[0]! > sumWithout(row).of[0]!) drop(open, row);
    const rows = [...open, ...ends].sort((a, b) => a.record - b.record);
    for (const row of open) {
      const others = sumWithout(row);
      if (others.rows > 0 && 2 * this.#kept.values(row.cells)[0]! >= others.of[0]!) unproven.push(row.record);
    }
    for (const { cells } of rows) this.#add(cells);
    const days = this.#dated.settle((count) => this.#kept.roundingOf(count));
    for (const { cells } of days.rows) this.#kept.add(cells);
    return {
      rows: [...rows, ...days.rows],
      totals: [...totals, ...days.totals],
      bySum,
      unproven: [...unproven, ...days.unproven],
    };
  }

  /** Takes note that a row which was kept back could not be read after all. */
  withdraw(cells: Cells): void {
    this.#kept.remove(cells);
  }

  /** Whether a row has one label, where others have several. */
  #isAlone({ cells }: HeldRow): boolean {
    const { labels } = this.plan;
    return labels.length > 1 && labels.filter((index) => !isNothing(cells[index] ?? '')).length === 1;
  }

  /** Whether a row is the sum of others; `wholly`: in every figure that is added up. */
  #is(row: HeldRow, others: Sums, wholly: boolean): boolean {
    if (others.rows === 0) return false;
    const own = others.values(row.cells);
    const isClose = Math.abs(own[0]! - others.of[0]!) <= others.tolerance;
    if (!isClose) return false;
    return (
      (!wholly && own[0] !== 0) ||
      own.every((value, at) => at === 0 || Math.abs(value - others.of[at]!) <= others.tolerance)
    );
  }

  /** The differences between the file's own totals and its rows. */
  differences(): TotalDifference[] {
    const { of, tolerance } = this.#kept;
    const kept = of[0]!;
    const off = this.#stated.filter((stated) => Math.abs(stated - kept) > tolerance);
    const [first] = off;
    if (first === undefined) return [];
    const partly = off.length < this.#stated.length;
    // Further total rows are of parts; one above the sum of all rows includes what has no row.
    const stated = partly ? Math.max(...off) : this.#stated[0]!;
    return partly && stated < kept ? [] : [{ column: this.#column, stated, kept, partly }];
  }
}
