import { getOrInsert } from '../core/get-or-insert.ts';
import type { Kind } from '../core/kinds.ts';
import type { Read } from '../engine/state/read.ts';
import { neededBy, usesOf } from '../kpis/evaluate.ts';
import { type Formula, untilStart } from '../kpis/formula.ts';
import { fieldsOf, type Measure } from '../measures/measure.ts';
import { postFields } from '../plan/supply.ts';
import type { SourceCover } from './coverage.ts';
import type { ReportSettings } from './figure-settings.ts';
import type { Windows } from './place.ts';

/** Fields that every record of a kind has, whatever its file. */
const given = new Set(['valid', 'abandoned', 'type', 'category']);

/** Fields of who follows. */
const audience = ['followers', 'new_followers'];

/** The kind whose files say by which dimensions records of a kind are grouped. */
export const family = (kind: Kind): Kind => (kind === 'refund' || kind === 'order_line' ? 'order' : kind);

/** Which sources have what measures read. */
export class Suppliers {
  readonly #kinds = new Map<Formula, ReadonlySet<Kind>>();
  readonly #sources = new Map<Kind, SourceCover[]>();

  constructor(
    readonly read: Read,
    covers: readonly SourceCover[],
    readonly settings: ReportSettings,
  ) {
    for (const cover of covers) this.#sources.set(cover.kind, [...this.of(cover.kind), cover]);
  }

  /** The sources of a kind. */
  of(kind: Kind): readonly SourceCover[] {
    return this.#sources.get(kind) ?? [];
  }

  /** Whether some file has a field of a kind. */
  has(kind: Kind, field: string): boolean {
    return this.of(kind).some(({ fields }) => fields.has(field));
  }

  /** The sources that supply what a measure reads. */
  ofMeasure(measure: Measure): readonly SourceCover[] {
    // What becomes of a record in the time after it is in the orders.
    if (measure.matures !== undefined && this.of('order').length === 0) return [];
    const needs = [
      ...(measure.aggregate === 'visitors' ? [] : fieldsOf(measure.value)),
      ...(measure.needs ?? []),
      ...(measure.over === 'ticket' ? [measure.at] : []),
    ];
    return this.of(measure.over).filter(({ fields, kind }) =>
      needs.every(
        (name) =>
          fields.has(name) ||
          given.has(name) ||
          measure.leavesOut?.[name] !== undefined ||
          (name === 'channel' && this.read.told.get(kind)?.has('channel')),
      ),
    );
  }

  /** Whether some file supplies what a measure reads. */
  supplies(measure: Measure): boolean {
    return this.ofMeasure(measure).length > 0;
  }

  /** The sources that a measure may be expected from. */
  peersOf(measure: Measure, windows: Windows, suppliers: readonly SourceCover[]): readonly SourceCover[] {
    const all = this.of(measure.over);
    // A survey asks one question: the answers to another one neither extend nor limit its coverage.
    if (measure.over === 'survey') return suppliers;
    // Tables of one tool with and without sessions complete each other: neither lacks what is in the other.
    if (measure.over === 'visit')
      return all.filter((one) => suppliers.includes(one) || !suppliers.some((other) => complete(one, other)));
    if (measure.over !== 'social') return all;
    // Networks export what posts do and who follows in files of their own.
    const isAbout = (names: readonly string[]) => all.filter(({ fields }) => names.some((name) => fields.has(name)));
    if (measure.aggregate === 'gained') return suppliers;
    if (measure.aggregate !== 'last') return isAbout(postFields);
    // New followers stand for the growth of a number that no file has, not for the number.
    return windows.includes(untilStart) ? suppliers : isAbout(audience);
  }

  /** Whether a kind can identify a group: it has every dimension for which the group has a value. */
  tells(kind: Kind, group: number): boolean {
    const told = this.read.told.get(family(kind));
    const key = this.read.groups[group - 1] ?? [];
    return this.settings.by.every((dimension, place) => key[place] === null || told?.has(dimension));
  }

  /** Whether a kind has every dimension asked for: only then can it be mixed with another, group by group. */
  tellsAll(kind: Kind): boolean {
    const told = this.read.told.get(family(kind));
    return this.settings.by.every((dimension) => told?.has(dimension));
  }

  /** The kinds of records that a formula uses, the same at all places. */
  kindsIn(formula: Formula): ReadonlySet<Kind> {
    return getOrInsert(this.#kinds, formula, () => {
      const uses = usesOf(formula, this.settings.options, (all) => this.#chosen(all));
      return new Set(uses.map(({ measure }) => measure.over));
    });
  }

  /** The alternatives of a formula that may be used: none after one that is known for sure. */
  #chosen(all: readonly Formula[]): readonly Formula[] {
    const { options, grain } = this.settings;
    const chosen: Formula[] = [];
    for (const one of all) {
      const needed = neededBy(one, options);
      if (!needed.every((measure) => this.supplies(measure))) continue;
      chosen.push(one);
      const isSure = ({ over, aggregate }: Measure): boolean =>
        grain !== 'hour' && aggregate !== 'visitors' && this.read.groups.every((_, at) => this.tells(over, at + 1));
      if (needed.length > 0 && needed.every(isSure)) break;
    }
    return chosen.length === 0 ? all : chosen;
  }
}

/** Whether two sources are of one tool, and one of them says nothing of sessions. */
function complete(one: SourceCover, other: SourceCover): boolean {
  const [a, b] = [one, other].map(({ tables }) => tables[0]!.file);
  const isOneTool = a!.source.tool === b!.source.tool && a!.store === b!.store;
  return isOneTool && one.fields.has('sessions') !== other.fields.has('sessions');
}
