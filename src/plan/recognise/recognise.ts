import type { Day } from '../../core/civil.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import { type Kind, kinds } from '../../core/kinds.ts';
import { didYouMean, nearest } from '../../core/nearest.ts';
import { Problem } from '../../core/problem.ts';
import { either, inEach, quoted, sameInAll, type Text } from '../../core/text.ts';
import type { DateOrder } from '../../fields/date-text.ts';
import type { Decimal } from '../../fields/numeral.ts';
import { type Source, titleOf } from '../../sources/source.ts';
import { type HeadRecords, type Records, rowsBelow } from '../head/head-records.ts';
import { Header } from '../head/header.ts';
import { plainName } from '../head/plain-name.ts';
import { plainLine } from '../head/preamble.ts';
import { columnsText, shownName } from '../head/shown-columns.ts';
import { yamlText } from '../yaml-text.ts';
import { genericSource, given, lineOrderSource } from './generic.ts';
import { holds, withGiven } from './given.ts';
import { toldRefunds } from './refund-lists.ts';
import { bestFits, type Fit, fullFits, mayFitFirst, type Place } from './signature.ts';

/** What the configuration says of a file: an entry of `sources`. */
export interface SourceEntry {
  readonly format?: string | undefined;
  readonly kind?: Kind | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly timezone?: string | undefined;
  readonly currency?: string | undefined;
  readonly store?: string | undefined;
  readonly account?: string | undefined;
  readonly prefer?: boolean | undefined;
  readonly date_order?: DateOrder | undefined;
  readonly decimal?: Decimal | undefined;
  readonly columns?: Readonly<Record<string, string>> | undefined;
  /** Values that hold for every row, by field. */
  readonly set?: Readonly<Record<string, string>> | undefined;
}

/** Where the header of a file is, and what the file is. */
export interface Recognised {
  readonly source: Source;
  readonly at: number;
}

/** A header is among the first records: preambles are short. */
const preambleRecords = 60;

/** After the first records a header is where a table begins, below a blank line or one with `#`. */
const begins = (records: Records, at: number): boolean => {
  const [above = [], own = []] = [records[at - 1], records[at]];
  return (isBlank(above) || isComment(above)) && !isComment(own);
};
const isComment = (cells: readonly string[]): boolean => (cells[0] ?? '').startsWith('#');

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** The records as lines of a preamble, each made on first use. */
function linesOf(records: Records): (at: number) => string {
  const lines = new Map<number, string>();
  return (at) => {
    return getOrInsert(lines, at, () => plainLine(records[at] ?? []));
  };
}

/** The places of a head, each made once: all code that asks what a file is looks at the same first records. */
function placesOf(records: HeadRecords): (at: number) => Place {
  const lineAt = linesOf(records.first);
  const places = new Map<number, Place>();
  const newPlace = (at: number): Place => {
    let above: readonly string[] | null = null;
    return {
      header: new Header(records.first[at] ?? []),
      // Few signatures ask for what is around a header, and most places are no header.
      get above() {
        above ??= Array.from({ length: at }, (_, before) => lineAt(before)).filter((line) => line !== '');
        return above;
      },
      rows: rowsBelow(records, at),
    };
  };
  return (at) => {
    return getOrInsert(places, at, () => newPlace(at));
  };
}

const knownPlaces = new WeakMap<HeadRecords, (at: number) => Place>();

/** A record as a possible header, with the lines above and the rows below. */
export function placeAt(records: HeadRecords, at: number): Place {
  const places = getOrInsert(knownPlaces, records, () => placesOf(records));
  return places(at);
}

/** The ids of all formats: those of tools, then those of generic files. */
export const formatIds = (tools: readonly Source[]): string[] =>
  [...tools, ...kinds.map((kind) => genericSource(kind)), lineOrderSource()].map(({ id }) => id);

/** Whether the files of a tool do not say which of their columns are the record: the questions of a survey are the user's. */
const isOpen = ({ kind, fields }: Source): boolean =>
  kind === 'survey' && (fields.type === undefined || fields.score === undefined);

