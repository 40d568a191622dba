import type { ReportSettings } from '../../figures/figure-settings.ts';
import { defineDocument } from '../define-document.ts';
import type { Funnel } from './funnel-model.ts';

/** `kpi funnel`: the conversion funnel per period, and per group with `--by`. */
export const funnelDocument = defineDocument({
  id: 'funnel',
  work: async () => {
    const { funnelMeasures } = await import('./funnel-quantities.ts');
    const { funnelOf } = await import('./funnel-compute.ts');
    return { measures: funnelMeasures, compute: (read, settings: ReportSettings) => funnelOf(read, settings) };
  },
  nameParts: ({ rows, from, to }: Funnel) => {
    const last = rows.at(-1)?.period;
    return last === undefined || from === null || to === null
      ? { en: 'the funnel has no periods', fr: "l'entonnoir n'a aucune période" }
      : { period: last, from, to };
  },
  outputs: {
    table: async () => (await import('./funnel-table.ts')).renderFunnelTable,
    json: async () => (await import('./funnel-json.ts')).renderFunnelJson,
    csv: async () => (await import('./funnel-csv.ts')).renderFunnelCsv,
    'csv-excel': async () => (await import('./funnel-csv.ts')).renderFunnelExcelCsv,
    markdown: async () => (await import('./funnel-markdown.ts')).renderFunnelMarkdown,
    html: async () => (await import('./funnel-html.ts')).renderFunnelHtml,
  },
});
