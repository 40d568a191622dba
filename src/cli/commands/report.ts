import { resolve } from 'node:path';
import type { Grain } from '../../core/calendar.ts';
import type { ReportFormat } from '../../core/choices.ts';
import { Problem } from '../../core/problem.ts';
import { isSeasonal, seasonalGrains } from '../../core/season.ts';
import type { Text } from '../../core/text.ts';
import { reportOf } from '../../documents/report/report-compute.ts';
import { renderCsv } from '../../documents/report/report-csv.ts';
import { renderJson } from '../../documents/report/report-json.ts';
import type { Pictures, Report } from '../../documents/report/report-model.ts';
import { pictureMeasures, picturesOf } from '../../documents/report/report-pictures.ts';
import { renderTable } from '../../documents/report/report-table.ts';
import { kpis } from '../../kpis/index.ts';
import { measuresOf } from '../engine.ts';
import type { Io } from '../io.ts';
import { outputsOf } from '../outputs.ts';
import type { RunOptions } from '../parse.ts';
import { allWarnings, readAllBy, refuseStrict, reportSettings, settingsFor, tellWarnings } from '../reading.ts';
import type { Settings } from '../settings.ts';
import { filledIn, noPeriods, writeWhole } from '../write.ts';

/** `kpi report`: the KPI table per period, and per group with `--by`. */
export async function run(args: readonly string[], options: RunOptions, io: Io): Promise<number> {
  const asked = forReport(await settingsFor(options, io), options);
  const outputs = outputsOf(options.out, asked.reportFormat);
  // Only a page shows more than KPIs: other outputs do not pay for it.
  const isPage = outputs.some(({ format }) => format === 'html');
  const measures = isPage ? [...measuresOf(asked), ...pictureMeasures(asked)] : measuresOf(asked);
  const reading = await readAllBy(args, asked, io, measures);
  const { settings } = reading;
  // What people read shows the change against the period before, asked or not.
  const forPeople = outputs.some(({ format }) => !['json', 'csv'].includes(format));
  const compare =
    forPeople && options.compare === undefined && settings.compare.length === 0
      ? (['previous'] as const)
      : settings.compare;
  const worked = await reportOf(reading.read, reportSettings(reading, compare), kpis);
  const report: Report = { ...worked, warnings: allWarnings(reading, worked.warnings) };
  refuseStrict(report.warnings, settings);
  const pictures = isPage ? await picturesOf(reading.read, reportSettings(reading, compare), report) : { warnings: [] };
  for (const { path, format } of outputs) {
    const text = await rendered({ report, pictures }, format, settings, io, compare !== settings.compare);
    if (path === null) await io.out(text);
    else {
      const name = filledIn(path, partsOf(report, path));
      await writeWhole(resolve(io.cwd, name), text, name);
    }
  }
  await tellWarnings(report.warnings, settings, io);
  return 0;
}

/**
 * Only months, quarters and weeks have a season. A configuration may ask for it, though, and one run for days: then it is left out.
 */
function forReport(settings: Settings, { period, compare }: RunOptions): Settings {
  const { grain } = settings;
  if (!settings.compare.includes('season') || isSeasonal(grain)) return settings;
  if (compare === undefined && period !== undefined)
    return { ...settings, compare: settings.compare.filter((name) => name !== 'season') };
  const asked = compare === undefined ? 'report.compare' : '--compare';
  const { en, fr } = lengths[grain] ?? lengths.all;
  const others = `--period ${seasonalGrains.join(', --period ')}`;
  throw new Problem(
    'no_season',
    {
      en: `${asked} season: ${en} has no season; weeks, months and quarters have`,
      fr: `${asked} season\u00a0: ${fr} n'a pas de saison\u00a0; les semaines, les mois et les trimestres en ont une`,
    },
    [{ en: `Ask for one of them: ${others}`, fr: `Demandez l'un d'eux\u00a0: ${others}` }],
  );
}

const lengths: { readonly all: Text } & Readonly<Partial<Record<Grain, Text>>> = {
  hour: { en: 'a period of an hour', fr: "une période d'une heure" },
  day: { en: 'a period of a day', fr: "une période d'un jour" },
  year: { en: 'a period of a year', fr: "une période d'un an" },
  all: { en: 'the whole span', fr: "l'ensemble de la période" },
};

const partsOf = (report: Report, path: string) => {
  const periods = report.rows.filter(({ period }) => period !== 'all');
  const last = (periods.at(-1) ?? report.rows.at(-1))?.period;
  if (/\{(period|from|to)\}/.test(path) && (last === undefined || report.from === null || report.to === null)) {
    throw noPeriods(path, { en: 'the report has no period', fr: "le rapport n'a aucune période" });
  }
  return { period: last ?? '', from: report.from ?? '', to: report.to ?? '' };
};

/** A report in a format; machine formats leave out the comparison that only the table adds. */
async function rendered(
  { report, pictures }: { readonly report: Report; readonly pictures: Pictures },
  format: ReportFormat,
  settings: Settings,
  io: Io,
  added: boolean,
): Promise<string> {
  const asked = report.rows.filter(({ vanished }) => vanished !== true);
  const plain = added ? { ...report, rows: asked.map((row) => ({ ...row, compare: {} })) } : report;
  switch (format) {
    case 'json':
      return renderJson(plain);
    case 'csv':
      return renderCsv(plain);
    case 'markdown': {
      const { renderMarkdown } = await import('../../documents/report/report-markdown.ts');
      return renderMarkdown(report, { lang: settings.lang, locale: settings.locale });
    }
    case 'html': {
      const { renderHtml } = await import('../../documents/report/report-html.ts');
      const warnings = [...report.warnings, ...pictures.warnings];
      return renderHtml({ ...report, warnings }, { lang: settings.lang, locale: settings.locale }, pictures);
    }
    case 'table':
      // Under --quiet nothing stands on standard error that the table could point to.
      return renderTable(settings.quiet ? { ...report, warnings: [] } : report, {
        width: io.width,
        paint: settings.paint.out,
        lang: settings.lang,
        locale: settings.locale,
      });
  }
}
