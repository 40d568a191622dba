import type { KpiOptions } from '../../../core/kpi-options.ts';
import { formulaText } from '../../../kpis/formula-text.ts';
import { kpis } from '../../../kpis/index.ts';
import { html, prose } from '../../../page/escape.ts';
import { benchmarkEntry } from './beside-figures.ts';
import type { View } from './report-view.ts';

const catalog = new Map(kpis.map((kpi) => [kpi.id as string, kpi]));

/** The options that a report states as its basis: with them a formula is shown as it was calculated. */
const stated = { revenue: 'revenue_basis', clicks: 'click_basis', ltv: 'ltv_basis' } as const;

/** The definition of each KPI in the language of the page: what `kpi explain` says. */
export function definitions(view: View): (id: string) => string {
  const {
    page,
    report: { basis },
    tongue: { lang },
  } = view;
  const options: Record<string, string> = {};
  for (const [name, option] of Object.entries(stated)) {
    const value = basis[name];
    if (value !== undefined) options[option] = value;
  }
  return (id) => {
    const kpi = catalog.get(id);
    if (kpi === undefined) return '';
    const entry = (head: string, body: string): string => `<dt>${html(head)}<dd>${body}`;
    const { formula } = kpi;
    // A plain count or sum has no arithmetic to show.
    const said =
      formula.op === 'measure' && formula.window === undefined
        ? prose(formula.measure.doc[lang])
        : `<code>${html(id)} = ${html(formulaText(formula, options as Partial<KpiOptions>, lang).replaceAll('`', ''))}</code>`;
    return [
      `<details><summary>${html(page.definition)}</summary><p>${prose(kpi.doc[lang])}</p><dl>`,
      entry(page.formula, said),
      kpi.nulls === undefined ? '' : entry(page.unknownWhen, prose(kpi.nulls[lang])),
      kpi.source === undefined
        ? ''
        : entry(page.source, `<a href="${html(kpi.source)}" rel=noreferrer>${html(kpi.source)}</a>`),
      benchmarkEntry(id, view),
      '</dl></details>',
    ].join('');
  };
}
