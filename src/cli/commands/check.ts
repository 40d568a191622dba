import { promises as files } from 'node:fs';
import { resolve } from 'node:path';
import type { Config } from '../../config/load.ts';
import type { CheckFormat } from '../../core/choices.ts';
import { Problem } from '../../core/problem.ts';
import { after } from '../../core/text.ts';
import { instantText } from '../../core/zone.ts';
import { dimensionsOfChecks, evaluateChecks, kpisOfChecks } from '../../documents/checks/checks-compute.ts';
import { renderGithub, renderGithubSummary } from '../../documents/checks/checks-github.ts';
import { renderCheckJson } from '../../documents/checks/checks-json.ts';
import { renderJunit } from '../../documents/checks/checks-junit.ts';
import type { Check, CheckReport } from '../../documents/checks/checks-model.ts';
import { renderCheckTable } from '../../documents/checks/checks-table.ts';
import { checksOf } from '../../documents/checks/configured-checks.ts';
import { type SavedReport, savedReportOf } from '../../documents/checks/saved-report.ts';
import { targetsOf } from '../../documents/checks/targets.ts';
import { kpis } from '../../kpis/index.ts';
import { exit } from '../failure.ts';
import { suggest } from '../init/suggest.ts';
import type { Io } from '../io.ts';
import { checkOutputsOf } from '../outputs.ts';
import type { RunOptions } from '../parse.ts';
import { readBytes } from '../read-bytes.ts';
import { allWarnings, readAllBy, refuseStrict, reportSettings, settingsFor, tellWarnings } from '../reading.ts';
import { configOf } from '../resolve.ts';
import type { Settings } from '../settings.ts';
import { filledIn, writeWhole } from '../write.ts';

/** `kpi check`: the thresholds of the configuration, for CI. */
export async function run(args: readonly string[], options: RunOptions, io: Io): Promise<number> {
  if (options.suggest === true) return suggest(args, options, io);
  if (options.kpi !== undefined) {
    throw new Problem('contradiction', {
      en: '--kpi needs --suggest: checks say themselves which KPIs they look at',
      fr: "--kpi ne va qu'avec --suggest\u00a0: les contrôles disent eux-mêmes quels KPI ils regardent",
    });
  }
  const outputs = checkOutputsOf(options.out, options.checkFormat ?? 'table');
  const config = await configOf(options, io);
  const checks = config === null ? [] : checksOf(config, kpis);
  if (config === null || checks.length === 0) throw noChecks(config);
  const targets = targetsOf(config, kpis);
  const settings = await settingsFor(options, io, config);
  const saved = await savedReports(checks, settings);
  const reading = await readAllBy(args, forChecks(settings, checks, options), io);
  const evaluated = await evaluateChecks(reading.read, reportSettings(reading), checks, kpis, { targets, saved });
  refuseOtherMoney(checks, saved, reading.currency);
  const report: CheckReport = {
    asOf: instantText(settings.asOf, settings.zone),
    timezone: settings.zone.name,
    currency: reading.currency,
    results: evaluated.results,
    warnings: allWarnings(reading, evaluated.warnings),
  };
  refuseStrict(report.warnings, settings);
  for (const { path, format } of outputs) {
    const text = rendered(report, format, settings, io);
    if (path === null) await io.out(text);
    else {
      const name = filledIn(path, partsOf(report));
      await writeWhole(resolve(io.cwd, name), text, name);
    }
    const summary = io.env.GITHUB_STEP_SUMMARY;
    if (format === 'github' && summary) await addSummary(summary, report);
  }
  await tellWarnings(report.warnings, settings, io);
  return exitCode(report, options);
}

const noChecks = (config: Config | null): Problem =>
  new Problem(
    'no_checks',
    config === null
      ? { en: 'there is no kpi.yaml with checks', fr: "il n'y a pas de kpi.yaml avec des contrôles" }
      : { en: `${config.file} has no checks`, fr: `${config.file} ne contient aucun contrôle` },
    [
      {
        en: 'A check says what holds when all is well, such as: checks: [{ kpi: conversion_rate, must: ">= 1.5%" }]',
        fr: 'Un contrôle dit ce qui est vrai quand tout va bien, par exemple\u00a0: checks: [{ kpi: conversion_rate, must: ">= 1.5%" }]',
      },
      {
        en: 'kpi check exports/ --suggest   proposes some from what was usual',
        fr: "kpi check exports/ --suggest   en propose d'après ce qui était habituel",
      },
    ],
  );

