import type { Span } from '../../core/calendar.ts';

/** Longer lists are computed again each time: for long spans that begin every hour they would fill the memory. */
const longestKept = 64;

/** The spans that contain an hour, for spans in any order and overlap. */
export class Finder {
  readonly #order: readonly number[];
  readonly #from: Float64Array;
  readonly #latest: Float64Array;
  /** Where spans begin or end, ascending: hours between two neighbours lie in the same spans, which are kept once found. */
  readonly #bounds: Float64Array;
  readonly #found: (readonly number[] | undefined)[] = [];
  // The last stretch looked up: consecutive rows often lie in one.
  #place = 0;
  #low = Number.POSITIVE_INFINITY;
  #high = Number.NEGATIVE_INFINITY;

  constructor(readonly spans: readonly Span[]) {
    this.#order = spans.map((_, i) => i).sort((a, b) => spans[a]!.from - spans[b]!.from);
    this.#from = Float64Array.from(this.#order, (i) => spans[i]!.from);
    let latest = Number.NEGATIVE_INFINITY;
    this.#latest = Float64Array.from(this.#order, (i) => {
      latest = Math.max(latest, spans[i]!.to);
      return latest;
    });
    this.#bounds = Float64Array.from(new Set(spans.flatMap(({ from, to }) => [from, to]))).sort();
  }

  /** Stretches of time: before the first bound, between each two neighbours, from the last on. */
  get places(): number {
    return this.#bounds.length + 1;
  }

  /** The stretch that contains an hour, from 0; NaN lies before all. */
  place(hour: number): number {
    if (hour >= this.#low && hour < this.#high) return this.#place;
    const bounds = this.#bounds;
    this.#place = upTo(bounds, hour);
    this.#low = bounds[this.#place - 1] ?? Number.NEGATIVE_INFINITY;
    this.#high = bounds[this.#place] ?? Number.POSITIVE_INFINITY;
    return this.#place;
  }

  /** The spans that contain a stretch. */
  spansAt(place: number): readonly number[] {
    const known = this.#found[place];
    if (known !== undefined) return known;
    const from = this.#bounds[place - 1];
    const found = from === undefined ? [] : this.#find(from, from + 1);
    if (found.length <= longestKept) this.#found[place] = found;
    return found;
  }

  /** The spans that overlap [from, to). */
  over(from: number, to: number): readonly number[] {
    const place = this.place(from);
    // Whole hours: one hour never crosses a bound.
    return to > from + 1 && to > this.#high ? this.#find(from, to) : this.spansAt(place);
  }

  #find(from: number, to: number): number[] {
    const found: number[] = [];
    for (let place = upTo(this.#from, to - 1) - 1; place >= 0 && this.#latest[place]! > from; place -= 1) {
      const span = this.#order[place]!;
      if (this.spans[span]!.to > from) found.push(span);
    }
    return found;
  }
}

/** How many of some ascending numbers are at most `value`. */
function upTo(numbers: Float64Array, value: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
