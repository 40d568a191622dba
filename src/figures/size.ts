import type { Grain } from '../core/calendar.ts';
import { Problem } from '../core/problem.ts';

/** Maximum number of figures in a report: by the hour most are empty, and nobody reads that many. */
const MOST_BY_HOUR = 500_000;
const MOST = 5_000_000;

/** Refuses a report of more figures than memory should hold, before any is calculated. */
export function assertSize(grain: Grain, periods: number, groups: number, kpis: number): void {
  const [most, rows] = [grain === 'hour' ? MOST_BY_HOUR : MOST, groups + 1];
  const figures = periods * rows * kpis;
  if (figures <= most) return;
  const [en, fr] = ['en', 'fr'].map((locale) => (n: number) => new Intl.NumberFormat(locale).format(n));
  // One more row is that of the whole span.
  const fitting = Math.floor(most / (rows * kpis)) - 1;
  throw new Problem(
    'too_many_figures',
    {
      en: `this would be ${en!(figures)} figures (${en!(periods)} periods, ${en!(groups)} groups and the total, ${en!(kpis)} KPIs); the most is ${en!(most)}`,
      fr: `cela ferait ${fr!(figures)} chiffres (${fr!(periods)} périodes, ${fr!(groups)} groupes et le total, ${fr!(kpis)} KPI)\u00a0; le maximum est ${fr!(most)}`,
    },
    [
      { en: 'Name the KPIs: --kpi orders,net_sales', fr: 'Nommez les KPI\u00a0: --kpi orders,net_sales' },
      ...(fitting > 0 && fitting < periods
        ? [
            {
              en: `Or ask for fewer periods: --last ${fitting} (without --all, --from and --to)`,
              fr: `Ou demandez moins de périodes\u00a0: --last ${fitting} (sans --all, --from ni --to)`,
            },
          ]
        : []),
      ...(grain === 'hour'
        ? [{ en: 'Or for longer ones: --period day', fr: 'Ou des périodes plus longues\u00a0: --period day' }]
        : []),
    ],
  );
}
