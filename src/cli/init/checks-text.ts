import { weekdays } from '../../config/weekday.ts';
import type { Grain, Period } from '../../core/calendar.ts';
import type { Language } from '../../core/choices.ts';
import { DAY_HOURS, dayOfHour, modulo, twoDigits, weekday } from '../../core/civil.ts';
import type { Unit } from '../../core/kinds.ts';
import { leastValues } from '../../core/usual.ts';
import { readableText } from '../../documents/checks/amount-text.ts';
import type { Proposed, Refused, Usual } from '../../documents/checks/suggestions.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { wrap } from '../../page/text-width.ts';
import { type CheckWords, initWords } from './init-words.ts';
import type { Proposal } from './proposal.ts';

/** How to read a proposal. */
export interface ChecksContext {
  readonly currency: string | null;
  /** The default length of periods of checks. */
  readonly usualGrain: Grain;
  readonly lang: Language;
}

/** `checks:` of a configuration as its lines, each check below its basis; `checks: []` if none is proposed. */
export function checksLines(proposal: Proposal, { currency, usualGrain, lang }: ChecksContext): string[] {
  const { proposed, refused, notSupplied, grain, periods } = proposal;
  const say = initWords[lang].checks;
  if (grain === 'all') return [...comment(say.noCalendar), 'checks: []'];
  if (periods.length < leastValues) {
    return [...comment(say.tooFew(spanText(periods, grain, say), leastValues)), 'checks: []'];
  }
  const why = [
    ...refused.map((one) => say.refused(one.kpi.id, refusalText(one, one.kpi, grain, say))),
    ...notSupplied.map(({ id }) => say.refused(id, say.notSupplied)),
  ];
  const left = why.length === 0 ? [] : [`# ${say.notProposed}`, ...why.map((line) => `#   ${line}`)];
  if (proposed.length === 0) return [...left, 'checks: []'];
  const isMoney = currency !== null && proposed.some(({ kpi }) => kpi.unit === 'money');
  const head = [
    say.usual(spanText(periods, grain, say)),
    ...(grain === 'day' ? [say.byDay] : []),
    ...(grain === 'hour' ? [say.byHour] : []),
    ...(isMoney ? [say.amounts(currency)] : []),
    say.change,
  ];
  return [
    ...comment(head.join(' ')),
    'checks:',
    ...proposed.flatMap((one) => [
      `  # ${say.restsOn(one.kpi.label[lang], usualText(one.usual, one.kpi.unit, say), restText(one.usual, grain, say))}`,
      `  - ${checkText(one, grain === usualGrain ? null : grain)}`,
    ]),
    ...left.map((line) => `  ${line}`),
  ];
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

/** A difference of ratios is one in percentage points: 5 % might mean a share of the median. */
const usualText = ({ median, spread }: Usual, unit: Unit, say: CheckWords): string =>
  say.spread(say.value(readableText(median, unit)), say.value(readableText(spread, unit).replace('%', ' pt')));

/** The periods that a bound is based on: `8 weeks, 2026-W39 to 2026-W46`. */
function restText({ count, periods }: Usual, grain: Grain, say: CheckWords): string {
  const span = spanText(periods, grain, say);
  return count === periods.length ? span : say.someOf(count, span);
}

function spanText(periods: readonly Period[], grain: Grain, say: CheckWords): string {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return say.noComplete(grain);
  return say.span(periods.length, nounOf(periods, grain, say), first.name, last.name);
}

/** Periods by their name in the plural; days of the same weekday by its name. */
function nounOf(periods: readonly Period[], grain: Grain, say: CheckWords): string {
  const noun = say.periods(grain, periods.length);
  const [first] = periods;
  const isCycle = (grain === 'day' || grain === 'hour') && first !== undefined;
  if (!isCycle || periods.some(({ from }) => modulo(from - first.from, 7 * DAY_HOURS) !== 0)) return noun;
  const days = say.weekdays(weekdays[weekday(dayOfHour(first.from)) - 1]!, periods.length);
  return grain === 'day' ? days : say.at(days, `${twoDigits(modulo(first.from, DAY_HOURS))}:00`);
}

function refusalText(refused: Refused, { unit }: Kpi, grain: Grain, say: CheckWords): string {
  switch (refused.because) {
    case 'neutral':
      return say.neutral;
    case 'words':
      return say.words;
    case 'few':
      return say.few(refused.count, spanText(refused.periods, grain, say), leastValues);
    case 'unknown':
      return say.unknown(refused.period.name);
    case 'zero':
      return say.zero(restText(refused.usual, grain, say));
    case 'unsteady':
      return say.unsteady(usualText(refused.usual, unit, say));
    case 'beyond': {
      const { usual, must, value } = refused;
      return say.beyond(say.value(readableText(value, unit)), must.text, usualText(usual, unit, say));
    }
  }
}
