import { visible } from '../../core/visible.ts';
import type { Report } from '../../figures/figure-model.ts';
import type { Words } from '../../page/page-words.ts';

/** What the figures are: their periods and groups, and what they rest on: zone, currency, instant and basis. */
export function titleOf(report: Report, text: Words): { readonly name: string; readonly basis: string } {
  const { from, to, dimensions, basis } = report;
  const by = dimensions.map((dimension) => text.dimensions[dimension].toLocaleLowerCase('en')).join(', ');
  const name = [text.grains[report.grain], ...(by ? [by] : []), ...(from && to ? [`${from} – ${to}`] : [])];
  const rest = [
    report.timezone,
    ...(report.currency === null ? [] : [report.currency]),
    `${text.asOf} ${report.asOf.slice(0, 16).replace('T', ' ')}`,
    ...Object.entries(basis).map(([name, value]) => `${name} = ${value}`),
  ];
  return { name: visible(name.join(' · ')), basis: visible(rest.join(' · ')) };
}
