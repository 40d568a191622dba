import type { Span } from '../../../core/calendar.ts';

/** The spans that an hour lies in, for spans in any order and overlap. */
export class Finder {
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

  /** Calls back for each span that overlaps [from, to). */
  each(from: number, to: number, visit: (span: number) => void): void {
    let [low, high] = [0, this.#from.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#from[middle]! < to) low = middle + 1;
      else high = middle;
    }
    for (let place = low - 1; place >= 0 && this.#latest[place]! > from; place -= 1) {
      const span = this.#order[place]!;
      if (this.spans[span]!.to > from) visit(span);
    }
  }
}
