import { hidden } from '../core/visible.ts';
import type { ReportKpi, Warning } from '../figures/figure-model.ts';

/** The pieces that JSON outputs are put together from: laid out as `JSON.stringify` does, numbers as their exact decimals. */

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * What JSON allows but a terminal acts upon, or shows in another order or not at all, is escaped too: whoever looks at the
 * file sees every character, and whoever parses it gets the same text.
 */
export const text = (value: string): string =>
  JSON.stringify(value).replace(hidden, (found) => found.split('').map(escaped).join(''));

export const textOrNull = (value: string | null): string => (value === null ? 'null' : text(value));

export const member = (key: string, json: string): string => `${text(key)}: ${json}`;

/** Indented by two spaces a level. */
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
