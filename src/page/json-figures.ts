import { toDecimal } from '../core/fraction.ts';
import type { Change, Figure, ReportRow } from '../figures/figure-model.ts';
import { array, member, object, text } from './json-text.ts';

/** Figures as the members of a JSON object that hold them: maps with the same keys, which come quoted. */

/** A number is printed from its exact decimal, never through binary floating point. */
const valueText = ({ value }: Figure): string =>
  value === null ? 'null' : typeof value === 'string' ? text(value) : toDecimal(value);

function valueMap(keys: readonly string[], figures: readonly Figure[], level: number): string {
  const members: string[] = [];
  for (const [i, figure] of figures.entries()) members.push(`${keys[i]}: ${valueText(figure)}`);
  return object(members, level);
}

function nullMap(keys: readonly string[], figures: readonly (readonly Figure[])[], level: number): string {
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

/** The figures compared with, the changes since, the reasons of their nulls, and the marks of the figures, which the changes carry. */
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

/** What stands beside the figures where it was asked for: season and 28-day mean. */
export function besideMembers(keys: readonly string[], { season, mean28d }: ReportRow, level: number): string[] {
  const members: string[] = [];
  if (season !== undefined) {
    const [index, adjusted] = [season.map((one) => one.index), season.map((one) => one.adjusted)];
    const reasons = season.map((one) => [one.index, one.adjusted]);
    const parts = [
      member('index', valueMap(keys, index, level + 1)),
      member('adjusted', valueMap(keys, adjusted, level + 1)),
      member('nulls', nullMap(keys, reasons, level + 1)),
    ];
    members.push(member('season', object(parts, level)));
  }
  if (mean28d !== undefined) {
    const nulls = mean28d.map((figure) => [figure]);
    const parts = [
      member('values', valueMap(keys, mean28d, level + 1)),
      member('nulls', nullMap(keys, nulls, level + 1)),
    ];
    members.push(member('mean_28d', object(parts, level)));
  }
  return members;
}
