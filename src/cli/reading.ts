import type { Config } from '../config/load.ts';
import { dayText } from '../core/civil.ts';
import { toDecimal } from '../core/fraction.ts';
import { Problem } from '../core/problem.ts';
import { Rates } from '../core/rates.ts';
import { visible } from '../core/visible.ts';
import type { Read } from '../facts/read.ts';
import { kpis } from '../kpis/index.ts';
import '../measures/index.ts';
import type { Measure } from '../measures/measure.ts';
import { formatIds } from '../plan/recognise.ts';
import { renderWarnings } from '../render/warnings.ts';
import type { Warning } from '../report/model.ts';
import type { ReportSettings } from '../report/settings.ts';
import { sources } from '../sources/index.ts';
import { engineFor, measuresOf, readWith } from './engine.ts';
import type { Io } from './io.ts';
import { tooMany } from './max-rejects.ts';
import type { RunOptions } from './parse.ts';
import { type Plans, plansOf } from './plans.ts';
import { shownValue, writeRejects } from './rejects.ts';
import { configOf } from './resolve.ts';
import { type Settings, settingsOf } from './settings.ts';

/** What a command that reads files starts from. */
export interface Reading {
  readonly settings: Settings;
  readonly plans: Plans;
  readonly read: Read;
  /** The report's currency; null where no file tells of money. */
  readonly currency: string | null;
}

/** The settings of a command line and its configuration. */
export async function settingsFor(options: RunOptions, io: Io, known?: Config | null): Promise<Settings> {
  const config = known === undefined ? await configOf(options, io) : known;
  return settingsOf(options, config, io, { kpis: kpis.map(({ id }) => id), formats: formatIds(sources) });
}

/** Plans and reads all files. */
export async function readFilesOf(
  args: readonly string[],
  options: RunOptions,
  io: Io,
): Promise<Omit<Reading, 'currency'>> {
  return readBy(args, await settingsFor(options, io), io);
}

/**
 * The same by settings that are known already, for measures that are no KPI's as well where they are named, or for any (null); nothing about the
 * rows is refused yet.
 */
export async function readBy(
  args: readonly string[],
  settings: Settings,
  io: Io,
  measures: readonly Measure[] | null = measuresOf(settings),
): Promise<Omit<Reading, 'currency'>> {
  const plans = await plansOf(args, settings, io);
  const engine = await engineFor(settings, plans.files);
  if (settings.verbose) await io.err(verboseText(plans, settings, engine));
  const { zone, options: kpiOptions, channels, currency, rates } = settings;
  const setting = { zone, options: kpiOptions, channels, currency, rates: rates ?? new Rates() };
  const read = await readWith(engine, plans.files, setting, measures, settings, io);
  await writeRejects(read, settings, io.cwd);
  return { settings, plans, read };
}

/** What `--verbose` tells before anything is read: what counts, and what each file was recognised as. */
function verboseText({ files }: Plans, { engine: asked }: Settings, engine: string): string {
  const chosen = asked === 'auto' ? `${engine} (chosen by size and by what is installed)` : engine;
  const lines = files.map(
    ({ path, source, encoding }) => `${visible(path)}: ${source.title} (${source.id}), ${encoding.name}`,
  );
  return [`engine: ${chosen}`, ...lines, ''].join('\n');
}

/** The same, refusing what no figure can rest on: too many rejected rows, mixed currencies. */
export async function readAll(args: readonly string[], options: RunOptions, io: Io): Promise<Reading> {
  return readAllBy(args, await settingsFor(options, io), io);
}

/** The same by settings that are known already. */
export async function readAllBy(
  args: readonly string[],
  settings: Settings,
  io: Io,
  measures?: readonly Measure[] | null,
): Promise<Reading> {
  const reading = await readBy(args, settings, io, measures);
  refuseRejects(reading.read, reading.settings);
  return { ...reading, currency: currencyOf(reading.read, reading.settings) };
}

/** The report's part of the settings. */
export const reportSettings = ({ settings, currency }: Reading, compare = settings.compare): ReportSettings => ({
  ...settings,
  currency,
  compare,
});

