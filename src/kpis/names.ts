import { getOrInsert } from '../core/get-or-insert.ts';
import { nearest, plain } from '../core/nearest.ts';
import type { Kpi } from './kpi.ts';

type Named = Pick<Kpi, 'id'> & Partial<Pick<Kpi, 'label' | 'aliases' | 'near'>>;

/** The KPIs of a catalog by their names: id, alias, and label in any language, in any case, with or without accents. */
export interface KpiNames {
  /** The id of a name; null for none. */
  idOf(name: string): string | null;
  /** The ids that a wrong name was perhaps meant to be, at most three. */
  near(name: string): readonly string[];
}

/** Blanks and hyphens are underscores, as in ids. */
const key = (name: string): string => plain(name.replace(/’/g, "'"));

/** A label, and the same without what is in brackets or after a comma. */
function labelsOf({ label }: Named): readonly string[] {
  if (label === undefined) return [];
  return [label.en, label.fr].flatMap((text) => [text, text.replace(/ *\(.*\)$|,.*$/, '')]);
}

/** Names by catalog, a pure function of it. */
const known = new WeakMap<readonly Named[], KpiNames>();

/** The names of a catalog. */
export function kpiNames(catalog: readonly Named[]): KpiNames {
  return getOrInsert(known, catalog, () => namesOf(catalog));
}

function idsByName(catalog: readonly Named[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  // The closer to a KPI comes first: its id, then its aliases, its labels, its labels cut short.
  for (const { id } of catalog) ids.set(key(id), id);
  const add = (name: string, id: string): void => {
    if (!ids.has(key(name))) ids.set(key(name), id);
  };
  for (const { id, aliases = [] } of catalog) for (const alias of aliases) add(alias, id);
  for (const place of [0, 2, 1, 3])
    for (const kpi of catalog) {
      const label = labelsOf(kpi)[place];
      if (label !== undefined) add(label, kpi.id);
    }
  return ids;
}

function namesOf(catalog: readonly Named[]): KpiNames {
  let made: ReadonlyMap<string, string> | null = null;
  // Most runs name no KPI.
  const ids = (): ReadonlyMap<string, string> => {
    made ??= idsByName(catalog);
    return made;
  };
  return {
    idOf: (name) => ids().get(key(name)) ?? null,
    near(name) {
      const typed = key(name);
      const own = catalog.flatMap(({ id, near = [] }) => (near.includes(typed) ? [id] : []));
      if (own.length > 0) return own.slice(0, 3);
      const found = nearest(
        name,
        catalog.map(({ id }) => id),
        3,
      );
      if (found.length > 0) return found;
      return [...new Set(nearest(name, [...ids().keys()], 3).flatMap((one) => ids().get(one) ?? []))];
    },
  };
}

/**
 * The ids of names as they were typed, separated by commas: a label with a comma is several of them. Names of no KPI
 * are passed to `unknown`.
 */
export function idsOf(typed: readonly string[], names: KpiNames, unknown: (name: string) => never): string[] {
  const ids: string[] = [];
  for (let at = 0; at < typed.length; ) {
    const two = typed.slice(at, at + 2).join(', ');
    const both = at + 1 < typed.length ? names.idOf(two) : null;
    const one = both ?? names.idOf(typed[at]!) ?? unknown(typed[at]!);
    ids.push(one);
    at += both === null ? 1 : 2;
  }
  return [...new Set(ids)];
}
