import { DAY_HOURS, dayOfHour } from '../core/civil.ts';
import { getOrInsert } from '../core/get-or-insert.ts';
import type { Dimension, Kind } from '../core/kinds.ts';
import type { Read, TableFacts } from '../engine/state/read.ts';
import { fieldsOfDimension } from '../plan/supply.ts';
import type { Place } from './place.ts';

/** Whether the rows of a table may have a dimension, whatever their cells say. */
const gives = ({ plan, file }: TableFacts, dimension: Dimension): boolean =>
  (dimension === 'store' && file.store !== null) ||
  (dimension === 'channel' && plan.kind === 'email') ||
  fieldsOfDimension(dimension).some((field) => plan.fields[field] !== undefined);

/** What an order may take from the visit that names it. */
const ofVisits: ReadonlySet<Dimension> = new Set<Dimension>(['channel', 'source', 'campaign', 'device', 'country']);

/** Records whose groups are those of other records: refunds and lines have that of their order, answers that of their ticket. */
const ofOthers: ReadonlySet<Kind> = new Set<Kind>(['refund', 'order_line', 'survey']);

/**
 * Which groups files can name. A file without a column of channels says nothing of each channel: on its days they have unknown
 * figures, not 0.
 */
export class NamedGroups {
  readonly #tables = new Map<Kind, readonly TableFacts[]>();
  readonly #given = new Map<Place, Map<Kind, readonly Dimension[]>>();

  constructor(
    private readonly read: Read,
    private readonly by: readonly Dimension[],
  ) {}

  /** Whether files of a kind reach a place, and none that does has the dimensions by which a group is named. */
  areUnnamed(kind: Kind, place: Place, group: number): boolean {
    if (group === 0 || ofOthers.has(kind)) return false;
    const tables = getOrInsert(this.#tables, kind, () => this.#differing(kind));
    if (tables.length === 0) return false;
    const ofKinds = getOrInsert(this.#given, place, () => new Map());
    const lacking = getOrInsert(ofKinds, kind, () => {
      const there = tables.filter((table) => reaches(table, place));
      return there.length === 0
        ? []
        : this.by.filter((dimension) => !there.some((table) => this.#gives(table, dimension)));
    });
    const key = this.read.groups[group - 1] ?? [];
    return this.by.some((dimension, at) => (key[at] ?? null) !== null && lacking.includes(dimension));
  }

  #gives(table: TableFacts, dimension: Dimension): boolean {
    const mayTake = table.plan.kind === 'order' && ofVisits.has(dimension);
    return gives(table, dimension) || (mayTake && this.read.tables.some(({ plan }) => plan.kind === 'visit'));
  }

  /** The tables of a kind that count; none if each has all dimensions asked for. */
  #differing(kind: Kind): readonly TableFacts[] {
    const own = this.read.tables.filter(({ plan, counts }) => plan.kind === kind && counts);
    return own.every((table) => this.by.every((dimension) => this.#gives(table, dimension))) ? [] : own;
  }
}

/** Whether a place is among the days of a table, from its first to its last. */
function reaches({ days }: TableFacts, { elapsed }: Place): boolean {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const day of days) [first, last] = [Math.min(first, day), Math.max(last, day)];
  return first < Math.ceil(elapsed.to / DAY_HOURS) && last >= dayOfHour(elapsed.from);
}
