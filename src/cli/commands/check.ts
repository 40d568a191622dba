import { promises as files } from 'node:fs';
import type { Config } from '../../config/load-config.ts';
import { Problem } from '../../core/problem.ts';
import { dimensionsOfChecks, kpisOfChecks } from '../../documents/checks/checks-compute.ts';
import type { Check, CheckReport } from '../../documents/checks/checks-model.ts';
import { checksOf } from '../../documents/checks/configured-checks.ts';
import { checksDocument } from '../../documents/checks/index.ts';
import { targetsOf } from '../../documents/checks/targets.ts';
import { formatsOf } from '../../documents/define-document.ts';
import { kpis } from '../../kpis/index.ts';
import { refuseOtherMoney, savedReports } from '../files/saved-reports.ts';
import { suggest } from '../init/suggest.ts';
import type { RunOptions } from '../options/parse.ts';
import { configOf } from '../options/run-inputs.ts';
import type { Settings } from '../options/settings.ts';
import type { Io } from '../process/io.ts';
import { exit } from '../run/failure.ts';
import { outputsOf } from '../run/outputs.ts';
import { type Reading, reportSettings, settingsFor } from '../run/reading.ts';
import { runDocument } from '../run/run-document.ts';

/** `kpi check`: the thresholds of the configuration, for CI. */
export async function run(args: readonly string[], options: RunOptions, io: Io): Promise<number> {
  if (options.suggest === true) return suggest(args, options, io);
  if (options.kpi !== undefined) {
    throw new Problem('contradiction', {
      en: '--kpi needs --suggest: each check names its own KPI',
      fr: "--kpi ne va qu'avec --suggest\u00a0: les contrôles disent eux-mêmes quels KPI ils regardent",
    });
  }
  const outputs = outputsOf(options.out, options.checkFormat ?? 'table', formatsOf(checksDocument));
  const config = await configOf(options, io);
  const checks = config === null ? [] : checksOf(config, kpis);
  if (config === null || checks.length === 0) throw noChecks(config);
  const targets = targetsOf(config, kpis);
  const settings = await settingsFor(options, io, config);
  const saved = await savedReports(checks, settings, { args, config: options.config, cwd: io.cwd });
  const asked = (reading: Reading) => {
    refuseOtherMoney(checks, saved, reading.currency);
    return { ...reportSettings(reading), checks, baselines: { targets, saved } };
  };
  const summary = io.env.GITHUB_STEP_SUMMARY;
  const beside = async (format: string, report: CheckReport): Promise<void> => {
    if (format === 'github' && summary) await addSummary(summary, report);
  };
  const report = await runDocument(
    checksDocument,
    { args, settings: forChecks(settings, checks, options), outputs, asked, beside },
    io,
  );
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
        en: 'kpi check exports/ --suggest   suggests some from past values',
        fr: "kpi check exports/ --suggest   en propose d'après ce qui était habituel",
      },
    ],
  );

/** The settings of a run for checks; the periods of reports do not apply, unless they are on the command line. */
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

/** The page that GitHub shows of a run: what other steps wrote there is kept. */
async function addSummary(path: string, report: CheckReport): Promise<void> {
  const { renderGithubSummary } = await import('../../documents/checks/checks-github.ts');
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