/** The sources that an entry of the configuration leaves to choose from: tools first, generic files after them. */
function* choices(tools: readonly Source[], entry: SourceEntry): Generator<readonly Source[]> {
  const generic = (list: readonly Kind[]) =>
    [
      ...list.map((kind) => genericSource(kind, given(entry))),
      // Orders whose rows are their lines are a file of either kind.
      ...(list.includes('order') || list.includes('order_line') ? [lineOrderSource(given(entry))] : []),
    ].filter((source) => holds(source, entry));
  if (entry.format !== undefined) {
    const wanted = [...tools, ...generic(kinds)].filter(({ id }) => id === entry.format);
    if (wanted.length === 0) {
      const near = nearest(entry.format, formatIds(tools));
      const says = {
        en: `there is no format "${entry.format}"`,
        fr: `le format «\u00a0${entry.format}\u00a0» n'existe pas`,
      };
      throw new Problem('unknown_format', says, didYouMean(near));
    }
    yield wanted;
    return;
  }
  if (entry.columns !== undefined) {
    // Tools whose files leave open what the entry names.
    const open = tools.filter((tool) => isOpen(tool) && (entry.kind ?? tool.kind) === tool.kind && holds(tool, entry));
    yield open;
    yield generic(entry.kind === undefined ? kinds : [entry.kind]);
    return;
  }
  const ofKind = (list: readonly Source[]) =>
    entry.kind === undefined ? list : list.filter(({ kind }) => kind === entry.kind);
  yield ofKind(tools);
  yield ofKind(generic(kinds));
}

/** Columns of a header that a source would read. */
function mapped(source: Source, place: Place): number {
  const found = new Set<number>();
  for (const from of [...Object.values(source.fields), ...Object.values(source.line ?? {})]) {
    if (from.op === 'column') found.add(place.header.find(from.names) ?? -1);
    if (from.op === 'first')
      for (const one of from.of) if (one.op === 'column') found.add(place.header.find(one.names) ?? -1);
  }
  found.delete(-1);
  return found.size;
}

/** What identifies a table of organic search: clicks and impressions alone are also those of ads and posts. */
const searchWord = /\b(position|query|queries|requetes?|page|search)\b/;
const adWord = /\b(campaigns?|campagnes?|ad|ads|ad group|cost|spend|conversions?|network|followers|reach)\b/;

/** What days of views alone are called, of a site, a channel or a page. */
const viewsAlone = /^(date|day|jour|datum|tag|month|mois|monat|week|semaine|woche|views|vues|aufrufe)?$/;

/** What identifies a list of e-mail campaigns, by two columns: many things are sent and delivered. */
const emailWord =
  /\b(recipients|destinataires|e ?mails?|opens?|opened|ouvertures|ouvreurs|clicks?|clicked|clics|unsubscribe\w*|desinscriptions?|desabonnements?|bounces?|bounced|rebonds|campaign|campagne|newsletter|subject|objet|delivered|delivres)\b/;

/** What identifies a table of ads, if it has columns beyond those of spend: everything has a cost. */
const spendWord =
  /\b(campaigns?|campagnes?|kampagnen?|campanas?|platform|plateforme|plattform|plataforma|regie|network|reseau|channel|canal|kanal|source|medium|impressions?|impr|impressionen|impresiones|views|clicks?|clics?|klicks?|conversions?|ads?|adset|adgroup|advert\w*|annonces?|publicit\w*|anzeigen?\w*|anuncios?|media|keywords?|influencers?|affiliates?|cpc|cpm|ctr|roas)\b/;
const plainCosts = new Set(['cost', 'cout']);

/** Whether columns that no field of spend reads are all there is beside a date and a plain cost. */
function isPlainExpense(source: Source, place: Place): boolean {
  const names = place.header.names.map(plainName);
  return (
    names.some((name) => plainCosts.has(name)) &&
    !names.some((name) => spendWord.test(name)) &&
    mapped(source, place) < names.filter((name) => name !== '').length
  );
}

/** Kinds share names of columns: the one that explains most of them wins, then the one that asks for more. */
function genericFits(sources: readonly Source[], place: Place, entry: SourceEntry): Fit[] {
  const isSaid = entry.kind !== undefined || entry.format !== undefined || entry.columns !== undefined;
  const names = place.header.names.map(plainName);
  const all = fullFits(sources, place);
  const told = isSaid ? null : toldRefunds(place);
  // Where both fit: orders that were given back are told beside others, and the number of a credit note is no order's.
  const isOrder = all.some(({ source: { kind } }) => kind === 'order') && told?.areNumbered !== true;
  const isWhole = told?.rows === 'all' || told?.rows === 'open';
  const fits = all.filter(({ source: { kind } }) => {
    if (kind === 'refund') return told === null || isWhole || (told.rows === 'some' && isOrder);
    if (kind === 'order') return told === null || isOrder;
    if (isSaid) return true;
    if (kind === 'search')
      return names.some((name) => searchWord.test(name)) && !names.some((name) => adWord.test(name));
    // Videos, pages and posts are viewed as well.
    if (kind === 'visit') return names.some((name) => !viewsAlone.test(name));
    return kind !== 'email' || names.filter((name) => emailWord.test(name)).length > 1;
  });
  const counts = new Map(fits.map((fit) => [fit, mapped(fit.source, place)]));
  const most = Math.max(...counts.values());
  const widest = fits.filter((fit) => counts.get(fit) === most);
  const asks = Math.max(...widest.map((fit) => fit.asks));
  const mayBeOrders = told?.rows === 'some' || told?.rows === 'open';
  const best = widest.filter((fit) => fit.asks === asks || (mayBeOrders && fit.source.kind === 'order'));
  return best.filter(
    ({ source }) => best.length > 1 || isSaid || source.kind !== 'spend' || !isPlainExpense(source, place),
  );
}

