import { resolve } from 'node:path';
import { periodComparisons, type ReportFormat } from '../../core/choices.ts';
import { funnelMeasures, funnelOf } from '../../documents/funnel/funnel-compute.ts';
import { renderFunnelCsv } from '../../documents/funnel/funnel-csv.ts';
import { renderFunnelJson } from '../../documents/funnel/funnel-json.ts';
import { renderFunnelMarkdown } from '../../documents/funnel/funnel-markdown.ts';
import type { Funnel } from '../../documents/funnel/funnel-model.ts';
import { renderFunnelTable } from '../../documents/funnel/funnel-table.ts';
import type { Io } from '../io.ts';
import { outputsOf } from '../outputs.ts';
import type { RunOptions } from '../parse.ts';
import { allWarnings, readAllBy, refuseStrict, reportSettings, settingsFor, tellWarnings } from '../reading.ts';
import type { Settings } from '../settings.ts';
import { filledIn, noPeriods, writeWhole } from '../write.ts';

/** `kpi funnel`: the conversion funnel per period, and per group with `--by`. */
export async function run(args: readonly string[], options: RunOptions, io: Io): Promise<number> {
  const outputs = outputsOf(options.out, options.reportFormat ?? 'table');
  const asked = forFunnel(await settingsFor(options, io), options);
  const reading = await readAllBy(args, asked, io, funnelMeasures(asked));
  const { settings } = reading;
  const worked = await funnelOf(reading.read, reportSettings(reading));
  const funnel: Funnel = { ...worked, warnings: allWarnings(reading, worked.warnings) };
  refuseStrict(funnel.warnings, settings);
  for (const { path, format } of outputs) {
    const text = await rendered(funnel, format, settings, io);
    if (path === null) await io.out(text);
    else {
      const name = filledIn(path, partsOf(funnel, path));
      await writeWhole(resolve(io.cwd, name), text, name);
    }
  }
  await tellWarnings(funnel.warnings, settings, io);
  return 0;
}

/**
 * One funnel, against the period before, unless the command line asks for more: how many periods and groups a report shows
 * by the configuration is not said of funnels.
 */
function forFunnel(settings: Settings, options: RunOptions): Settings {
  const { from, to, last, all, by, includePartial, periodCompare } = options;
  // A season, a mean of days or the funnels of others say nothing of its steps.
  const filed = periodComparisons.filter((name) => settings.compare.includes(name));
  return {
    ...settings,
    by: by ?? [],
    kpis: null,
    groups: null,
    compare: periodCompare ?? (filed.length > 0 ? filed : ['previous']),
    from: from ?? null,
    to: to ?? null,
    last: last ?? null,
    all: all ?? false,
    includePartial: includePartial ?? false,
  };
}

const partsOf = ({ rows, from, to }: Funnel, path: string) => {
  const last = rows.at(-1)?.period;
  if (/\{(period|from|to)\}/.test(path) && (last === undefined || from === null || to === null)) {
    throw noPeriods(path, { en: 'the funnel has no periods', fr: "l'entonnoir n'a aucune période" });
  }
  return { period: last ?? '', from: from ?? '', to: to ?? '' };
};

async function rendered(funnel: Funnel, format: ReportFormat, settings: Settings, io: Io): Promise<string> {
  const tongue = { lang: settings.lang, locale: settings.locale };
  switch (format) {
    case 'json':
      return renderFunnelJson(funnel);
    case 'csv':
      return renderFunnelCsv(funnel);
    case 'markdown':
      return renderFunnelMarkdown(funnel, tongue);
    case 'html': {
      const { renderFunnelHtml } = await import('../../documents/funnel/funnel-html.ts');
      return renderFunnelHtml(funnel, tongue);
    }
    case 'table':
      // Under --quiet nothing stands on standard error that the table could point to.
      return renderFunnelTable(settings.quiet ? { ...funnel, warnings: [] } : funnel, {
        width: io.width,
        paint: settings.paint.out,
        ...tongue,
      });
  }
}
