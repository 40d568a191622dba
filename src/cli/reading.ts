import type { Config } from '../config/load.ts';
import type { Reject, RowAccount } from '../core/accounting.ts';
import type { Language } from '../core/choices.ts';
import { toDecimal } from '../core/fraction.ts';
import { Problem } from '../core/problem.ts';
import { Rates } from '../core/rates.ts';
import { rejectText } from '../core/reject-words.ts';
import { andMore, counted, decimal, nouns, quoted, type Text } from '../core/text.ts';
import { visible } from '../core/visible.ts';
import type { Read } from '../facts/read.ts';
import { measuresOf } from '../kpis/asked-measures.ts';
import { kpis } from '../kpis/index.ts';
import { kpiNames } from '../kpis/names.ts';
import '../measures/index.ts';
import type { Warning } from '../figures/figure-model.ts';
import type { ReportSettings } from '../figures/figure-settings.ts';
import type { Measure } from '../measures/measure.ts';
import { renderWarnings } from '../page/quality-lines.ts';
import { formatIds } from '../plan/recognise.ts';
import { OtherEncoding } from '../readers/text.ts';
import { unchangedWhile } from '../readers/unchanged.ts';
import { sources } from '../sources/index.ts';
import { titleOf } from '../sources/source.ts';
import { engineFor, readWith } from './engine.ts';
import type { Io } from './io.ts';
import { type MaxRejects, tooMany } from './max-rejects.ts';
import { unreadWarnings } from './not-read.ts';
import type { RunOptions } from './parse.ts';
import { passedOverWarnings } from './passed-over.ts';
import { type Plans, plansOf } from './plans.ts';
import { shownInMessage, writeRejects } from './rejects.ts';
import { currencyOf, refuseSigns, saidCurrency } from './report-currency.ts';
import { configOf } from './resolve.ts';
import { type Settings, settingsOf } from './settings.ts';
import { zoneWarning } from './zone-warning.ts';

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
  return settingsOf(options, config, io, { kpis: kpiNames(kpis), formats: formatIds(sources) });
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
  const { zone, options: kpiOptions, channels, currency, rates, verbose } = settings;
  const setting = { zone, options: kpiOptions, channels, currency, rates: rates ?? new Rates() };
  // DuckDB, which is soon done with long files, sees for itself whether what is behind their heads is in the same encoding.
  let plans = await plansOf(args, settings, io, settings.engine !== 'memory' && !verbose);
  if (currency !== null) refuseSigns(plans.files, currency);
  const engine = await engineFor(settings, plans.files);
  if (engine === 'memory') plans = (await plans.whole?.()) ?? plans;
  if (verbose) await io.err(verboseText(plans, settings, engine));
  const reading = () =>
    unchangedWhile(
      plans.files.map(({ input }) => input),
      () => readWith(engine, plans.files, setting, measures, settings, io),
    );
  const read = await reading().catch(async (error: unknown) => {
    if (!(error instanceof OtherEncoding) || plans.whole === null) throw error;
    plans = await plans.whole();
    return reading();
  });
  await writeRejects(read, settings, io.cwd);
  return { settings, plans, read };
}

const verboseWords: Readonly<Record<Language, Readonly<Record<'colon' | 'engine' | 'chosen', string>>>> = {
  en: { colon: ': ', engine: 'engine', chosen: 'chosen by size and by what is installed' },
  fr: { colon: '\u00a0: ', engine: 'moteur', chosen: "choisi d'après la taille et ce qui est installé" },
};

