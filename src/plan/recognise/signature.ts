import { quoted, type Text } from '../../core/text.ts';
import type { Signature, Source } from '../../sources/source.ts';
import type { Rows } from '../head/head-records.ts';
import { askedName, type Header } from '../head/header.ts';

/** How far a header fits a source. */
export interface Fit {
  readonly source: Source;
  /** How many names (and lines above) the signature asks for: of two that fit, the one that asks for more wins. */
  readonly asks: number;
  /** What is missing, in words for people; empty if the source fits. */
  readonly missing: readonly Text[];
}

/** A place in a file that may be a header: what is above it and below it. */
export interface Place {
  readonly header: Header;
  /** Lines above, without `#`, blanks and empty cells around them. */
  readonly above: readonly string[];
  /** The rows below it; only the cells of these columns are guaranteed. */
  readonly rows: Rows;
}

/** A column name without the mark for any note. */
const plainName = (name: string): string => name.replace(/ \(\*\)$/, '');

function fitOf(source: Source, signature: Signature, place: Place): Fit {
  const { all, above = [], empty = [], rising } = signature;
  const asks = all.length + above.length + empty.length + (rising === undefined ? 0 : 1);
  return { source, asks, missing: missingOf(signature, place) };
}

/** What a header lacks of a signature, in words for people. */
function missingOf(signature: Signature, place: Place): Text[] {
  const { header } = place;
  const missing: Text[] = [];
  for (const names of signature.all) {
    if (header.find(names) === undefined) missing.push(quoted(plainName([names].flat()[0] ?? '')));
  }
  for (const pattern of signature.like ?? []) {
    if (!header.names.some((name) => pattern.test(name.trim())))
      missing.push({ en: 'columns of its kind', fr: 'des colonnes de ce type' });
  }
  for (const name of signature.none ?? [])
    if (header.find(name) !== undefined) missing.push({ en: `no "${name}"`, fr: `l'absence de «\u00a0${name}\u00a0»` });
  for (const name of signature.empty ?? []) {
    if (isFilled(place, header.find(name)))
      missing.push({ en: `an empty "${name}"`, fr: `une colonne «\u00a0${name}\u00a0» vide` });
  }
  const { filled, rising } = signature;
  if (filled !== undefined && !filled.some((name) => isFilled(place, header.find(name))))
    missing.push({ en: `a filled "${filled[0]}"`, fr: `une colonne «\u00a0${filled[0]}\u00a0» remplie` });
  if (rising !== undefined && !isRising(place, rising))
    missing.push({ en: `"${rising.column}" as a running total`, fr: `«\u00a0${rising.column}\u00a0» en total cumulé` });
  for (const line of signature.above ?? []) {
    if (!place.above.some((text) => line.test(text)))
      missing.push({ en: 'its title lines above the header', fr: "ses lignes de titre au-dessus de l'en-tête" });
  }
  return missing;
}

/** Whether a header has all that a signature asks for. */
export const fitsSignature = (signature: Signature, place: Place): boolean =>
  signature.all.every((names) => place.header.find(names) !== undefined) && missingOf(signature, place).length === 0;

/** Fewer rows prove no running total. */
const leastRising = 3;

/**
 * Whether a column is the running total of what is new in each row: it exceeds that in every row, and it never falls,
 * read from the top or from the bottom, or is more than all that is new in the rows together. No sum of a day is that,
 * and a total falls where more is lost than is new.
 */
function isRising({ header, rows }: Place, { column, beyond }: NonNullable<Signature['rising']>): boolean {
  const at = header.find(column);
  if (at === undefined) return false;
  const parts = beyond.flatMap((name) => header.find(name) ?? []);
  const whole = (cell: string | undefined): number => Number((cell ?? '').replace(/[\s,.'\u00a0\u202f]/g, ''));
  const totals: number[] = [];
  let gained = 0;
  for (const row of rows([at, ...parts])) {
    if ((row[at] ?? '').trim() === '') continue;
    const total = whole(row[at]);
    const added = parts.reduce((sum, part) => sum + whole(row[part]), 0);
    if (!(total > added)) return false;
    totals.push(total);
    gained += added;
  }
  const steps = totals.slice(1).map((total, before) => total - totals[before]!);
  const neverFalls = steps.every((step) => step >= 0) || steps.every((step) => step <= 0);
  return totals.length >= leastRising && (neverFalls || totals.some((total) => total > gained));
}

/** Whether a row has something in a column. */
function isFilled({ rows }: Place, column: number | undefined): boolean {
  if (column === undefined) return false;
  for (const row of rows([column])) if ((row[column] ?? '').trim() !== '') return true;
  return false;
}

/** How a header fits a source: its best signature. */
export function bestFit(source: Source, place: Place): Fit {
  const fits = [source.signature].flat().map((signature) => fitOf(source, signature as Signature, place));
  return fits.reduce((best, one) => {
    if ((best.missing.length === 0) !== (one.missing.length === 0)) return best.missing.length === 0 ? best : one;
    if (best.missing.length === 0) return one.asks > best.asks ? one : best;
    return one.missing.length / one.asks < best.missing.length / best.asks ? one : best;
  });
}

/** What is recognised by a signature: a format, or a known file that is none. */
interface Signed {
  readonly signature: Signature | readonly Signature[];
}

/**
 * What is recognised, as places in its list, by the first name that a signature of it asks for: of a hundred formats a
 * header has the first name of a few. What asks for no name is always tried.
 */
class FirstNames {
  readonly #exact = new Map<string, number[]>();
  readonly #bare = new Map<string, number[]>();
  readonly #always: number[] = [];

  constructor(list: readonly Signed[]) {
    for (const [at, { signature }] of list.entries())
      for (const { all } of [signature].flat() as Signature[]) {
        const [first] = all;
        if (first === undefined) this.#always.push(at);
        else for (const name of [first].flat()) this.#add(name, at);
      }
  }

  #add(name: string, at: number): void {
    const { key, bare } = askedName(name);
    const byKey = bare ? this.#bare : this.#exact;
    const own = byKey.get(key);
    if (own === undefined) byKey.set(key, [at]);
    else own.push(at);
  }

  of(header: Header): number[] {
    const found = new Set(this.#always);
    for (const key of header.keys(false)) for (const at of this.#exact.get(key) ?? []) found.add(at);
    for (const key of header.keys(true)) for (const at of this.#bare.get(key) ?? []) found.add(at);
    return [...found].sort((a, b) => a - b);
  }
}

const firstNames = new WeakMap<readonly Signed[], FirstNames>();

/** What may fit a header, in the order of its list. */
export function mayFitFirst<T extends Signed>(list: readonly T[], header: Header): readonly T[] {
  const index = firstNames.get(list) ?? new FirstNames(list);
  firstNames.set(list, index);
  return index.of(header).map((at) => list[at]!);
}

/** The fits of the sources that lack nothing. */
export const fullFits = (sources: readonly Source[], place: Place): Fit[] =>
  sources
    .filter((source) => mayFit(source, place))
    .map((source) => bestFit(source, place))
    .filter(({ missing }) => missing.length === 0);

/** Whether a header has the names that one of a source's signatures asks for: this excludes nearly all pairs. */
const mayFit = ({ signature }: Source, { header }: Place): boolean =>
  [signature].flat().some(({ all }) => all.every((names) => header.find(names) !== undefined));

/** The sources that fit best; more than one is an ambiguity. */
export function bestFits(sources: readonly Source[], place: Place): Fit[] {
  const fits = fullFits(sources, place);
  const most = Math.max(0, ...fits.map(({ asks }) => asks));
  return fits.filter(({ asks }) => asks === most);
}
