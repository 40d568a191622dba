import type { Span } from '../../core/calendar.ts';

/** The spans that an hour lies in, for spans in any order and overlap. */
export class Finder {
  /** What was asked last: records come in about the order of time, so the next one often asks the same. */
  #askedFrom = Number.NaN;
  #askedTo = Number.NaN;
  #found: readonly number[] = [];
  readonly #order: readonly number[];
  readonly #from: readonly number[];
  readonly #latest: number[] = [];

  constructor(readonly spans: readonly Span[]) {
    this.#order = spans.map((_, i) => i).sort((a, b) => spans[a]!.from - spans[b]!.from);
    this.#from = this.#order.map((i) => spans[i]!.from);
    let latest = Number.NEGATIVE_INFINITY;
    for (const i of this.#order) {
      latest = Math.max(latest, spans[i]!.to);
      this.#latest.push(latest);
    }
  }

  /** The spans that overlap [from, to). */
  over(from: number, to: number): readonly number[] {
    if (from !== this.#askedFrom || to !== this.#askedTo) {
      this.#found = this.#find(from, to);
      this.#askedFrom = from;
      this.#askedTo = to;
    }
    return this.#found;
  }

  #find(from: number, to: number): number[] {
    const found: number[] = [];
    let [low, high] = [0, this.#from.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#from[middle]! < to) low = middle + 1;
      else high = middle;
    }
    for (let place = low - 1; place >= 0 && this.#latest[place]! > from; place -= 1) {
      const span = this.#order[place]!;
      if (this.spans[span]!.to > from) found.push(span);
    }
    return found;
  }
}
