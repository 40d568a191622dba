import { DAY_HOURS, dayOfHour } from '../core/civil.ts';
import { getOrInsert } from '../core/get-or-insert.ts';
import type { Dimension, Kind } from '../core/kinds.ts';
import type { Read, TableFacts } from '../engine/state/read.ts';
import { fieldsOfDimension } from '../plan/supply.ts';
import type { SourceCover } from './coverage.ts';
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

/** By which dimensions files that reach a place name no group, and by which some files of a source do and others do not. */
interface Lacking {
  readonly wholly: readonly Dimension[];
  readonly partly: readonly Dimension[];
}

/**
 * Which groups files can name. A file without a column of channels says nothing of each channel: on its days they have unknown
 * figures, not 0, and figures of a time in which only some files of a source have it lack something.
 */
export class NamedGroups {
  readonly #lacking = new Map<Place, Map<Kind, Lacking | null>>();

  constructor(
    private readonly read: Read,
    private readonly sources: (kind: Kind) => readonly SourceCover[],
    private readonly by: readonly Dimension[],
  ) {}

  /** Whether the files of a kind that reach a place cannot name a group, null if they can. */
  unnamed(kind: Kind, place: Place, group: number): keyof Lacking | null {
    if (group === 0 || ofOthers.has(kind)) return null;
    const ofKinds = getOrInsert(this.#lacking, place, () => new Map());
    const lacking = getOrInsert(ofKinds, kind, () => this.#lackingAt(kind, place));
    if (lacking === null) return null;
    const key = this.read.groups[group - 1] ?? [];
    const isNamedBy = (dimensions: readonly Dimension[]): boolean =>
      this.by.some((dimension, at) => (key[at] ?? null) !== null && dimensions.includes(dimension));
    if (isNamedBy(lacking.wholly)) return 'wholly';
    return isNamedBy(lacking.partly) ? 'partly' : null;
  }

  #lackingAt(kind: Kind, place: Place): Lacking | null {
    const sources = this.sources(kind).map(({ tables }) =>
      tables.filter((table) => table.plan.kind === kind && reaches(table, place)),
    );
    const all = sources.flat();
    const isLacked = (dimension: Dimension) => (table: TableFacts) => !this.#gives(table, dimension);
    const lacked = this.by.filter((dimension) => all.some(isLacked(dimension)));
    if (lacked.length === 0) return null;
    return {
      wholly: lacked.filter((dimension) => all.every(isLacked(dimension))),
      // A source that never says it leaves its figures without a group, which takes nothing from those of others.
      partly: lacked.filter((dimension) =>
        sources.some((own) => own.some(isLacked(dimension)) && !own.every(isLacked(dimension))),
      ),
    };
  }

  #gives(table: TableFacts, dimension: Dimension): boolean {
    const mayTake = table.plan.kind === 'order' && ofVisits.has(dimension);
    return gives(table, dimension) || (mayTake && this.read.tables.some(({ plan }) => plan.kind === 'visit'));
  }
}

/** Whether a place is among the days of a table, from its first to its last. */
function reaches({ days }: TableFacts, { elapsed }: Place): boolean {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const day of days) [first, last] = [Math.min(first, day), Math.max(last, day)];
  return first < Math.ceil(elapsed.to / DAY_HOURS) && last >= dayOfHour(elapsed.from);
}
