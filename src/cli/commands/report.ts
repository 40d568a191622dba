import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../config/load-config.ts';
import type { Grain } from '../../core/calendar.ts';
import type { ReportFormat } from '../../core/choices.ts';
import { Problem } from '../../core/problem.ts';
import { isSeasonal, seasonalGrains } from '../../core/season.ts';
import type { Text } from '../../core/text.ts';
import { visible } from '../../core/visible.ts';
import type { Check } from '../../documents/checks/checks-model.ts';
import { formatsOf, type ScreenSetting } from '../../documents/define-document.ts';
import { reportDocument } from '../../documents/report/index.ts';
import type { Checked } from '../../documents/report/report-pictures.ts';
import { kpis } from '../../kpis/index.ts';
import type { RunOptions } from '../options/parse.ts';
import { configOf } from '../options/run-inputs.ts';
import type { Settings } from '../options/settings.ts';
import { typed } from '../options/typed-words.ts';
import { atEnd } from '../process/cleanup.ts';
import type { Io } from '../process/io.ts';
import { type Output, outputsOf } from '../run/outputs.ts';
import { type Reading, reportSettings, settingsFor } from '../run/reading.ts';
import { runDocument } from '../run/run-document.ts';
import { writingFailure } from '../run/write.ts';

/** `kpi report`: the KPI table per period, and per group with `--by`. */
export async function run(args: readonly string[], options: RunOptions, io: Io): Promise<number> {
  const config = await configOf(options, io);
  const own = forReport(await settingsFor(options, io, config), options);
  const settings = { ...own, screen: { paths: typed(args), table: isFirstScreen(own, options) } };
  const outputs = outputsOf(options.out, settings.reportFormat, formatsOf(reportDocument));
  const run: PageRun = { args, settings, options, config };
  if (options.open !== true) return await write(run, outputs, io);
  // The page is the answer, beside the files asked for.
  const files = options.out === undefined ? [] : outputs;
  return await opened(settings, io, (page) => write(run, [...files, page], io));
}

/** What is asked for, whatever it is written as. */
interface PageRun {
  readonly args: readonly string[];
  readonly settings: Settings & { readonly screen: ScreenSetting };
  readonly options: RunOptions;
  readonly config: Config | null;
}

/** The checks that need no groups and no saved report: a page shows them, `kpi check` all. Loaded only for a page. */
async function checkedBy(config: Config | null): Promise<Checked> {
  if (config === null) return noChecks;
  const { checksOf } = await import('../../documents/checks/configured-checks.ts');
  const { kpisOfChecks } = await import('../../documents/checks/checks-compute.ts');
  const { targetsOf } = await import('../../documents/checks/targets.ts');
  const isPlain = ({ by, only, vs }: Check): boolean => by.length === 0 && only.size === 0 && vs?.kind !== 'report';
  const checks = checksOf(config, kpis).filter(isPlain);
  return { checks, ids: kpisOfChecks(checks), baselines: { targets: targetsOf(config, kpis), saved: new Map() } };
}

const noChecks: Checked = { checks: [], ids: [], baselines: { targets: [], saved: new Map() } };

async function write(
  { args, settings: given, options, config }: PageRun,
  outputs: readonly Output<ReportFormat>[],
  io: Io,
): Promise<number> {
  // Outputs for people show the change since the period before, asked for or not.
  const forPeople = outputs.some(({ format }) => !['json', 'csv', 'csv-excel'].includes(format));
  const comparesUnasked = forPeople && options.compare === undefined && given.compare.length === 0;
  // A page has room for the year before as well.
  const hasPage = outputs.some(({ format }) => format === 'html');
  const settings = { ...given, checked: hasPage ? await checkedBy(config) : noChecks };
  const unasked = hasPage ? (['previous', 'year'] as const) : (['previous'] as const);
  const compare = comparesUnasked ? unasked : settings.compare;
  const { screen, name, checked } = settings;
  const settled = (reading: Reading) => ({
    ...reportSettings(reading, compare),
    comparesUnasked,
    screen,
    name,
    checked,
  });
  await runDocument(reportDocument, { args, settings, outputs, asked: settled }, io);
  return 0;
}

/** Opens a page that is written into a folder of its own, which only its user can read. */
async function opened(
  { lang, quiet }: Settings,
  io: Io,
  written: (page: Output<ReportFormat>) => Promise<number>,
): Promise<number> {
  const { tmpdir } = await import('node:os');
  const folder = temporary(tmpdir());
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const forget = atEnd(remove);
  try {
    const path = join(folder, 'report.html');
    const code = await written({ path, format: 'html' });
    const isOpen = await io.open(path);
    const said = isOpen
      ? { en: 'opened', fr: 'ouvert' }
      : { en: 'open it in a browser', fr: 'à ouvrir dans un navigateur' };
    if (!isOpen || !quiet) await io.err(`${visible(path)}${lang === 'fr' ? '\u00a0: ' : ': '}${said[lang]}\n`);
    forget();
    return code;
  } catch (error) {
    remove();
    throw error;
  }
}

/** Makes a folder for a page; if that is not possible, says where. */
function temporary(place: string): string {
  try {
    return mkdtempSync(join(place, 'kpi-'));
  } catch (error) {
    throw writingFailure(error, place);
  }
}

/** Whether nothing special is asked for: then the table is what most readers look for first. */
const isFirstScreen = ({ kpis, groups, compare }: Settings, { full, all }: RunOptions): boolean =>
  full !== true &&
  all !== true &&
  kpis === null &&
  groups === null &&
  compare.every((one) => one === 'previous' || one === 'year');

/** Only months, quarters and weeks have a season. If the configuration asks for it and a run is by day, it is left out. */
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