/** The formats of tables among some; the same list of the same list, which is indexed once. */
function csvOf(sources: readonly Source[]): readonly Source[] {
  return getOrInsert(tables, sources, () => sources.filter(({ json }) => json === undefined));
}
const tables = new WeakMap<readonly Source[], readonly Source[]>();

/** Recognises a table by its header, never by its file's name; null if nothing fits. */
export function recognise(
  path: string,
  records: HeadRecords,
  tools: readonly Source[],
  entry: SourceEntry,
): Recognised | null {
  const { first } = records;
  const ats = first.flatMap((record, at) => (isBlank(record) ? [] : [at]));
  const early = ats.filter((at) => at < preambleRecords);
  const all = [...early, ...ats.filter((at) => at >= preambleRecords && begins(first, at))];
  for (const sources of choices(tools, entry)) {
    const csv = csvOf(sources);
    const blocks = sources.some(({ layout }) => layout === 'blocks');
    for (const at of blocks ? all : early) {
      const place = placeAt(records, at);
      if (place.header.names.length < 1) continue;
      const fits = csv.every(({ tool }) => tool === 'generic')
        ? genericFits(csv, place, entry)
        : bestFits(mayFitFirst(csv, place.header), place);
      const [only] = fits;
      if (only === undefined || (at >= preambleRecords && only.source.layout !== 'blocks')) continue;
      if (fits.length > 1)
        throw twoFormats(
          path,
          fits.map(({ source }) => source),
        );
      checkMapped(path, entry, place.header);
      return { source: withGiven(path, only.source, entry), at };
    }
  }
  return null;
}

/** What the configuration maps must exist: otherwise a typo would silently leave a field out. */
export function checkMapped(path: string, { columns = {} }: SourceEntry, header: Header): void {
  const wrong = Object.entries(columns).find(([, name]) => header.find(name) === undefined);
  if (wrong === undefined) return;
  const [field, name] = wrong;
  throw new Problem(
    'unknown_column',
    {
      en: `${path} has no column "${shownName(name)}", which the configuration maps to ${field}`,
      fr: `${path} n'a pas de colonne «\u00a0${shownName(name)}\u00a0», que la configuration associe à ${field}`,
    },
    [...didYouMean(nearest(name, header.names).map(shownName)), itsColumns(header)],
    { file: path },
  );
}

function twoFormats(path: string, sources: readonly Source[]): Problem {
  const names = inEach(
    (lang) => either(sources.map((source) => `${quoted(titleOf(source)[lang])[lang]} (${source.id})`))[lang],
  );
  return new Problem(
    'two_formats',
    {
      en: `${path} could be ${names.en}: its columns match both`,
      fr: `${path} peut être ${names.fr}\u00a0: ses colonnes conviennent aux deux`,
    },
    [
      { en: 'Say which in kpi.yaml:', fr: 'Indiquez le bon dans kpi.yaml\u00a0:' },
      sameInAll('  sources:'),
      sameInAll(`    - path: ${yamlText(path)}`),
      whichOf(sources.map(({ tool, kind, id }) => (tool === 'generic' ? ['kind', kind] : ['format', id]))),
    ],
    { file: path },
  );
}

/** The line that says which of several a file is. */
function whichOf([first, ...others]: (readonly string[])[]): Text {
  const line = `      ${first?.join(': ')}`;
  const more = others.map(([, name]) => name).join(', ');
  return { en: `${line}   # or ${more}`, fr: `${line}   # ou ${more}` };
}

function itsColumns({ names }: Header): Text {
  const { en, fr } = columnsText(names);
  return { en: `its columns are ${en}`, fr: `ses colonnes sont ${fr}` };
}

/** Above lines that are to be written into a configuration. */
export const sayItIn = (file: string): Text => ({ en: `Say it in ${file}:`, fr: `Indiquez-le dans ${file}\u00a0:` });
