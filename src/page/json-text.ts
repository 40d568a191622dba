import { type Fraction, toDecimal } from '../core/fraction.ts';
import { getOrInsert } from '../core/get-or-insert.ts';
import { hidden } from '../core/visible.ts';
import type { Change, DocumentHead, Figure, FileQuality, ReportKpi, Warning } from '../figures/figure-model.ts';

/** A number by its exact decimal: it never goes through binary floating point. */
class Exact {
  readonly decimal: string;

  constructor(decimal: string) {
    this.decimal = decimal;
  }
}

/** A decimal as a JSON number, digit by digit. */
export const decimal = (text: string): Json => new Exact(text);
export const exact = (value: Fraction | null): Json => (value === null ? null : decimal(toDecimal(value)));

/** What JSON outputs are made of. A member that is undefined is left out. */
export type Json = string | number | boolean | null | Exact | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * What JSON allows but a terminal acts upon, or shows in another order or not at all, is escaped too: the file shows
 * every character, and parsing gives the same text.
 */
const text = (value: string): string =>
  JSON.stringify(value).replace(hidden, (found) => found.split('').map(escaped).join(''));

/** Indented by two spaces per level. */
function wrapped(open: string, items: readonly string[], level: number, close: string): string {
  if (items.length === 0) return open + close;
  const indent = '  '.repeat(level);
  return `${open}\n${indent}  ${items.join(`,\n${indent}  `)}\n${indent}${close}`;
}

/** Keys as text: they are the same in every row. */
const keys = new Map<string, string>();
function keyText(key: string): string {
  return getOrInsert(keys, key, () => text(key));
}

/** Laid out as `JSON.stringify` does with two spaces, inside this many objects and lists. */
export function jsonText(data: Json, level = 0): string {
  if (typeof data === 'string') return text(data);
  if (data === null || typeof data !== 'object') return String(data);
  if (data instanceof Exact) return data.decimal;
  if (isList(data))
    return wrapped(
      '[',
      data.map((item) => jsonText(item, level + 1)),
      level,
      ']',
    );
  const members: string[] = [];
  for (const key in data) {
    const value = data[key];
    if (value !== undefined) members.push(`${keyText(key)}: ${jsonText(value, level + 1)}`);
  }
  return wrapped('{', members, level, '}');
}

const isList = (data: readonly Json[] | JsonObject): data is readonly Json[] => Array.isArray(data);

export const kpiOf = ({ id, label, unit, direction, group }: ReportKpi): JsonObject => ({
  id,
  label: label.en,
  unit,
  direction,
  group,
});

export const warningOf = ({ code, message, file }: Warning): JsonObject => ({ code, message: message.en, file });

/** What every document but the checks says of itself, after its schema. */
export const headJson = ({ asOf, timezone, currency, grain, from, to, dimensions }: DocumentHead): JsonObject => ({
  as_of: asOf,
  timezone,
  currency,
  period: grain,
  from,
  to,
  dimensions,
});

/** What is known of each, by its name. */
export function byName<T>(names: readonly string[], of: readonly T[], known: (one: T) => Json | undefined): JsonObject {
  const found: Record<string, Json> = {};
  for (const [at, one] of of.entries()) {
    const value = known(one);
    if (value !== undefined) found[names[at]!] = value;
  }
  return found;
}

export const figureJson = ({ value }: Figure): Json => (typeof value === 'string' ? value : exact(value));

/** The reason of the first that is null. */
export const reasonOf = (...figures: readonly Figure[]): string | undefined =>
  figures.find(({ value }) => value === null)?.reason;

const flagsOf = ({ marks }: Figure): readonly string[] | undefined => (marks.length === 0 ? undefined : marks);

/** `values`, the reason of every null in `nulls`, and `flags`. */
export const figureMembers = (names: readonly string[], figures: readonly Figure[]): JsonObject => ({
  values: byName(names, figures, figureJson),
  nulls: byName(names, figures, (figure) => reasonOf(figure)),
  flags: byName(names, figures, flagsOf),
});

/**
 * The figures compared with, the changes since, the reasons of their nulls, and the marks of the figures, which the
 * changes inherit.
 */
export const changeMembers = (names: readonly string[], changes: readonly Change[]): JsonObject => ({
  values: byName(names, changes, ({ base }) => figureJson(base)),
  change_abs: byName(names, changes, ({ absolute }) => figureJson(absolute)),
  change_pct: byName(names, changes, ({ relative }) => figureJson(relative)),
  nulls: byName(names, changes, ({ base, absolute, relative }) => reasonOf(absolute, relative, base)),
  flags: byName(names, changes, ({ base }) => flagsOf(base)),
});

/** An interface as the members it has, in their order. */
export const membersOf = <T extends object>(data: T): { [K in keyof T]: T[K] } => ({ ...data });

/** What the figures of a document are based on. */
interface Quality {
  readonly files: readonly FileQuality[];
  readonly warnings: readonly Warning[];
}

/** What the figures are based on: files and warnings. */
export const qualityOf = ({ files, warnings }: Quality): JsonObject => ({
  files: files.map(membersOf),
  warnings: warnings.map(warningOf),
});
