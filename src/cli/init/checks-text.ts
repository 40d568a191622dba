import { leastValues, type Proposed, type Refused, type Usual } from '../../checks/suggest.ts';
import { shownIn } from '../../checks/written.ts';
import { weekdays } from '../../config/weekday.ts';
import type { Grain, Period } from '../../core/calendar.ts';
import { DAY_HOURS, dayOfHour, modulo, twoDigits, weekday } from '../../core/civil.ts';
import type { Unit } from '../../core/kinds.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { wrap } from '../../render/text.ts';
import type { Proposal } from './proposal.ts';

/** How a proposal is to be read. */
export interface ChecksContext {
  readonly currency: string | null;
  /** The length of periods that checks have without saying so. */
  readonly usualGrain: Grain;
}

/** `checks:` of a configuration as its lines, each check below what it rests on; `checks: []` where none is proposed. */
export function checksLines(proposal: Proposal, { currency, usualGrain }: ChecksContext): string[] {
  const { proposed, refused, notSupplied, grain, periods } = proposal;
  if (grain === 'all' || periods.length < leastValues) return [...comment(tooFewText(periods, grain)), 'checks: []'];
  const why = [
    ...refused.map((one) => `${one.kpi.id}: ${refusalText(one, one.kpi, grain)}`),
    ...notSupplied.map(({ id }) => `${id}: no file has the records or columns it needs`),
  ];
  const left = why.length === 0 ? [] : ['# Not proposed:', ...why.map((line) => `#   ${line}`)];
  if (proposed.length === 0) return [...left, 'checks: []'];
  const isMoney = currency !== null && proposed.some(({ kpi }) => kpi.unit === 'money');
  const head = [
    `What was usual in ${spanText(periods, grain)}: each bound lies 3 spreads from the median, on the bad side. A spread is 1.4826 times the median distance from the median, at least 5 % of it.`,
    ...(grain === 'day'
      ? ['Days are compared with the same weekday; the bound is that of the weekday that asks least.']
      : []),
    ...(grain === 'hour'
      ? ['Hours are compared with the same hour of the same weekday; the bound is that which asks least.']
      : []),
    ...(isMoney ? [`Amounts are in ${currency}.`] : []),
    'These say what was, not what is good: change them as you see fit.',
  ];
  return [
    ...comment(head.join(' ')),
    'checks:',
    ...proposed.flatMap((one) => [
      `  # ${one.kpi.label.en}: ${usualText(one.usual, one.kpi.unit)} in ${restText(one.usual, grain)}`,
      `  - ${checkText(one, grain === usualGrain ? null : grain)}`,
    ]),
    ...left.map((line) => `  ${line}`),
  ];
}

function tooFewText(periods: readonly Period[], grain: Grain): string {
  if (grain === 'all') return 'None proposed: only periods of the calendar can be compared with each other.';
  return `None proposed: the files hold ${spanText(periods, grain)}; ${leastValues} complete ones are needed.`;
}

/** A text as lines of comment. */
export const comment = (text: string, width = 110): string[] => wrap(text, width - 2).map((line) => `# ${line}`);

function checkText({ kpi, must, minBase, skipsNull }: Proposed, period: Grain | null): string {
  const parts = [
    `kpi: ${kpi.id}`,
    `must: "${must.text}"`,
    ...(minBase === null ? [] : [`min_base: { ${minBase.kpi.id}: ${minBase.least} }`]),
    ...(skipsNull ? ['on_null: skip'] : []),
    ...(period === null ? [] : [`period: ${period}`]),
  ];
  return `{ ${parts.join(', ')} }`;
}

/** A difference of ratios is one in percentage points: 5 % might be meant of the median. */
const usualText = ({ median, spread }: Usual, unit: Unit): string =>
  `median ${shownIn(median, unit)}, spread ${shownIn(spread, unit).replace('%', ' pt')}`;

/** The periods that a bound rests on: `8 weeks, 2026-W39 to 2026-W46`. */
function restText({ count, periods }: Usual, grain: Grain): string {
  const values = count === periods.length ? '' : `${count} of `;
  return `${values}${spanText(periods, grain)}`;
}

function spanText(periods: readonly Period[], grain: Grain): string {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return `no complete ${grain}`;
  const names = first === last ? first.name : `${first.name} to ${last.name}`;
  return `${periods.length} ${nounOf(periods, grain)}, ${names}`;
}

/** Periods by their name in the plural; days that are all of one weekday by that. */
function nounOf(periods: readonly Period[], grain: Grain): string {
  const noun = `${grain}${periods.length === 1 ? '' : 's'}`;
  const [first] = periods;
  const isCycle = (grain === 'day' || grain === 'hour') && first !== undefined;
  if (!isCycle || periods.some(({ from }) => modulo(from - first.from, 7 * DAY_HOURS) !== 0)) return noun;
  const name = weekdays[weekday(dayOfHour(first.from)) - 1]!;
  const day = `${name[0]?.toUpperCase()}${name.slice(1)}${periods.length === 1 ? '' : 's'}`;
  return grain === 'day' ? day : `${day} at ${twoDigits(modulo(first.from, DAY_HOURS))}:00`;
}

function refusalText(refused: Refused, { unit }: Kpi, grain: Grain): string {
  switch (refused.because) {
    case 'neutral':
      return 'neither more nor less of it is better';
    case 'words':
      return 'its values are words, which have no bounds';
    case 'few':
      return `a value in ${refused.count} of ${spanText(refused.periods, grain)}; ${leastValues} are needed`;
    case 'unknown':
      return `not known, or not of the whole, in the last period, ${refused.period.name}`;
    case 'zero':
      return `it was 0 most of the time, in ${restText(refused.usual, grain)}`;
    case 'unsteady':
      return `it varies too much for a bound (${usualText(refused.usual, unit)})`;
    case 'beyond': {
      const { usual, must, value } = refused;
      return `${shownIn(value, unit)} in the last period would fail "${must.text}" (${usualText(usual, unit)})`;
    }
  }
}
