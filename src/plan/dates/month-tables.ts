import { civil, type Day } from '../../core/civil.ts';
import type { Kind } from '../../core/kinds.ts';
import { sameInAll, type Text } from '../../core/text.ts';
import type { TimeUnit } from '../../core/time-unit.ts';
import { bare } from '../../fields/blank.ts';
import type { DayRange } from '../../fields/date-range.ts';
import { header as keyOf } from '../../fields/header-name.ts';
import { kindOf } from '../column-kind.ts';
import type { Zones } from '../compile.ts';
import type { Rows } from '../head/head-records.ts';
import type { Header } from '../head/header.ts';
import { spansOf } from '../named-spans.ts';
import type { PlanNote, Resolved, ResolvedFields, UnitColumn } from '../plan.ts';
import { yamlText } from '../yaml-text.ts';

/*
 * Tables made by hand, or by unknown tools, whose rows are weeks or months: a row dated the first of a month stands for
 * the month, and booked on its first day it would leave the following weeks empty.
 */

type Column = Extract<Resolved, { op: 'column' }>;

/** The name of a column of weeks, months …, without the words around it. */
const unitNames: readonly { readonly unit: TimeUnit; readonly name: RegExp }[] = [
  {
    unit: 'week_ending',
    name: /\b(week|semaine|woche|semana)\b.*\b(end|ending|ends|fin|finissant|ende|endend)\b|\bweek[_ ]?end(ing)?\b/,
  },
  { unit: 'week', name: /\b(weeks?|semaines?|woche|kalenderwoche|kw|semana|settimana|wk)\b|^week|_week$/ },
  { unit: 'month', name: /\b(months?|mois|monat|mes|mese|maand)\b|^month|_month$/ },
  { unit: 'quarter', name: /\b(quarters?|trimestre|quartal)\b/ },
  { unit: 'year', name: /\b(years?|année|annee|annees|jahr|año|ano|anno|jaar)\b/ },
];

/** What nearly all columns of dates are called. */
const dayNames = new Set(['date', 'day', 'jour', 'datum', 'tag']);

const unitOfName = (name: string): TimeUnit | null => {
  const key = keyOf(name).replaceAll('_', ' ');
  if (dayNames.has(key)) return null;
  return unitNames.find((one) => one.name.test(key))?.unit ?? null;
};

/** What a column of dates says about its rows, and whether only the distances between dates show it. */
interface Told {
  readonly unit: TimeUnit;
  readonly byDates: boolean;
  /** Whether a column beside it holds the year. */
  readonly needsYear: boolean;
}

/** Units whose cells differ from days by their form, finest first: `2026-W05`, `Jan 2026`, `2026-Q1`, `2026`. */
const forms: readonly TimeUnit[] = ['week', 'month', 'quarter', 'year'];

/** This many distinct cells are enough. */
const mostCells = 5000;

/** The unit of a column's rows, beside a column of years where there is one; null if they are days. */
function unitOf(
  column: Column,
  rows: Rows,
  zones: Zones,
  period: DayRange | null,
  year: readonly UnitColumn[],
): Told | null {
  const { parse } = kindOf({ ...column, as: { ...column.as, type: 'day' } }, zones);
  const cells = new Map<string, readonly string[]>();
  for (const row of rows([column.index, ...year.map((one) => one.column.index)], 'passing')) {
    const cell = bare(row[column.index] ?? '');
    if (cell !== '' && cells.size < mostCells && !cells.has(cell)) cells.set(cell, [...row]);
  }
  const days = new Set<Day>();
  const others: (readonly string[])[] = [];
  for (const [cell, row] of cells) {
    // A time of day belongs to an event; a week or month has none.
    if (/\d:\d\d/.test(cell) && !/[ T]0?0:00(:00(\.0+)?)?/.test(cell)) return null;
    const at = /^\d{4}(\d{2})?$/.test(cell) ? Number.NaN : parse(cell);
    if (Number.isFinite(at)) days.add(at);
    else others.push(row);
  }
  const named = unitOfName(column.name);
  if (others.length > days.size) {
    const fits = (unit: TimeUnit, of: readonly UnitColumn[]): number => {
      const read = spansOf([{ unit, column }, ...of], period, zones);
      return others.filter((row) => read(row).length === 1).length;
    };
    for (const of of [[], year]) {
      // Without the words of a total row.
      const unit = (named === null ? forms : [named, ...forms]).find((one) => {
        const count = fits(one, of);
        return count > 0 && count >= others.length - 1;
      });
      if (unit !== undefined) return { unit, byDates: false, needsYear: of.length > 0 };
    }
    return null;
  }
  const sorted = [...days].sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const told = { byDates: named === null, needsYear: false };
  if (named !== null) return areStarts(named, sorted) ? { unit: named, ...told } : null;
  if (sorted.length < 2) return null;
  const unit = (['year', 'quarter', 'month', 'week'] as const).find(
    (one) => sorted.length >= (one === 'quarter' || one === 'week' ? 3 : 2) && areStarts(one, sorted),
  );
  return unit === undefined ? null : { unit, ...told };
}

