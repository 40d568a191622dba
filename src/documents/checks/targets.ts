import type { Config } from '../../config/load-config.ts';
import { weekdayNumber } from '../../config/weekday.ts';
import type { CalendarRules, Span } from '../../core/calendar.ts';
import { DAY_HOURS, dayText, parseDay } from '../../core/civil.ts';
import { isSameValue } from '../../core/dimension-values.ts';
import { add, compare, divide, type Fraction, multiply, ofText } from '../../core/fraction.ts';
import type { Dimension } from '../../core/kinds.ts';
import type { KpiOptions } from '../../core/kpi-options.ts';
import { periodNamed } from '../../core/period-name.ts';
import { sameInAll, type Text } from '../../core/text.ts';
import { usesOf } from '../../kpis/evaluate.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { isSum } from '../../kpis/sum.ts';
import { amountOf, notAboveZero } from './amount.ts';
import { amountText } from './amount-text.ts';
import type { Target } from './checks-model.ts';
import { ConfigFaults, numericKpi } from './config-faults.ts';
import { rangeOf } from './value-range.ts';

type Given = NonNullable<Config['values']['targets']>[number];
type Days = Pick<Target, 'from' | 'to'>;

/**
 * The targets of a configuration, in its order. The Problem `bad_config` lists all that is wrong with them: unknown KPIs and
 * periods, values that are not understood or cannot be reached, two values for the same days.
 */
export function targetsOf(config: Config, catalog: readonly Kpi[]): readonly Target[] {
  const faults = new ConfigFaults(config);
  const targets = (config.values.targets ?? []).map((given, row) => targetOf(given, row, config, catalog, faults));
  reportRivals(targets, faults);
  faults.end();
  return targets.flatMap((target) => target ?? []);
}

/** Null if something about it is wrong. */
function targetOf(
  given: Given,
  row: number,
  config: Config,
  catalog: readonly Kpi[],
  faults: ConfigFaults,
): Target | null {
  const kpi = numericKpi(given.kpi, catalog, ['targets', row, 'kpi'], faults);
  const days = daysOf(given, row, config, faults);
  const value = kpi === null ? null : amountAt(given, row, kpi, config, faults);
  if (kpi === null || days === null || value === null) return null;
  const only = new Map(Object.entries(given.where ?? {}).map(([dimension, name]) => [dimension as Dimension, name]));
  return { where: config.where(['targets', row]), kpi, value, ...days, only };
}

function amountAt(given: Given, row: number, kpi: Kpi, config: Config, faults: ConfigFaults): Target['value'] | null {
  const path = ['targets', row, 'value'];
  const text = String(given.value);
  const amount = faults.at(path, () => amountOf(text, kpi.unit, 'own'));
  if (amount === null) return null;
  const { high } = rangeOf(kpi, config.options);
  if (amount.value.n <= 0n) {
    const advice = {
      en: 'what is reached of a target is the value divided by it',
      fr: "la part atteinte d'un objectif est la valeur divisée par lui",
    };
    faults.add(path, notAboveZero(text), advice);
  } else if (high !== null && compare(amount.value, high) > 0) {
    const most = amountText(high, kpi.unit, 'own');
    faults.add(path, {
      en: `"${text}" cannot be reached: ${kpi.id} is never above ${most}`,
      fr: `«\u00a0${text}\u00a0» ne peut pas être atteint\u00a0: ${kpi.id} ne dépasse jamais ${most}`,
    });
  }
  return amount.value;
}

function daysOf({ period, from, to }: Given, row: number, config: Config, faults: ConfigFaults): Days | null {
  if (period === undefined) return { from: parseDay(from ?? '')!, to: parseDay(to ?? '')! };
  const rules = rulesOf(config);
  const found = periodNamed(String(period), rules);
  if (found !== null) return { from: found.from / DAY_HOURS, to: found.to / DAY_HOURS - 1 };
  const says = {
    en: `"${period}" is not the name of a period`,
    fr: `«\u00a0${period}\u00a0» n'est pas le nom d'une période`,
  };
  faults.add(['targets', row, 'period'], says, ...adviceFor(rules));
  return null;
}