/** What `--verbose` tells before anything is read: what counts, and what each file was recognised as. */
function verboseText({ files }: Plans, { engine: asked, lang }: Settings, engine: string): string {
  const { colon, chosen: why } = verboseWords[lang];
  const chosen = asked === 'auto' ? `${engine} (${why})` : engine;
  const lines = files.map(
    ({ path, source, encoding }) => `${visible(path)}${colon}${titleOf(source)[lang]} (${source.id}), ${encoding.name}`,
  );
  return [`${verboseWords[lang].engine}${colon}${chosen}`, ...lines, ''].join('\n');
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
  const asked = measures === undefined ? measuresOf(settings) : measures;
  // Counts have no currency: nothing is asked in vain.
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

/** More rejected rows than allowed make every figure doubtful: no report is written. */
export function refuseRejects(read: Pick<Read, 'files'>, { maxRejects, strict, rejects }: Settings): void {
  const allowed = allowedText(strict, maxRejects);
  for (const { file, account } of read.files) {
    if (account.rejected === 0 || !tooMany(maxRejects, account.rejected, account.read)) continue;
    const lines = counted(account.rejected, nouns.row);
    const cannot = account.rejected === 1 ? 'est illisible' : 'sont illisibles';
    throw new Problem(
      'too_many_rejects',
      {
        en: `${file.path}: ${account.rejected} of ${account.read} rows cannot be read, more than ${allowed.en}`,
        fr: `${file.path}\u00a0: ${lines.fr} sur ${account.read} ${cannot}, ${allowed.fr}`,
      },
      [
        ...account.rejects.slice(0, 5).map(sampleText),
        ...(account.rejected > 5 ? [andMore(account.rejected - 5)] : []),
        rejects === null
          ? {
              en: 'All of them in a file: --rejects rejects.csv',
              fr: 'Pour les avoir toutes dans un fichier\u00a0: --rejects rejects.csv',
            }
          : { en: `All of them are in ${rejects}`, fr: `Elles sont toutes dans ${rejects}` },
        rejectsAdvice(account, file.path, strict),
      ],
      { file: file.path },
    );
  }
}

/** What to do about rows that cannot be read: never to allow so many that nothing would be left. */
function rejectsAdvice({ rejects, rejected, read }: RowAccount, path: string, strict: boolean): Text {
  if (rejects.some(({ reason }) => reason === 'cut_off'))
    return {
      en: 'The file stops in the middle of a row: download it again.',
      fr: "Le fichier s'arrête au milieu d'une ligne\u00a0: téléchargez-le à nouveau.",
    };
  if (strict)
    return {
      en: 'Correct them in the file, or leave out --strict',
      fr: 'Corrigez-les dans le fichier, ou retirez --strict',
    };
  const percent = Math.max(10, Math.ceil((100 * rejected) / read));
  if (percent <= 50)
    return {
      en: `Correct them in the file, or allow more: --max-rejects ${percent}%`,
      fr: `Corrigez-les dans le fichier, ou tolérez-en plus\u00a0: --max-rejects ${percent}%`,
    };
  return {
    en: `Most of its rows cannot be read. What each column is read as: kpi inspect ${path}; another can be named in \`columns\` of its \`sources\` entry`,
    fr: `La plupart de ses lignes sont illisibles. Ce que chaque colonne est censée contenir\u00a0: kpi inspect ${path}\u00a0; une autre peut être indiquée dans \`columns\` de son entrée de \`sources\``,
  };
}

function allowedText(strict: boolean, max: MaxRejects): Text {
  if (strict) return { en: '--strict allows', fr: 'ce que --strict ne permet pas' };
  if ('rows' in max) return { en: `the ${max.rows} allowed`, fr: `au-delà de la limite de ${max.rows}` };
  const percent = decimal(toDecimal(max.percent));
  return { en: `the ${percent.en} % allowed`, fr: `au-delà de la limite de ${percent.fr}\u00a0%` };
}

/** A row that cannot be read, as advice shows it. */
function sampleText({ record, column, reason, value }: Reject): Text {
  const [name, cell, why] = [quoted(column), quoted(shownInMessage(column, value)), rejectText(reason)];
  return {
    en: `record ${record}${column === '' ? '' : `, column ${name.en}`}: ${why.en}${value === '' ? '' : ` ${cell.en}`}`,
    fr: `enregistrement ${record}${column === '' ? '' : `, colonne ${name.fr}`}\u00a0: ${why.fr}${value === '' ? '' : ` (${cell.fr})`}`,
  };
}

/** Under `--strict` a warning that may hide a wrong or missing figure is an error. */
export function refuseStrict(warnings: readonly Warning[], { strict }: Settings): void {
  const found = warnings.find((warning) => warning.strict === true);
  if (!strict || found === undefined) return;
  throw new Problem(found.code, found.message, [
    { en: '--strict makes an error of this warning.', fr: '--strict fait de cet avertissement une erreur.' },
  ]);
}

/** Warnings of files that are not read or were passed over, of times of another zone, then those of the report. */
export function allWarnings(
  { plans, settings }: Pick<Reading, 'plans' | 'settings'>,
  own: readonly Warning[],
): Warning[] {
  const zone = zoneWarning(plans.files, settings.zone, settings.zoneIsSaid);
  return [
    ...unreadWarnings(plans.unread),
    ...passedOverWarnings(plans.passedOver),
    ...(zone === null ? [] : [zone]),
    ...own,
  ];
}

export async function tellWarnings(warnings: readonly Warning[], settings: Settings, io: Io): Promise<void> {
  if (settings.quiet || warnings.length === 0) return;
  await io.err(renderWarnings({ warnings }, { paint: settings.paint.err, lang: settings.lang }));
}
