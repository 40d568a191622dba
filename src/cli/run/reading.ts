import type { Config } from '../../config/load-config.ts';
import type { Kind } from '../../core/kinds.ts';
import { Rates } from '../../core/rates.ts';
import type { Read } from '../../engine/state/read.ts';
import { measuresOf } from '../../kpis/asked-measures.ts';
import { kpis } from '../../kpis/index.ts';
import { kpiNames } from '../../kpis/names.ts';
import '../../measures/index.ts';
import { ReaderThreads } from '../../engine/reader-threads.ts';
import type { ReportSettings } from '../../figures/figure-settings.ts';
import type { Measure } from '../../measures/measure.ts';
import type { FilePlan } from '../../plan/plan.ts';
import { formatIds } from '../../plan/recognise/recognise.ts';
import { givenKinds } from '../../plan/supply.ts';
import { OtherEncoding } from '../../readers/decode.ts';
import { unchangedWhile } from '../../readers/unchanged.ts';
import { sources } from '../../sources/index.ts';
import type { RunOptions } from '../options/parse.ts';
import { configOf } from '../options/run-inputs.ts';
import { type Settings, settingsOf } from '../options/settings.ts';
import type { Io } from '../process/io.ts';
import { type Plans, plansOf } from './plans.ts';
import { writeRejects } from './rejects.ts';
import { currencyOf, refuseSigns, saidCurrency } from './report-currency.ts';
import { engineFor, readWith } from './run-engine.ts';
import { hasTooManyRejects, refuseRejects } from './too-many-rejects.ts';
import { verboseText } from './verbose.ts';

/** The starting point of a command that reads files. */
export interface Reading {
  readonly settings: Settings;
  readonly plans: Plans;
  readonly read: Read;
  /** The report's currency; null if no file has money. */
  readonly currency: string | null;
}

/** The settings of a command line and its configuration. */
export async function settingsFor(options: RunOptions, io: Io, known?: Config | null): Promise<Settings> {
  const config = known === undefined ? await configOf(options, io) : known;
  return settingsOf(options, config, io, { kpis: kpiNames(kpis), formats: () => formatIds(sources) });
}

/** Measures that are asked for: known, or chosen by the kinds of records that the files have. */
type Wanted = readonly Measure[] | null | ((kinds: ReadonlySet<Kind>) => readonly Measure[]);

const chosen = (measures: Wanted, files: readonly FilePlan[]): readonly Measure[] | null =>
  typeof measures === 'function'
    ? measures(new Set(files.flatMap(({ tables, source }) => tables.flatMap((table) => givenKinds(table, source)))))
    : measures;

/** What has been read, before a currency is settled. */
interface ReadFiles extends Omit<Reading, 'currency'> {
  /** The measures that the files are read for; null for any. */
  readonly asked: readonly Measure[] | null;
}

/**
 * Plans and reads all files, for the measures of the KPIs asked for, for those that are named, or for any (null); nothing about the rows
 * is refused yet. `mayBeKept`: records that an earlier run has settled will do, without the cells that cannot be read.
 */
export async function readBy(
  args: readonly string[],
  settings: Settings,
  io: Io,
  measures: Wanted = measuresOf(settings),
  mayBeKept = false,
): Promise<ReadFiles> {
  const threads = new ReaderThreads();
  try {
    // They count for the answers, too, and do not keep the program from ending.
    return await readWithThreads(threads, args, settings, io, measures, mayBeKept);
  } catch (error) {
    await threads.stop();
    throw error;
  }
}

async function readWithThreads(
  threads: ReaderThreads,
  args: readonly string[],
  settings: Settings,
  io: Io,
  measures: Wanted,
  mayBeKept: boolean,
): Promise<ReadFiles> {
  const { zone, options: kpiOptions, channels, currency, rates, verbose } = settings;
  const setting = { zone, options: kpiOptions, channels, currency, rates: rates ?? new Rates() };
  // Whether the rest of a file is in the encoding of its head is seen when it is read.
  let plans = await plansOf(args, settings, io, { byHeads: !verbose, onLong: (input) => threads.meet(input) });
  if (currency !== null) refuseSigns(plans.files, currency);
  const engine = await engineFor(settings, plans.files);
  if (verbose) await io.err(verboseText(plans, settings, engine));
  let asked = chosen(measures, plans.files);
  const reading = (kept = mayBeKept) =>
    unchangedWhile(
      plans.files.map(({ input }) => input),
      () => readWith(engine, plans.files, setting, asked, settings, threads, io, kept),
    );
  const found = await reading().catch(async (error: unknown) => {
    if (!(error instanceof OtherEncoding) || plans.whole === null) throw error;
    await threads.stop();
    plans = await plans.whole();
    asked = chosen(measures, plans.files);
    return reading();
  });
  // The message shows the cells of some of them, which are not kept.
  const read = found.isKept && hasTooManyRejects(found, settings) ? await reading(false) : found;
  await writeRejects(read, settings, io.cwd);
  return { settings, plans, read, asked };
}

/** The same, refusing what no figure can be based on: too many rejected rows, mixed currencies. */
export async function readAllBy(
  args: readonly string[],
  settings: Settings,
  io: Io,
  measures: Wanted = measuresOf(settings),
): Promise<Reading> {
  const { asked, ...reading } = await readBy(args, settings, io, measures, true);
  refuseRejects(reading.read, reading.settings);
  // Counts have no currency: no needless question.
  const asksMoney = asked === null || asked.some(({ unit }) => unit === 'money');
  const { read } = reading;
  return { ...reading, currency: asksMoney ? currencyOf(read, settings) : saidCurrency(read, settings) };
}

/** The report's part of the settings. */
export const reportSettings = ({ settings, currency }: Reading, compare = settings.compare): ReportSettings => ({
  ...settings,
  currency,
  compare,
});
