import { type CalendarRules, periodOf } from '../../core/calendar.ts';
import { DAY_HOURS, parseDay } from '../../core/civil.ts';
import type { KpiOptions } from '../../core/kpi-options.ts';
import type { Text } from '../../core/text.ts';
import type { Zone } from '../../core/zone.ts';
import { usesOf } from '../../kpis/evaluate.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { otherMarketingCost } from '../../measures/spend.ts';
import type { SavedReport } from './saved-report.ts';

/** What decides which records a figure is made of, apart from the files. */
export interface Definitions {
  readonly zone: Pick<Zone, 'name'>;
  readonly rules: CalendarRules;
  readonly options: KpiOptions;
}

/** A difference, and what to do about it. */
interface Difference {
  readonly says: Text;
  readonly advice: Text;
}

/** The options that a report states as its basis. */
const bases = { revenue: 'revenue_basis', clicks: 'click_basis', ltv: 'ltv_basis' } as const;

/**
 * By what a saved figure of a KPI is defined otherwise than one of this run: the change between the two would be that of the
 * definition, not of the shop. Null if they are alike.
 */
export function otherDefinition(saved: SavedReport, path: string, kpi: Kpi, own: Definitions): Difference | null {
  return otherZone(saved, path, own) ?? otherPeriods(saved, path, own) ?? otherBasis(saved, path, kpi, own);
}

function otherZone({ timezone }: SavedReport, path: string, { zone }: Definitions): Difference | null {
  if (timezone === null || timezone === zone.name) return null;
  return {
    says: {
      en: `${path} has days of ${timezone}, the check those of ${zone.name}`,
      fr: `${path} a les jours de ${timezone}, le contrôle ceux de ${zone.name}`,
    },
    advice: {
      en: `Set timezone: ${timezone}, or write the report with --timezone ${zone.name}`,
      fr: `Indiquez timezone: ${timezone}, ou écrivez le rapport avec --timezone ${zone.name}`,
    },
  };
}

/** Weeks may begin on another day, quarters and years in another month: a saved report shows it by its days only. */
function otherPeriods({ grain, from, to }: SavedReport, path: string, { rules }: Definitions): Difference | null {
  if (grain !== 'week' && grain !== 'quarter' && grain !== 'year') return null;
  const [first, last] = [parseDay(from), parseDay(to)];
  if (first === null || last === null) return null;
  const period = periodOf(first * DAY_HOURS, grain, rules);
  if (period.from === first * DAY_HOURS && period.to === (last + 1) * DAY_HOURS) return null;
  const setting = grain === 'week' ? 'week_start' : 'fiscal_year_start_month';
  return {
    says: {
      en: `${path} was written with another ${setting}: ${from} to ${to} is no ${grain} of the check`,
      fr: `${path} a été écrit avec un autre ${setting}\u00a0: du ${from} au ${to} n'est pas une période (${grain}) du contrôle`,
    },
    advice: {
      en: `Write the report again with the ${setting} of the check`,
      fr: `Écrivez à nouveau le rapport avec le ${setting} du contrôle`,
    },
  };
}

function otherBasis({ basis }: SavedReport, path: string, kpi: Kpi, { options }: Definitions): Difference | null {
  for (const [name, option] of Object.entries(bases) as [keyof typeof bases, (typeof bases)[keyof typeof bases]][]) {
    const other = basis.get(name);
    const value = options[option];
    if (other === undefined || other === value || !dependsOn(kpi, name, { ...options, [option]: other }, options))
      continue;
    return {
      says: {
        en: `${path} has ${kpi.id} with ${option}: ${other}, the check with ${option}: ${value}`,
        fr: `${path} donne ${kpi.id} avec ${option}: ${other}, le contrôle avec ${option}: ${value}`,
      },
      advice: {
        en: `Write the report again with ${option}: ${value}, or set ${option}: ${other}`,
        fr: `Écrivez à nouveau le rapport avec ${option}: ${value}, ou indiquez ${option}: ${other}`,
      },
    };
  }
  return null;
}

/**
 * By which marketing costs a saved figure differs from one of this run: costs besides those of ads are in all figures of a run
 * or in none, so the change between the two would be that of the files. Null if both have them or neither, and for figures
 * without them.
 */
export function otherCosts(
  { basis }: SavedReport,
  path: string,
  kpi: Kpi,
  { cac, options }: { readonly cac: string; readonly options: KpiOptions },
): Difference | null {
  const other = basis.get('cac');
  if (other === undefined || other === cac) return null;
  if (!usesOf(kpi.formula, options).some(({ measure }) => measure === otherMarketingCost)) return null;
  const [then, now] = other === 'media' ? [withoutThem, withThem] : [withThem, withoutThem];
  return {
    says: {
      en: `${path} has ${kpi.id} ${then.en}, the files give it ${now.en}`,
      fr: `${path} donne ${kpi.id} ${then.fr}, les fichiers le donnent ${now.fr}`,
    },
    advice: {
      en: 'Write the report again with the files that have the same kinds of costs',
      fr: 'Écrivez à nouveau le rapport avec des fichiers qui ont les mêmes sortes de coûts',
    },
  };
}

const withThem: Text = {
  en: 'with marketing costs besides those of ads',
  fr: 'avec des coûts marketing en plus de la publicité',
};
const withoutThem: Text = { en: 'with the costs of ads alone', fr: 'avec les seuls coûts de la publicité' };

/** Whether a KPI, or one that it is made of, is another with the other options. Which clicks count is no formula's choice. */
function dependsOn(kpi: Kpi, name: keyof typeof bases, then: KpiOptions, now: KpiOptions): boolean {
  const measures = (options: KpiOptions): string[] => usesOf(kpi.formula, options).map(({ measure }) => measure.id);
  const own = measures(now);
  return kpi.basis === name || (name === 'clicks' ? own.includes('clicks') : measures(then).join() !== own.join());
}
