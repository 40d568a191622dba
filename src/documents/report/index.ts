import type { ReportFormat } from '../../core/choices.ts';
import { defineDocument } from '../define-document.ts';
import type { Report } from './report-model.ts';
import type { PicturedSettings } from './report-pictures.ts';

/** `kpi report`: the KPI table per period, and per group with `--by`. */
export const reportDocument = defineDocument({
  id: 'report',
  work: async () => {
    const { picturedMeasures, picturedReport } = await import('./report-pictures.ts');
    return {
      measures: picturedMeasures,
      compute: (read, settings: PicturedSettings, formats) => picturedReport(read, settings, formats),
    };
  },
  nameParts: ({ rows, from, to, screen }: Report) => {
    // A first screen is of one period: those before it are for its ranges and courses.
    if (screen?.last != null) return { period: screen.last.period, from: screen.last.from, to: screen.last.to };
    const last = (rows.findLast(({ period }) => period !== 'all') ?? rows.at(-1))?.period;
    return last === undefined || from === null || to === null
      ? { en: 'the report has no period', fr: "le rapport n'a aucune période" }
      : { period: last, from, to };
  },
  // A configuration may name one as well: the names are in core/choices.ts.
  outputs: {
    table: async () => (await import('./report-table.ts')).renderTable,
    text: async () => (await import('./report-screen.ts')).renderText,
    json: async () => (await import('./report-json.ts')).renderJson,
    csv: async () => (await import('./report-csv.ts')).renderCsv,
    'csv-excel': async () => (await import('./report-csv.ts')).renderExcelCsv,
    markdown: async () => (await import('./report-markdown.ts')).renderMarkdown,
    html: async () => (await import('./report-html.ts')).renderHtml,
    xlsx: async () => (await import('./report-xlsx.ts')).renderXlsx,
    eml: async () => (await import('./report-eml.ts')).renderEml,
    slack: async () => (await import('./report-slack.ts')).renderSlack,
  } satisfies Record<ReportFormat, unknown>,
});
