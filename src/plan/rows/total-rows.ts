import { beginsAsTotal } from '../../core/total-words.ts';
import { header as keyOf } from '../../fields/header-name.ts';
import { folded, monthNumber } from '../../fields/month-names.ts';
import { recordFields, recordOf } from '../../records/index.ts';
import type { Source } from '../../sources/source.ts';
import type { Rows } from '../head/head-records.ts';
import type { Header } from '../head/header.ts';
import type { RecordCells, Resolved, ResolvedFields, TotalsPlan } from '../plan.ts';
import { positionsOf } from '../resolve-fields.ts';

/** What rows of a daily table that cannot be totals add up to. */
export interface PlainSums {
  readonly rows: number;
  /** Of each figure that is added up, in the order of the plan. */
  readonly sums: readonly number[];
  /** Decimals of the first. */
  readonly places: number;
  /** By day, as its cells say: rows, and the sum of the first figure. */
  readonly days: readonly (readonly [day: string, rows: number, sum: number])[];
}

/** A cell of a figure: digits with marks, a sign, a currency or a percent. */
const figure = /^['\s]*[-+(]?\s*(?:[A-Z]{1,3}\$|[A-Z]{3}|[€$£¥])?\s*[-+]?\d[\d.,'’\s]*(?:%|[A-Z]{3}|[€$£¥])?\s*\)?$/u;

/** This many rows show what a column holds. */
const sampled = 500;

/** Fields that a row of all networks adds up. */
const socialSums = ['engagements', 'impressions', 'posts', 'followers', 'reach'];

/** How total rows of a table are recognised; null if its rows are no sums, or none may be a total. */
export function totalsPlan(source: Source, header: Header, fields: ResolvedFields, rows: Rows): TotalsPlan | null {
  const names = source.kind === 'social' ? socialSums : recordOf(source.kind).sums;
  if (names === undefined) return null;
  const mayHave = source.totals !== undefined || (source.tool === 'generic' && fields.visit_id === undefined);
  // For a field that is calculated if its column is blank, only the column.
  const columnOf = (from: Resolved | undefined): Resolved | undefined => (from?.op === 'first' ? from.of[0] : from);
  const sums = names.flatMap((name) => {
    const from = columnOf(fields[name]);
    return from?.op === 'column' ? [from] : [];
  });
  const reach = source.kind === 'social' ? columnOf(fields.reach) : undefined;
  const people = reach?.op === 'column' ? sums.indexOf(reach) : -1;
  // Any figure of a network may be the only one; of messages, those sent or those delivered.
  const hasMain =
    source.kind === 'social' || source.kind === 'email'
      ? sums.length > 0
      : columnOf(fields[names[0]!])?.op === 'column';
  if (!mayHave || !hasMain) return null;
  const metas = recordFields(source.kind);
  const at = (wanted: (name: string) => boolean): number[] =>
    Object.entries(fields).flatMap(([name, from]) => (wanted(name) ? positionsOf(from) : []));
  const begin = fields.date_from;
  const parts = begin?.op === 'first' ? begin.of : begin === undefined ? [] : [begin];
  const units = parts.filter(({ op }) => op === 'span').flatMap(positionsOf);
  // Beside a period in each row a week only says what the row is about.
  const hasPeriod = parts.some(({ op }) => op === 'column');
  const dates = [...at((name) => name === 'date' || name === 'started_at'), ...(hasPeriod ? [] : units)];
  const spans = at((name) => name === 'date_from' || name === 'date_to').filter((index) => !units.includes(index));
  const attributes = new Set([
    ...at((name) => ['attribute', 'id'].includes(metas.get(name)?.role ?? '')),
    ...(hasPeriod ? units : []),
  ]);
  const figures = new Set(at((name) => !['attribute', 'id', 'date'].includes(metas.get(name)?.role ?? '')));
  const others = header.names.flatMap((name, index) =>
    name.trim() === '' || [...dates, ...spans, ...attributes, ...figures].includes(index) ? [] : [index],
  );
  const wordy = new Set(wordColumns(others, header, rows));
  const labels = header.names.flatMap((_, index) => (attributes.has(index) || wordy.has(index) ? [index] : []));
  const first = Math.min(...figures);
  const left = labels.filter((index) => index < first);
  // Analytics tools write none, and a count of visits easily equals the sum of two others, as with networks.
  const named = (source.kind !== 'visit' && source.kind !== 'social') || (source.tool === 'generic' && sums.length > 1);
  const days = dates.length > 0 ? dates : spans;
  return {
    labels: left.length > 0 ? left : labels,
    dates,
    days,
    unnamed: source.totals === 'unnamed',
    named,
    sums,
    people,
  };
}

/** What identifies the total row of a list of records, its own or one that a spreadsheet added: lists of sums are another matter. */
export function recordCells({ tool, kind, totals }: Source, fields: ResolvedFields): RecordCells | null {
  const { booked, sums } = recordOf(kind);
  const isList = tool === 'generic' || totals === true || ['order', 'ticket', 'lead', 'survey'].includes(kind);
  if (!isList || booked === 'day' || sums !== undefined) return null;
  const metas = recordFields(kind);
  const at = (wanted: (name: string) => boolean): number[] =>
    Object.entries(fields).flatMap(([name, from]) => (wanted(name) ? positionsOf(from) : []));
  return {
    ids: at((name) => name === 'order_id' || metas.get(name)?.role === 'id'),
    dates: at((name) => metas.get(name)?.role === 'date'),
  };
}

/** Columns of words: names, statuses, ids. */
function wordColumns(columns: readonly number[], header: Header, rows: Rows): number[] {
  const [filled, figures] = [new Map<number, number>(), new Map<number, number>()];
  let count = 0;
  for (const row of rows(columns)) {
    count += 1;
    if (count > sampled) break;
    for (const index of columns) {
      const cell = row[index] ?? '';
      if (isNothing(cell)) continue;
      filled.set(index, (filled.get(index) ?? 0) + 1);
      if (figure.test(cell)) figures.set(index, (figures.get(index) ?? 0) + 1);
    }
  }
  return columns.filter((index) => {
    if (/(^|[^a-z])ids?($|[^a-z])/.test(keyOf(header.names[index] ?? ''))) return true;
    return 2 * (figures.get(index) ?? 0) < (filled.get(index) ?? 0);
  });
}

/** Whether a cell of a day, week or month may be one: a word is not, except for the names of months. */
export const mayBeDate = (cell: string): boolean => /\d/.test(cell) || monthNumber(folded(cell.trim())) > 0;

/** Whether a cell of a day may be one: `Total of 12 results` has figures and is none. */
export const isDate = (cell: string): boolean => {
  const first = cell.charCodeAt(0);
  return (first >= 48 && first <= 57) || (mayBeDate(cell) && !beginsAsTotal(cell));
};

/** Whether a cell is a figure and nothing else. */
export const isFigure = (cell: string): boolean => figure.test(cell);

/** Whether a cell of words is blank. */
export const isNothing = (cell: string): boolean => cell === '' || /^\s*(--?|—)?\s*$/.test(cell);