/** The settings of a run that looks at what checks ask for; the periods of reports are not theirs, unless the command line says so. */
function forChecks(settings: Settings, checks: readonly Check[], options: RunOptions): Settings {
  const { from, to, last, all } = options;
  return {
    ...settings,
    by: dimensionsOfChecks(checks),
    kpis: kpisOfChecks(checks),
    groups: null,
    from: from ?? null,
    to: to ?? null,
    last: last ?? null,
    all: all ?? false,
  };
}

/** The saved reports that checks are held against: they must be there, and hold the KPIs for periods of the same length. */
async function savedReports(
  checks: readonly Check[],
  settings: Pick<Settings, 'grain'>,
): Promise<ReadonlyMap<string, SavedReport>> {
  const saved = new Map<string, SavedReport>();
  for (const { vs, kpi, period, where } of checks) {
    if (vs?.kind !== 'report') continue;
    const report = saved.get(vs.path) ?? savedReportOf(await textOf(vs.file, vs.path, where), vs.path);
    saved.set(vs.path, report);
    if (!report.kpis.has(kpi.id))
      throw new Problem(
        'bad_report',
        after(where, { en: `${vs.path} has no ${kpi.id}`, fr: `${vs.path} ne contient pas ${kpi.id}` }),
        [{ en: `Write it with --kpi ${kpi.id}`, fr: `Écrivez-le avec --kpi ${kpi.id}` }],
      );
    const grain = period ?? settings.grain;
    if (report.grain !== grain)
      throw new Problem(
        'bad_report',
        after(where, {
          en: `${vs.path} is a report by ${report.grain}, the check is by ${grain}`,
          fr: `${vs.path} est un rapport à période ${report.grain}, le contrôle est à période ${grain}`,
        }),
        [
          {
            en: `Say period: ${report.grain} in the check, or write the report with --period ${grain}`,
            fr: `Indiquez period: ${report.grain} dans le contrôle, ou écrivez le rapport avec --period ${grain}`,
          },
        ],
      );
  }
  return saved;
}

async function textOf(file: string, path: string, where: string): Promise<string> {
  try {
    return (await readBytes(file)).toString('utf8');
  } catch (error) {
    if (error instanceof Problem) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const says = { en: `${path} cannot be read (${code})`, fr: `${path} ne peut pas être lu (${code})` };
    throw new Problem('unreadable', after(where, says), [
      {
        en: 'Write it: kpi report exports/ --out report.json',
        fr: 'Écrivez-le\u00a0: kpi report exports/ --out report.json',
      },
    ]);
  }
}

/** Amounts are held against amounts of the same currency only. */
function refuseOtherMoney(
  checks: readonly Check[],
  saved: ReadonlyMap<string, SavedReport>,
  currency: string | null,
): void {
  for (const { vs, kpi, where } of checks) {
    if (vs?.kind !== 'report' || kpi.unit !== 'money') continue;
    const other = saved.get(vs.path)!.currency;
    if (other !== currency)
      throw new Problem(
        'bad_report',
        after(where, {
          en: `${vs.path} is in ${other}, the files are in ${currency}`,
          fr: `${vs.path} est en ${other}, les fichiers sont en ${currency}`,
        }),
      );
  }
}

function rendered(report: CheckReport, format: CheckFormat, settings: Settings, io: Io): string {
  switch (format) {
    case 'json':
      return renderCheckJson(report);
    case 'junit':
      return renderJunit(report);
    case 'github':
      return renderGithub(report);
    case 'table':
      return renderCheckTable(report, {
        width: io.width,
        paint: settings.paint.out,
        lang: settings.lang,
        locale: settings.locale,
      });
  }
}

const partsOf = ({ results }: CheckReport) => ({
  period: results.at(-1)?.period ?? '',
  from: results.reduce((first, { from }) => (first === '' || from < first ? from : first), ''),
  to: results.reduce((last, { to }) => (to > last ? to : last), ''),
});

/** The page that GitHub shows of a run: what other steps wrote there stays. */
async function addSummary(path: string, report: CheckReport): Promise<void> {
  try {
    await files.appendFile(path, renderGithubSummary(report));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const says = { en: `${path} cannot be written (${code})`, fr: `${path} ne peut pas être écrit (${code})` };
    throw new Problem('not_writable', says, [
      { en: 'GITHUB_STEP_SUMMARY names it.', fr: 'Ce fichier est désigné par GITHUB_STEP_SUMMARY.' },
    ]);
  }
}

function exitCode({ results }: CheckReport, { exitZero, errorOnWarning }: RunOptions): number {
  const has = (verdict: 'fail' | 'warn') => results.some((result) => result.verdict === verdict);
  if (exitZero === true) return exit.done;
  return has('fail') || (errorOnWarning === true && has('warn')) ? exit.failed : exit.done;
}
