import { DAY_HOURS, MINUTE_MS } from '../../core/civil.ts';
import type { Cells } from '../../plan/compile.ts';
import { DatedCollector } from './collect-dated.ts';

/** A visit as far as its events have come. */
interface Visit {
  /** The record of its first event in the file. */
  readonly record: number;
  events: number;
  first: number;
  last: number;
  /** Added up; NaN where no event has a value. */
  readonly numbers: Float64Array;
  /** Of the earliest event that has one, with the time of that. */
  readonly texts: (string | null)[];
  readonly told: number[];
}

/** Without a column for the visit, a visitor's next event begins a new one after so long, as web analytics count. */
const pause = 30 * MINUTE_MS;

/**
 * Exports with one row per event: the events of a visit become one record when the file is read. Every row is in the
 * account: taken with its visit, or left out because it names none.
 */
export class EventCollector extends DatedCollector {
  readonly #visits = new Map<string, Visit[]>();
  readonly #visitAt = this.reader.textAt('visit_id');
  readonly #visitorAt = this.reader.textAt('visitor_id');
  readonly #startAt = this.reader.numberAt('started_at');
  readonly #durationAt = this.reader.numberAt('duration');

  override row(cells: Cells, record: number): void {
    if (this.readOrReject(cells, record)) this.take(record);
  }

  override take(record: number): void {
    const { numbers, texts } = this.reader;
    const at = numbers[this.#startAt]!;
    if (Number.isNaN(at)) {
      this.rejectField(record, 'started_at', 'missing_value', '');
      return;
    }
    if (this.isOutside(Math.floor(this.memory.setting.zone.hour(at) / DAY_HOURS) * DAY_HOURS)) {
      this.rejectField(record, 'started_at', 'outside_period', '');
      return;
    }
    const id = texts[this.#visitAt === -1 ? this.#visitorAt : this.#visitAt] ?? null;
    if (id === null) {
      this.table.account.skip('event_without_visit');
      return;
    }
    this.#add(this.#visitOf(id, at, record), at);
  }

  #visitOf(id: string, at: number, record: number): Visit {
    const known = this.#visits.get(id) ?? [];
    const found =
      this.#visitAt === -1 ? known.find(({ first, last }) => at > first - pause && at < last + pause) : known[0];
    if (found !== undefined) return found;
    const { numbers, texts } = this.reader;
    const visit: Visit = {
      record,
      events: 0,
      first: at,
      last: at,
      numbers: new Float64Array(numbers.length).fill(Number.NaN),
      texts: texts.map(() => null),
      told: texts.map(() => Number.POSITIVE_INFINITY),
    };
    this.#visits.set(id, [...known, visit]);
    return visit;
  }

  #add(visit: Visit, at: number): void {
    const { numbers, texts } = this.reader;
    visit.events += 1;
    visit.first = Math.min(visit.first, at);
    visit.last = Math.max(visit.last, at);
    for (const [place, value] of numbers.entries()) {
      if (Number.isNaN(value)) continue;
      visit.numbers[place] = (visit.numbers[place]! || 0) + value;
    }
    for (const [place, text] of texts.entries()) {
      if (text === null || at >= visit.told[place]!) continue;
      visit.texts[place] = text;
      visit.told[place] = at;
    }
  }

  override finish(): void {
    const { numbers, texts } = this.reader;
    for (const visits of this.#visits.values()) {
      for (const { record, events, first, last, ...visit } of visits) {
        numbers.set(visit.numbers);
        numbers[this.#startAt] = first;
        // Milliseconds as millionths of a second.
        if (this.#durationAt !== -1)
          numbers[this.#durationAt] = (numbers[this.#durationAt]! || 0) + (last - first) * 1000;
        for (const [place, text] of visit.texts.entries()) texts[place] = text;
        this.accept(record, events);
      }
    }
    this.#visits.clear();
  }
}