/** Whether dates are the first days of a unit, or all the last, each of one of its own. */
function areStarts(unit: TimeUnit, days: readonly Day[]): boolean {
  if (unit === 'week' || unit === 'week_ending') return days.every((day) => (day - days[0]!) % 7 === 0);
  const step = unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12;
  const isFirst = (day: Day): boolean => {
    const { month, day: dayOfMonth } = civil(day);
    return dayOfMonth === 1 && (month - 1) % step === 0;
  };
  return days.every(isFirst) || days.every((day) => isFirst(day + 1));
}

/** Kinds whose records may cover a span of days. */
const spanning = new Set<Kind>(['visit', 'spend', 'social', 'email', 'search', 'cost']);

/** The names of a column of years beside one of months or weeks. */
const years = ['Year', 'Année', 'Annee', 'Jahr', 'Año', 'Ano', 'Anno', 'Jaar'];

/** The table that a file's fields belong to. */
export interface Dated {
  readonly kind: Kind;
  readonly header: Header;
  readonly rows: Rows;
  readonly zones: Zones;
  /** The days that the preamble or the configuration states for it. */
  readonly period: DayRange | null;
}

/**
 * A table's fields, with spans in place of dates where its rows are weeks, months …, and the warning if only their
 * distances show it.
 */
export interface Spread {
  readonly fields: ResolvedFields;
  readonly guessed: { readonly unit: TimeUnit; readonly column: string; readonly field: string } | null;
}

/** The fields of a table whose rows may be weeks, months …: a date that is incomplete without its year is left out. */
export function asSpans(fields: ResolvedFields, { kind, header, rows, zones, period }: Dated): Spread {
  const asTheyAre: Spread = { fields, guessed: null };
  const isSession = kind === 'visit' && (fields.visit_id ?? fields.visitor_id ?? fields.order_id) !== undefined;
  const name = fields.date === undefined ? 'started_at' : 'date';
  const date = fields[name];
  if (!spanning.has(kind) || isSession || date?.op !== 'column') return asTheyAre;
  const named = unitOfName(date.name) !== null;
  const { date: _, started_at: begun, ...rest } = fields;
  const isOther = name === 'date' && begun !== undefined && !(begun.op === 'column' && begun.index === date.index);
  const undated = isOther ? { started_at: begun, ...rest } : rest;
  // Beside dates of its own a column of months adds nothing; mapping both ends to one column says that each row is a
  // day.
  const hasOwn = (rest.date_from?.op === 'column' && rest.date_to !== undefined) || isOther;
  if (hasOwn) return named ? { fields: undated, guessed: null } : asTheyAre;
  const year = header.find(years);
  const of: UnitColumn[] = year === undefined || year === date.index ? [] : [yearColumn(year, header)];
  const told = unitOf(date, rows, zones, period, of);
  if (told === null) return named && !hasDays(date, rows, zones) ? { fields: undated, guessed: null } : asTheyAre;
  // Mapping the first day of a span to the same column, and no last day, says that each row begins a span.
  const isSaid = rest.date_from?.op === 'column' && rest.date_from.index === date.index;
  const isGuess = told.byDates && !isSaid;
  if (isGuess && !mayStandForSpans(kind, told.unit, fields)) return asTheyAre;
  const column = { ...date, as: { type: 'day' as const } };
  const span = (edge: 'from' | 'to'): Resolved => ({
    op: 'span',
    of: [{ unit: told.unit, column }, ...(told.needsYear ? of : [])],
    edge,
    within: period,
  });
  return {
    fields: { ...rest, date_from: span('from'), date_to: span('to') },
    guessed: isGuess ? { unit: told.unit, column: date.name, field: name } : null,
  };
}