/** The one currency of the report; null where no file tells of money. The Problem that says why it is not known, else. */
export function currencyOf(read: Read, settings: Settings): string | null {
  const codes = [...read.currencies].filter(([code]) => code !== '');
  const counted = ([code, rows]: readonly [string, number]) => `${code} (${rows} ${rows === 1 ? 'row' : 'rows'})`;
  if (settings.currency !== null) {
    const [missing] = read.unconverted;
    if (missing === undefined) return settings.currency;
    if (settings.rates !== null) {
      throw new Problem(
        'no_rate',
        `there is no rate for ${missing.currency} on ${dayText(missing.day)} or before, which ${missing.file} needs`,
        ['Add a line to the rates: date,currency,rate'],
      );
    }
    const foreign = codes.filter(([code]) => code !== settings.currency);
    throw new Problem(
      'mixed_currencies',
      `the files hold amounts in ${foreign.map(counted).join(', ')}, and no rates convert them to ${settings.currency}`,
      ratesAdvice(foreign),
    );
  }
  const [only] = codes;
  if (codes.length > 1) {
    const [most] = codes.reduce((best, one) => (one[1] > best[1] ? one : best));
    throw new Problem(
      'mixed_currencies',
      `the files hold amounts in several currencies: ${codes.map(counted).join(', ')}; they are never added up as they are`,
      [`Say which one the report is in: --currency ${most}`, ...ratesAdvice(codes.filter(([code]) => code !== most))],
    );
  }
  if (only !== undefined) return only[0];
  if ((read.currencies.get('') ?? 0) > 0) {
    throw new Problem('no_currency', 'no file says which currency its amounts are in', [
      'Say it: --currency EUR, or `currency: EUR` in kpi.yaml',
    ]);
  }
  return null;
}

const ratesAdvice = ([first]: readonly (readonly [string, number])[]): string[] => [
  'Say what one unit of each other is worth in it: --rates rates.csv, with the columns date,currency,rate',
  `or in kpi.yaml, such as rates: { ${first?.[0] ?? 'USD'}: 0.92 }`,
];

/** More rejected rows than allowed make every figure doubtful: no report is written. */
export function refuseRejects(read: Pick<Read, 'files'>, { maxRejects, strict, rejects }: Settings): void {
  const allowed = strict
    ? '--strict allows'
    : 'rows' in maxRejects
      ? `the ${maxRejects.rows} allowed`
      : `the ${toDecimal(maxRejects.percent)} % allowed`;
  for (const { file, account } of read.files) {
    if (account.rejected === 0 || !tooMany(maxRejects, account.rejected, account.read)) continue;
    const samples = account.rejects.slice(0, 5).map(({ record, column, reason, value }) => {
      const where = `record ${record}${column === '' ? '' : `, column "${column}"`}`;
      return `${where}: ${reason.replaceAll('_', ' ')}${value === '' ? '' : ` "${shownValue(column, value)}"`}`;
    });
    throw new Problem(
      'too_many_rejects',
      `${file.path}: ${account.rejected} of ${account.read} rows cannot be read, more than ${allowed}`,
      [
        ...samples,
        ...(account.rejected > 5 ? [`… and ${account.rejected - 5} more`] : []),
        rejects === null ? 'All of them in a file: --rejects rejects.csv' : `All of them are in ${rejects}`,
        strict
          ? 'Correct them in the file, or leave out --strict'
          : 'Correct them in the file, or allow more: --max-rejects 10%',
      ],
      { file: file.path },
    );
  }
}

/** Under `--strict` a source that ends early is an error. */
export function refuseStale(warnings: readonly Warning[], { strict }: Settings): void {
  if (!strict) return;
  const found = warnings.find(({ code }) => code === 'stale' || code === 'no_rows');
  if (found !== undefined)
    throw new Problem(found.code, found.message, ['--strict allows no source that ends early or is empty.']);
}

/** Warnings of files that were passed over, then those of the report. */
export function allWarnings({ plans }: Pick<Reading, 'plans'>, own: readonly Warning[]): Warning[] {
  const passed = plans.passedOver.map(
    ({ code, message, place }): Warning => ({
      code,
      message: `passed over: ${message}`,
      ...(place.file === undefined ? {} : { file: place.file }),
    }),
  );
  return [...passed, ...own];
}

export async function tellWarnings(warnings: readonly Warning[], settings: Settings, io: Io): Promise<void> {
  if (settings.quiet || warnings.length === 0) return;
  await io.err(renderWarnings({ warnings }, { paint: settings.paint.err, lang: settings.lang }));
}
