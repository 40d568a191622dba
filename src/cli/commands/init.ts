import { lstatSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { configNames, findConfig } from '../../config/find.ts';
import { Problem } from '../../core/problem.ts';
import { joined, type Text } from '../../core/text.ts';
import { visible } from '../../core/visible.ts';
import { withBases } from '../../documents/checks/history.ts';
import type { Warning } from '../../figures/figure-model.ts';
import { fileWarnings } from '../../figures/warnings.ts';
import { kpis } from '../../kpis/index.ts';
import type { Unrecognised } from '../../plan/advice/unrecognised-file.ts';
import { seen } from '../files/seen.ts';
import { checkedAsOf, configText, type Setup } from '../init/config-text.ts';
import { initWords } from '../init/init-words.ts';
import { offsetEvidence } from '../init/offsets.ts';
import { candidatesOf, proposalOf } from '../init/proposal.ts';
import { type InitReading, readForInit } from '../init/read-for-init.ts';
import { posix, sourcesLines } from '../init/sources-text.ts';
import type { RunOptions } from '../options/parse.ts';
import type { Settings } from '../options/settings.ts';
import type { Io } from '../process/io.ts';
import { exit } from '../run/failure.ts';
import { reportSettings, settingsFor } from '../run/reading.ts';
import { currencyOf } from '../run/report-currency.ts';
import { allWarnings, tellWarnings } from '../run/run-warnings.ts';
import { createWhole } from '../run/write.ts';

/** `kpi init`: a configuration for the files named, else for those in the working folder. */
export async function run(args: readonly string[], options: RunOptions, io: Io): Promise<number> {
  const outs = options.out ?? ['kpi.yaml'];
  for (const out of outs) if (out !== '-') refuseExisting(out, io.cwd);
  const paths = args.length > 0 ? args : ['.'];
  if (paths.includes('-')) {
    const says = {
      en: 'kpi init takes no standard input: a configuration names files',
      fr: "kpi init ne lit pas l'entrée standard\u00a0: une configuration nomme des fichiers",
    };
    throw new Problem('bad_usage', says, [
      { en: 'write it to a file first', fr: "écrivez-la d'abord dans un fichier" },
    ]);
  }
  const settings = await settingsFor(options, io, null);
  const asked = withBases(candidatesOf(null), kpis, settings.options).map(({ id }) => id);
  const found = await readForInit(paths, { ...settings, kpis: asked }, io);
  const setup = await setupOf(found, settings, options);
  const hidden = outs.flatMap((out) => (out === '-' ? [] : hiddenBy(out, io.cwd)));
  for (const out of outs) {
    const folder = out === '-' ? io.cwd : dirname(resolve(io.cwd, out));
    const place = { folder, cwd: io.cwd };
    const rates = options.rates === undefined ? null : posix(relative(folder, resolve(io.cwd, options.rates)));
    const sources = await sourcesLines(paths, found, place, settings.lang);
    const text = configText(setup, { folder, sources, rates });
    if (out === '-') await io.out(text);
    else await createWhole({ path: resolve(io.cwd, out), shown: out }, text, exists(out));
    if (out !== '-' && !settings.quiet) await io.out(doneText(visible(out), setup));
  }
  await tellWarnings([...hidden, ...warningsOf(found)], settings, io);
  return exit.done;
}

/** An existing file is somebody's work: no option replaces it. */
function refuseExisting(out: string, cwd: string): void {
  const path = resolve(cwd, out);
  // Two configurations in a folder are as bad as a lost one.
  const names = configNames.some((name) => name === basename(path)) ? configNames : [basename(path)];
  const found = names.find(
    (name) => seen(join(dirname(out), name), () => lstatSync(join(dirname(path), name))) !== null,
  );
  if (found !== undefined) throw exists(join(dirname(out), found));
}

/** The configuration that applies to a folder; null for none, or for two of which neither does. */
function aboveOf(folder: string): string | null {
  try {
    return findConfig(folder);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** The warning that a configuration of a folder above has applied to that of the new one, and no longer does. */
function hiddenBy(out: string, cwd: string): Warning[] {
  const path = resolve(cwd, out);
  if (!configNames.some((name) => name === basename(path))) return [];
  const above = aboveOf(dirname(path));
  if (above === null) return [];
  const [old, own] = [visible(relative(cwd, above)), visible(out)];
  return [
    {
      code: 'config_hidden',
      message: {
        en: `${old} no longer applies in the folder of ${own} and below it: only ${own} does. To keep ${old}, add the files to its sources and remove ${own}`,
        fr: `${old} ne s'applique plus dans le dossier de ${own} ni au-dessous\u00a0: seul ${own} s'y applique. Pour garder ${old}, ajoutez les fichiers à ses sources et supprimez ${own}`,
      },
      file: out,
    },
  ];
}

const exists = (path: string): Problem =>
  new Problem(
    'config_exists',
    {
      en: `${path} already exists, and kpi init replaces nothing`,
      fr: `${path} existe déjà, et kpi init ne remplace rien`,
    },
    [
      { en: 'look at what it would write: kpi init --out -', fr: "regardez ce qu'il écrirait\u00a0: kpi init --out -" },
      {
        en: 'or remove the file, or name another: --out FILE',
        fr: 'ou supprimez le fichier, ou indiquez-en un autre\u00a0: --out FICHIER',
      },
    ],
    { file: path },
  );

async function setupOf({ reading, open }: InitReading, settings: Settings, options: RunOptions): Promise<Setup> {
  const { grain: usualGrain, lang } = settings;
  if (reading === null) {
    const currencies = [['', 0]] as const;
    const checks = { currency: settings.currency, usualGrain, lang };
    return {
      settings,
      options,
      currencies,
      offsets: { fits: null, other: null },
      proposal: null,
      isUnmapped: true,
      checks,
    };
  }
  const { plans, read } = reading;
  const currencies = [...read.currencies].sort(([a, rows], [b, others]) => others - rows || (a < b ? -1 : 1));
  const codes = currencies.flatMap(([code]) => (code === '' ? [] : [code]));
  const isMixed = settings.currency === null && codes.length > 1;
  // Among several currencies the user must choose; amounts without any currency can be compared with each other.
  const currency = isMixed || (settings.currency === null && codes.length === 0) ? null : currencyOf(read, settings);
  const isOpen = isMixed || open.length > 0;
  return {
    settings,
    options,
    currencies,
    offsets: offsetEvidence(plans.files, settings.zone),
    proposal: isOpen ? null : await proposalOf(read, reportSettings({ ...reading, currency }, []), null),
    isUnmapped: false,
    checks: { currency, usualGrain, lang },
  };
}

const noDates = (path: string): Warning => ({
  code: 'no_dates',
  message: {
    en: `${path} has no dates: say its first and last day, from and to, in its entry of sources`,
    fr: `${path} n'a pas de dates\u00a0: indiquez son premier et son dernier jour, from et to, dans son entrée de sources`,
  },
  file: path,
});

/** The note on a file of no known format: where its configuration lines are, or that it has none. */
function unknownWarning({ text, entry, code, place }: Unrecognised): Warning {
  const rest: Text =
    entry.length > 0
      ? {
          en: '; the lines that would map them are in its entry of sources, commented out until you have checked them',
          fr: "\u00a0; les lignes qui les associeraient figurent dans son entrée de sources, précédées de # jusqu'à ce que vous les ayez relues",
        }
      : { en: '; it is left out of sources', fr: '\u00a0; il est laissé hors de sources' };
  return { code, message: joined([text, rest]), ...(place.file === undefined ? {} : { file: place.file }) };
}

function warningsOf({ reading, open, unknown }: InitReading): Warning[] {
  const unmapped = unknown.map(unknownWarning);
  if (reading === null) return unmapped;
  const undecided = open.map(({ path, hasNone }) =>
    hasNone
      ? noDates(path)
      : {
          code: 'ambiguous_dates',
          message: {
            en: `the dates of ${path} can be read day first or month first: say date_order in its entry of sources`,
            fr: `les dates de ${path} peuvent se lire jour/mois ou mois/jour\u00a0: indiquez date_order dans son entrée de sources`,
          },
          file: path,
        },
  );
  const all = allWarnings(reading, [...unmapped, ...undecided, ...fileWarnings(reading.read)]);
  // The configuration itself explains the zone.
  return all.filter(({ code }) => code !== 'other_zone');
}

function doneText(out: string, { proposal, settings }: Setup): string {
  const count = proposal?.proposed.length ?? 0;
  const say = initWords[settings.lang];
  if (proposal === null || count === 0) return `${say.done(out, 0, 'kpi report')}\n`;
  const since = checkedAsOf(proposal, settings);
  const check = since === null ? 'kpi check' : `kpi check --as-of ${since}`;
  return `${say.done(out, count, `kpi report, ${check}`)}\n`;
}
