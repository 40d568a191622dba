import { toDecimal } from '../core/fraction.ts';
import { hidden } from '../core/visible.ts';
import type { Change, Figure, FileQuality, ReportKpi, Warning } from '../figures/figure-model.ts';

/** The pieces of JSON outputs: laid out as `JSON.stringify` does, numbers as their exact decimals. */

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * What JSON allows but a terminal acts upon, or shows in another order or not at all, is escaped too: the file shows
 * every character, and parsing gives the same text.
 */
export const text = (value: string): string =>
  JSON.stringify(value).replace(hidden, (found) => found.split('').map(escaped).join(''));

/** Plain data with the same characters escaped: the line breaks between its members are no part of a text. */
export const jsonText = (data: unknown): string =>
  JSON.stringify(data, null, 2).replace(hidden, (found) =>
    found === '\n' ? found : found.split('').map(escaped).join(''),
  );

export const textOrNull = (value: string | null): string => (value === null ? 'null' : text(value));

export const member = (key: string, json: string): string => `${text(key)}: ${json}`;

/** Indented by two spaces per level. */
const wrapped = (open: string, items: readonly string[], level: number, close: string): string => {
  if (items.length === 0) return open + close;
  const indent = '  '.repeat(level);
  return `${open}\n${indent}  ${items.join(`,\n${indent}  `)}\n${indent}${close}`;
};
export const object = (members: readonly string[], level: number): string => wrapped('{', members, level, '}');
export const array = (items: readonly string[], level: number): string => wrapped('[', items, level, ']');

export const kpiOf = ({ id, label, unit, direction, group }: ReportKpi): string =>
  object(
    [
      member('id', text(id)),
      member('label', text(label.en)),
      member('unit', text(unit)),
      member('direction', text(direction)),
      member('group', text(group)),
    ],
    2,
  );

export function warningOf({ code, message, file }: Warning, level: number): string {
  const parts = [member('code', text(code)), member('message', text(message.en))];
  return object(file === undefined ? parts : [...parts, member('file', text(file))], level);
}

/** Figures as members of a JSON object: maps with the same keys, which are already quoted. */

/** A number is printed from its exact decimal, never through binary floating point. */
export const valueText = ({ value }: Figure): string =>
  value === null ? 'null' : typeof value === 'string' ? text(value) : toDecimal(value);

export function valueMap(keys: readonly string[], figures: readonly Figure[], level: number): string {
  const members: string[] = [];
  for (const [i, figure] of figures.entries()) members.push(`${keys[i]}: ${valueText(figure)}`);
  return object(members, level);
}

export function nullMap(keys: readonly string[], figures: readonly (readonly Figure[])[], level: number): string {
  const members: string[] = [];
  for (const [i, candidates] of figures.entries()) {
    const reason = candidates.find((figure) => figure.value === null)?.reason;
    if (reason !== undefined) members.push(`${keys[i]}: ${text(reason)}`);
  }
  return object(members, level);
}

function flagMap(keys: readonly string[], figures: readonly Figure[], level: number): string {
  const members: string[] = [];
  for (const [i, { marks }] of figures.entries())
    if (marks.length > 0) members.push(`${keys[i]}: ${array(marks.map(text), level + 1)}`);
  return object(members, level);
}

/** `values`, the reason of every null in `nulls`, and `flags`. */
export function figureMembers(keys: readonly string[], figures: readonly Figure[], level: number): string[] {
  const nulls = figures.map((figure) => [figure]);
  return [
    member('values', valueMap(keys, figures, level)),
    member('nulls', nullMap(keys, nulls, level)),
    member('flags', flagMap(keys, figures, level)),
  ];
}

/**
 * The figures compared with, the changes since, the reasons of their nulls, and the marks of the figures, which the
 * changes inherit.
 */
export function changeMembers(keys: readonly string[], changes: readonly Change[], level: number): string[] {
  const [bases, absolutes, relatives] = [
    changes.map(({ base }) => base),
    changes.map(({ absolute }) => absolute),
    changes.map(({ relative }) => relative),
  ];
  const reasons = changes.map(({ base, absolute, relative }) => [absolute, relative, base]);
  return [
    member('values', valueMap(keys, bases, level)),
    member('change_abs', valueMap(keys, absolutes, level)),
    member('change_pct', valueMap(keys, relatives, level)),
    member('nulls', nullMap(keys, reasons, level)),
    member('flags', flagMap(keys, bases, level)),
  ];
}

function fileOf(file: FileQuality): string {
  const counted = (['read', 'accepted', 'skipped', 'superseded', 'rejected'] as const).map((key) =>
    member(key, String(file[key])),
  );
  const counts = Object.entries(file.counts).map(([key, count]) => member(key, String(count)));
  const parts = [
    member('path', text(file.path)),
    member('format', text(file.format)),
    member('kinds', array(file.kinds.map(text), 4)),
    ...counted,
    member('counts', object(counts, 4)),
    member('first', textOrNull(file.first)),
    member('last', textOrNull(file.last)),
  ];
  return object(parts, 3);
}

/** What the figures of a document are based on. */
interface Quality {
  readonly files: readonly FileQuality[];
  readonly warnings: readonly Warning[];
}

/** The member with what the figures are based on: files and warnings. */
export function qualityOf({ files, warnings }: Quality): string {
  const told = warnings.map((warning) => warningOf(warning, 3));
  return member(
    'quality',
    object([member('files', array(files.map(fileOf), 2)), member('warnings', array(told, 2))], 1),
  );
}