/** Fields of social rows that add up over days; their followers are those of one day. */
const socialSums = ['posts', 'impressions', 'reach', 'engagements', 'link_clicks'];

/**
 * Whether rows a unit apart probably cover it whole: expenses, posts and follower counts also come once a week, and a campaign that is
 * named may have been sent on the first of each month.
 */
function mayStandForSpans(kind: Kind, unit: TimeUnit, fields: ResolvedFields): boolean {
  if (kind === 'cost') return unit !== 'week';
  if (kind === 'email') return unit !== 'week' && fields.campaign === undefined;
  return kind !== 'social' || (unit !== 'week' && socialSums.some((name) => fields[name] !== undefined));
}

const yearColumn = (index: number, header: Header): UnitColumn => ({
  unit: 'year',
  column: { op: 'column', index, name: header.names[index] ?? '', as: { type: 'day' } },
});

/** Whether a column has a day in any cell. */
function hasDays(column: Column, rows: Rows, zones: Zones): boolean {
  const { parse } = kindOf({ ...column, as: { ...column.as, type: 'day' } }, zones);
  for (const row of rows([column.index])) if (Number.isFinite(parse(row[column.index] ?? ''))) return true;
  return false;
}

const words: Partial<Record<TimeUnit, Text>> = {
  week: { en: 'weeks', fr: 'des semaines' },
  month: { en: 'months', fr: 'des mois' },
  quarter: { en: 'quarters', fr: 'des trimestres' },
  year: { en: 'years', fr: 'des années' },
};

/**
 * The warning about a table whose rows are read as weeks or months only because their dates are that far apart; `said`:
 * what the configuration must say that the file is, once it names columns.
 */
export function spansNote(
  path: string,
  written: string,
  said: string,
  { unit, column, field }: NonNullable<Spread['guessed']>,
  mapped: Readonly<Record<string, string>> = {},
): PlanNote {
  const unitText = words[unit] ?? sameInAll('');
  const { date: _, started_at: __, ...others } = mapped;
  const lineOf = (dates: Readonly<Record<string, string>>): string => {
    const columns = Object.entries({ ...others, ...dates }).map(([key, name]) => `${key}: ${JSON.stringify(name)}`);
    return `sources: [{ path: ${yamlText(written)}, ${said}, columns: { ${columns.join(', ')} } }]`;
  };
  const line = lineOf({ date_from: column, date_to: column });
  const confirmed = lineOf({ [field]: column, date_from: column });
  const message = {
    en: `${path}: the dates of column "${column}" are as far apart as ${unitText.en}, so each row is spread over its own days. If that is right, confirm it in kpi.yaml: ${confirmed}. If they are single days, say so: ${line}`,
    fr: `${path}\u00a0: les dates de la colonne «\u00a0${column}\u00a0» se suivent comme ${unitText.fr}, chaque ligne est donc répartie sur les jours correspondants. Si c'est juste, confirmez-le dans kpi.yaml\u00a0: ${confirmed}. S'il s'agit de jours isolés, indiquez-le\u00a0: ${line}`,
  };
  return { code: 'rows_as_spans', message, strict: said !== 'kind: cost' };
}
