import type { DurationUnit } from '../../core/duration-unit.ts';
import { type Unit, units } from '../../fields/duration.ts';
import { plainName } from './plain-name.ts';

const names: Readonly<Record<Unit, DurationUnit>> = {
  ms: 'milliseconds',
  s: 'seconds',
  min: 'minutes',
  h: 'hours',
  d: 'days',
};

/** Hours in which a shop works: `within business hours` says which time counts, not its unit. */
const ofWork = /^(business|office|working|opening|work)$/;

/** The unit that the name of a column of durations states, and the name without it: `Délai (h)`, `first_reply_minutes`, `Time in hours`. */
export function namedUnit(name: string): { readonly unit: DurationUnit; readonly rest: string } | null {
  const words = plainName(name).split(' ');
  const unit = units.get(words.at(-1) ?? '');
  const rest = words.slice(0, -1);
  if (unit === undefined || rest.length === 0 || ofWork.test(rest.at(-1) ?? '')) return null;
  if (/^(in|en)$/.test(rest.at(-1) ?? '')) rest.pop();
  return { unit: names[unit], rest: rest.join(' ') };
}