/** Names of periods depend on the weeks and the years of the configuration. */
function adviceFor({ weekStart, fiscalYearStartMonth }: CalendarRules): Text[] {
  const year = fiscalYearStartMonth === 1 ? '2026' : 'FY2026';
  const week =
    weekStart === 1
      ? sameInAll('2026-W47')
      : { en: '"week of" and its first day', fr: '"week of" et son premier jour' };
  return [
    {
      en: `periods are named as in reports: ${year}, ${year}-Q4, 2026-11 or ${week.en}`,
      fr: `les périodes se nomment comme dans les rapports\u00a0: ${year}, ${year}-Q4, 2026-11 ou ${week.fr}`,
    },
    { en: 'or write from and to', fr: 'ou écrivez from et to' },
  ];
}

function rulesOf({ values: { week_start = 1, fiscal_year_start_month = 1 } }: Config): CalendarRules {
  return {
    weekStart: weekdayNumber(week_start),
    fiscalYearStartMonth: fiscal_year_start_month as CalendarRules['fiscalYearStartMonth'],
  };
}

/** Of targets that share days, the one with fewer days counts; two with the same number of days contradict each other. */
function reportRivals(targets: readonly (Target | null)[], faults: ConfigFaults): void {
  const before: Target[] = [];
  for (const [row, target] of targets.entries()) {
    if (target === null) continue;
    const rival = before.find((other) => isRival(other, target));
    if (rival !== undefined) {
      faults.add(
        ['targets', row],
        {
          en: `sets ${target.kpi.id} for days that ${rival.where} sets it for`,
          fr: `fixe ${target.kpi.id} pour des jours que ${rival.where} fixe déjà`,
        },
        { en: 'keep one of them', fr: "gardez l'un des deux" },
      );
    }
    before.push(target);
  }
}

const isRival = (a: Target, b: Target): boolean =>
  a.kpi === b.kpi &&
  a.to - a.from === b.to - b.from &&
  a.from <= b.to &&
  b.from <= a.to &&
  a.only.size === b.only.size &&
  [...a.only].every(([dimension, name]) => b.only.get(dimension) === name);

/** The target value of a span. */
interface Due {
  /** The days that the targets were set for, `2026-10-01..2026-12-31`; empty if there is none. */
  readonly period: string;
  /** Null if some day of the span has no target. */
  readonly value: Fraction | null;
}

/**
 * The target of a KPI prorated to a span of hours, for a group: a sum in time (sales, orders) by days, so that a week
 * of a quarter's target is about a thirteenth of it. Any other KPI (a rate, a mean, distinct customers) keeps its
 * target undivided, distinct customers only in exactly the days that it is set for. A day in several targets belongs to
 * the shortest.
 */
export function targetOver(
  targets: readonly Target[],
  kpi: Kpi,
  span: Span,
  group: Readonly<Partial<Record<Dimension, string>>>,
  options: KpiOptions,
): Due {
  const own = targets
    .filter((target) => target.kpi.id === kpi.id && isOf(target, group))
    .sort((a, b) => a.to - a.from - (b.to - b.from));
  const used = new Set<Target>();
  let value = ofText('0');
  const hours = ofText(String(span.to - span.from));
  for (let hour = span.from; hour < span.to; ) {
    const day = Math.floor(hour / DAY_HOURS);
    const end = Math.min(span.to, (day + 1) * DAY_HOURS);
    const target = own.find(({ from, to }) => from <= day && day <= to);
    if (target === undefined) return { period: '', value: null };
    used.add(target);
    const part = ofText(String(end - hour));
    const whole = isSum(kpi.formula) ? ofText(String((target.to - target.from + 1) * DAY_HOURS)) : hours;
    value = add(value, divide(multiply(target.value, part), whole));
    hour = end;
  }
  const first = Math.min(...[...used].map(({ from }) => from));
  const last = Math.max(...[...used].map(({ to }) => to));
  const exactly = first * DAY_HOURS === span.from && (last + 1) * DAY_HOURS === span.to && used.size === 1;
  return {
    period: `${dayText(first)}..${dayText(last)}`,
    value: countsDistinct(kpi, options) && !exactly ? null : value,
  };
}

const isOf = ({ only }: Target, group: Readonly<Partial<Record<Dimension, string>>>): boolean =>
  only.size === Object.keys(group).length &&
  [...only].every(([dimension, value]) => isSameValue(dimension, value, group[dimension] ?? ''));

/** Whether a KPI counts distinct customers or visitors, which another span may count again: it cannot be prorated. */
const countsDistinct = ({ unit, formula }: Kpi, options: KpiOptions): boolean =>
  unit === 'count' &&
  usesOf(formula, options).some(({ measure: { aggregate } }) =>
    ['distinct', 'distinct_repeated', 'visitors'].includes(aggregate),
  );
