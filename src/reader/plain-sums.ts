import { beginsAsTotal } from '../core/total-words.ts';
import type { TotalsPlan } from '../plan/plan.ts';
import { isDate, isNothing, type PlainSums } from '../plan/rows/total-rows.ts';
import { kind } from './columns.ts';
import { numberColumn, type Reading, type ReadNumbers, Words } from './fields.ts';

/**
 * Tells the rows of a daily table that cannot be totals, and adds them up: `ingest/hold-totals.ts` sees all others, and compares
 * them with these sums.
 */
export class SummedRows {
  /** Whether a row has its day. */
  readonly #dated: Words<boolean>;
  /** Whether the names of a row may be those of a total. */
  readonly #named: Words<boolean>;
  readonly #days: Words<string>;
  readonly #read: readonly ReadNumbers[];
  #found: { rows: number; readonly sums: number[]; places: number; readonly days: [string, number, number][] };

  constructor(
    readonly plan: TotalsPlan,
    readonly reading: Reading,
  ) {
    const { batch } = reading;
    const { labels, dates, days, unnamed, sums } = plan;
    // What is in the first cell and is no day may be a name.
    const own = dates.includes(0) ? [0] : dates;
    this.#dated = new Words(own, reading, (record) => own.some((at) => isDate(batch.text(record, at))));
    const names = [...new Set(dates.includes(0) ? labels : [0, ...labels])];
    this.#named = new Words(names, reading, (record) => {
      const texts = names.map((at) => batch.text(record, at));
      if (texts.some(beginsAsTotal)) return true;
      return unnamed && labels.length > 0 && labels.every((at) => isNothing(batch.text(record, at)));
    });
    this.#days = new Words(days, reading, (record) => {
      const day = days.map((at) => batch.text(record, at)).join('\0');
      this.#found.days.push([day, 0, 0]);
      return day;
    });
    this.#read = sums.map((from) => numberColumn(from, reading));
    this.#found = this.#nothing();
  }

  #nothing() {
    return { rows: 0, sums: this.plan.sums.map(() => 0), places: 0, days: [] };
  }

  begin(): void {
    this.#found = this.#nothing();
    for (const words of [this.#dated, this.#named, this.#days]) words.begin();
  }

  /** Leaves rows of a batch that may be totals to the exact reader. */
  leave(): void {
    const { batch } = this.reading;
    const dated = this.#dated.codes(batch.out);
    batch.leave(dated, (code) => !this.#dated.values[code]);
    const named = this.#named.codes(batch.out);
    batch.leave(named, (code) => this.#named.values[code] === true);
  }

  /** Adds up the plain rows of a batch, once it is settled which they are. */
  add(): void {
    const { batch } = this.reading;
    const found = this.#found;
    const main = this.plan.sums[0]!;
    if (main.op === 'column') {
      const places = batch.kernel.places(main.index, (main.decimal ?? '.').charCodeAt(0));
      found.places = Math.max(found.places, places);
    }
    const days = this.#days.codes(batch.other);
    const { kinds } = batch;
    for (const [at, read] of this.#read.entries()) {
      const values = read();
      for (let record = 0; record < values.length; record += 1) {
        if (kinds[record] !== kind.plain) continue;
        const value = Number.isFinite(values[record]!) ? values[record]! : 0;
        found.sums[at]! += value;
        if (at > 0) continue;
        found.rows += 1;
        const day = found.days[days[record]!]!;
        day[1] += 1;
        day[2] += value;
      }
    }
  }

  end(): PlainSums {
    return this.#found;
  }
}
