import { resolve } from 'node:path';
import type { ReportFormat } from '../../core/choices.ts';
import { type CohortSettings, cohortMeasures, cohortsOf } from '../../documents/cohorts/cohorts-compute.ts';
import { renderCohortsCsv } from '../../documents/cohorts/cohorts-csv.ts';
import { renderCohortsJson } from '../../documents/cohorts/cohorts-json.ts';
import { renderCohortsMarkdown } from '../../documents/cohorts/cohorts-markdown.ts';
import type { CohortReport } from '../../documents/cohorts/cohorts-model.ts';
import { renderCohortsTable } from '../../documents/cohorts/cohorts-table.ts';
import type { Io } from '../io.ts';
import { outputsOf } from '../outputs.ts';
import type { RunOptions } from '../parse.ts';
import { allWarnings, readAllBy, refuseStrict, reportSettings, settingsFor, tellWarnings } from '../reading.ts';
import type { Settings } from '../settings.ts';
import { filledIn, noPeriods, writeWhole } from '../write.ts';

/** `kpi cohorts`: customers by the period of their first order, and what they did by age. */
export async function run(args: readonly string[], options: RunOptions, io: Io): Promise<number> {
  const outputs = outputsOf(options.out, options.reportFormat ?? 'table');
  const settings = forCohorts(await settingsFor(options, io), options);
  const reading = await readAllBy(args, settings, io, cohortMeasures(settings.options));
  const asked: CohortSettings = { ...reportSettings(reading), grain: options.cohortPeriod ?? 'month' };
  const worked = await cohortsOf(reading.read, asked);
  const report: CohortReport = { ...worked, warnings: allWarnings(reading, worked.warnings) };
  refuseStrict(report.warnings, settings);
  for (const { path, format } of outputs) {
    const text = await rendered(report, format, settings, io);
    if (path === null) await io.out(text);
    else {
      const name = filledIn(path, partsOf(report, path));
      await writeWhole(resolve(io.cwd, name), text, name);
    }
  }
  await tellWarnings(report.warnings, settings, io);
  return 0;
}

/** The periods and groups of reports are not those of cohorts, unless the command line says so. */
function forCohorts(settings: Settings, options: RunOptions): Settings {
  const { from, to, last, all, by, includePartial } = options;
  return {
    ...settings,
    by: by ?? [],
    kpis: null,
    groups: null,
    compare: [],
    from: from ?? null,
    to: to ?? null,
    last: last ?? null,
    all: all ?? false,
    includePartial: includePartial ?? false,
  };
}

const partsOf = ({ cohorts, from, to }: CohortReport, path: string) => {
  const last = cohorts.at(-1)?.cohort;
  if (/\{(period|from|to)\}/.test(path) && (last === undefined || from === null || to === null)) {
    throw noPeriods(path, { en: 'there is no cohort', fr: "il n'y a aucune cohorte" });
  }
  return { period: last ?? '', from: from ?? '', to: to ?? '' };
};

async function rendered(report: CohortReport, format: ReportFormat, settings: Settings, io: Io): Promise<string> {
  const tongue = { lang: settings.lang, locale: settings.locale };
  switch (format) {
    case 'json':
      return renderCohortsJson(report);
    case 'csv':
      return renderCohortsCsv(report);
    case 'markdown':
      return renderCohortsMarkdown(report, tongue);
    case 'html': {
      const { renderCohortsHtml } = await import('../../documents/cohorts/cohorts-html.ts');
      return renderCohortsHtml(report, tongue);
    }
    case 'table':
      // Under --quiet nothing stands on standard error that the table could point to.
      return renderCohortsTable(settings.quiet ? { ...report, warnings: [] } : report, {
        width: io.width,
        paint: settings.paint.out,
        ...tongue,
      });
  }
}
