import { ageGrains } from '../core/age.ts';
import {
  cacheModes,
  comparisons,
  engines,
  formats,
  grains,
  languages,
  periodComparisons,
  recordFormats,
} from '../core/choices.ts';
import { dimensions } from '../core/kinds.ts';
import { sameInAll, type Text } from '../core/text.ts';
import { formatsOf } from '../documents/define-document.ts';
import { documents } from '../documents/index.ts';
import { groups } from '../kpis/kpi.ts';

/** What a word is chosen from: a list, or one too long to load for the help. */
export type Words = readonly string[] | 'kpis' | 'zones';

/** An option as it is declared: for the parser, the help, the manual and the completion of shells. */
export interface OptionSpec {
  /** `--period <length>`; a word in angle brackets takes a value, `<file>` and `<folder>` a path. */
  readonly flags: string;
  readonly doc: Text;
  readonly heading: Text;
  /** What its value is chosen from; several separated by commas if it may be given several times. */
  readonly words?: Words;
  /** May be given several times. */
  readonly many?: true;
  /** Accepted, but not shown: it only undoes the configuration. */
  readonly hidden?: true;
}

const words = (list: readonly string[]): string => list.join(', ');
const time: Text = { en: 'Periods:', fr: 'Périodes\u00a0:' };
const what: Text = { en: 'Figures:', fr: 'Chiffres\u00a0:' };
const output: Text = { en: 'Output:', fr: 'Sortie\u00a0:' };
const input: Text = { en: 'Input:', fr: 'Entrée\u00a0:' };
const general: Text = { en: 'General:', fr: 'Général\u00a0:' };

/** What a command prints: several have the flag, each with formats of its own. */
const formatOption = <const F extends string>(formats: readonly F[], usual: F) => ({
  heading: output,
  flags: '--format <name>',
  doc: {
    en: `${words(formats)} (default: ${usual})`,
    fr: `${words(formats)} (par défaut\u00a0: ${usual})`,
  },
  words: formats,
});

/** The shared options, in the order of the help. */
export const options = {
  period: {
    heading: time,
    flags: '--period <length>',
    doc: { en: `${words(grains)} (default: week)`, fr: `${words(grains)} (par défaut\u00a0: week)` },
    words: grains,
  },
  from: { heading: time, flags: '--from <date>', doc: { en: 'first day, YYYY-MM-DD', fr: 'premier jour, AAAA-MM-JJ' } },
  to: { heading: time, flags: '--to <date>', doc: { en: 'last day, YYYY-MM-DD', fr: 'dernier jour, AAAA-MM-JJ' } },
  last: {
    heading: time,
    flags: '--last <n>',
    doc: { en: 'the n complete periods before now', fr: 'les n dernières périodes complètes' },
  },
  all: {
    heading: time,
    flags: '--all',
    doc: { en: 'all periods that the files cover', fr: 'toutes les périodes que couvrent les fichiers' },
  },
  includePartial: {
    heading: time,
    flags: '--include-partial',
    doc: { en: 'also show incomplete periods, marked', fr: 'montrer aussi les périodes incomplètes, signalées' },
  },
  noIncludePartial: {
    heading: time,
    flags: '--no-include-partial',
    doc: { en: 'only complete periods', fr: 'seulement les périodes complètes' },
    hidden: true,
  },
  compare: {
    heading: time,
    flags: '--compare <with>',
    doc: {
      en: `${words(comparisons)} or none, separated by commas`,
      fr: `${words(comparisons)} ou none, séparés par des virgules`,
    },
    words: [...comparisons, 'none'],
    many: true,
  },
  periodCompare: {
    heading: time,
    flags: '--compare <with>',
    doc: {
      en: `${words(periodComparisons)} or none, separated by commas`,
      fr: `${words(periodComparisons)} ou none, séparés par des virgules`,
    },
    words: [...periodComparisons, 'none'],
    many: true,
  },
  timezone: {
    heading: time,
    flags: '--timezone <name>',
    doc: {
      en: 'time zone, such as Europe/Paris (default: that of the system)',
      fr: 'fuseau horaire, par exemple Europe/Paris (par défaut\u00a0: celui du système)',
    },
    words: 'zones',
  },
  asOf: {
    heading: time,
    flags: '--as-of <time>',
    doc: {
      en: 'what counts as now, such as 2026-11-22 (default: the clock)',
      fr: 'date ou heure tenue pour le présent, par exemple 2026-11-22 (par défaut\u00a0: maintenant)',
    },
  },

  kpi: {
    heading: what,
    flags: '--kpi <ids>',
    doc: {
      en: 'the KPIs to show, separated by commas; see kpi list',
      fr: 'les KPI à montrer, séparés par des virgules\u00a0; voir kpi list',
    },
    words: 'kpis',
    many: true,
  },
  group: { heading: what, flags: '--group <names>', doc: sameInAll(words(groups)), words: groups, many: true },
  by: {
    heading: what,
    flags: '--by <dimension>',
    doc: {
      en: `${words(dimensions)} or none; repeat for several`,
      fr: `${words(dimensions)} ou none\u00a0; à répéter pour plusieurs`,
    },
    words: [...dimensions, 'none'],
    many: true,
  },
  currency: {
    heading: what,
    flags: '--currency <code>',
    doc: { en: 'currency of the report, such as EUR', fr: 'devise du rapport, par exemple EUR' },
  },
  rates: {
    heading: what,
    flags: '--rates <file>',
    doc: { en: 'CSV with date, currency and rate', fr: 'CSV des taux de change, avec date, currency et rate' },
  },
  assumeFullHistory: {
    heading: what,
    flags: '--assume-full-history',
    doc: {
      en: 'the files hold every order ever made',
      fr: 'les fichiers contiennent toutes les commandes depuis les débuts de la boutique',
    },
  },
  noAssumeFullHistory: {
    heading: what,
    flags: '--no-assume-full-history',
    doc: { en: 'they do not', fr: 'ils ne les contiennent pas toutes' },
    hidden: true,
  },

  full: {
    heading: output,
    flags: '--full',
    doc: {
      en: 'every KPI that the files supply, in all periods, instead of one screen',
      fr: "tous les KPI que permettent les fichiers, dans toutes les périodes, au lieu d'un seul écran",
    },
  },
  open: {
    heading: output,
    flags: '--open',
    doc: { en: 'show the report as a page in the browser', fr: 'montre le rapport comme page dans le navigateur' },
  },
  title: {
    heading: output,
    flags: '--title <text>',
    doc: { en: 'name of the shop, above the report', fr: 'nom de la boutique, en tête du rapport' },
  },
  format: formatOption(formats, 'table'),
  out: {
    heading: output,
    flags: '--out <file>',
    doc: {
      en: 'write a file in the format of its extension; - also prints; {period}, {from}, {to} are filled in',
      fr: 'écrire un fichier, au format de son extension\u00a0; - affiche en plus le résultat\u00a0; {period}, {from} et {to} sont remplacés',
    },
    many: true,
  },
  lang: {
    heading: output,
    flags: '--lang <code>',
    doc: {
      en: `${words(languages)} (default: that of the system)`,
      fr: `${words(languages)} (par défaut\u00a0: celle du système)`,
    },
    words: languages,
  },
  locale: {
    heading: output,
    flags: '--locale <name>',
    doc: { en: 'how numbers are written, such as fr-FR', fr: 'écriture des nombres, par exemple fr-FR' },
  },
  noPager: {
    heading: output,
    flags: '--no-pager',
    doc: {
      en: 'print long results without a pager (KPI_PAGER, PAGER, less)',
      fr: 'affiche les longs résultats sans pager (KPI_PAGER, PAGER, less)',
    },
  },
  noColor: { heading: output, flags: '--no-color', doc: { en: 'no colours', fr: 'sans couleurs' } },

  strict: {
    heading: input,
    flags: '--strict',
    doc: {
      en: 'allow no rejected rows and no sources that end early',
      fr: "aucune ligne rejetée, aucune source qui s'arrête trop tôt",
    },
  },
  noStrict: { heading: input, flags: '--no-strict', doc: { en: 'as usual', fr: "comme d'habitude" }, hidden: true },
  maxRejects: {
    heading: input,
    flags: '--max-rejects <n>',
    doc: {
      en: 'rejected rows allowed in a file, or P% (default: 5%)',
      fr: 'lignes rejetées admises par fichier, ou P% (par défaut\u00a0: 5%)',
    },
  },
  rejects: {
    heading: input,
    flags: '--rejects <file>',
    doc: { en: 'write the rejected rows', fr: 'écrire les lignes rejetées' },
  },
  engine: {
    heading: input,
    flags: '--engine <name>',
    doc: { en: `${words(engines)} (default: auto)`, fr: `${words(engines)} (par défaut\u00a0: auto)` },
    words: engines,
  },
  threads: {
    heading: input,
    flags: '--threads <n>',
    doc: {
      en: 'threads of the duckdb engine (default: one per core)',
      fr: 'threads du moteur duckdb (par défaut\u00a0: un par cœur)',
    },
  },
  memoryLimit: {
    heading: input,
    flags: '--memory-limit <size>',
    doc: {
      en: 'memory of a run on the duckdb engine, such as 2GB',
      fr: 'mémoire accordée au moteur duckdb, par exemple 2GB',
    },
  },
  tempDir: {
    heading: input,
    flags: '--temp-dir <folder>',
    doc: {
      en: 'where the duckdb engine writes what does not fit in memory',
      fr: 'où le moteur duckdb met ce qui ne tient pas en mémoire',
    },
  },
  cache: {
    heading: input,
    flags: '--cache <by>',
    doc: {
      en: `${words(cacheModes)}: how a file is recognised that an earlier run has read (default: stat)`,
      fr: `${words(cacheModes)}\u00a0: comment reconnaître un fichier qu'une exécution précédente a lu (par défaut\u00a0: stat)`,
    },
    words: cacheModes,
  },
  noCache: {
    heading: input,
    flags: '--no-cache',
    doc: {
      en: 'read every file again, and keep nothing of it',
      fr: "relire chaque fichier, et n'en rien conserver",
    },
  },

  config: {
    heading: general,
    flags: '--config <file>',
    doc: {
      en: 'configuration (default: kpi.yaml in this folder or above)',
      fr: 'configuration (par défaut\u00a0: kpi.yaml, ici ou dans un dossier parent)',
    },
  },
  quiet: {
    heading: general,
    flags: '-q, --quiet',
    doc: { en: 'no warnings, no progress', fr: 'ni avertissements, ni progression' },
  },
  verbose: {
    heading: general,
    flags: '-v, --verbose',
    doc: { en: 'print more about what is done', fr: 'détailler ce qui est fait' },
  },

  dir: {
    heading: output,
    flags: '--out <folder>',
    doc: {
      en: 'where the files are written, one per record kind',
      fr: "où écrire les fichiers, un par type d'enregistrement",
    },
  },
  recordFormat: formatOption(recordFormats, 'csv'),
  reportFormat: formatOption(formatsOf(documents.report), 'table'),
  funnelFormat: formatOption(formatsOf(documents.funnel), 'table'),
  cohortsFormat: formatOption(formatsOf(documents.cohorts), 'table'),
  cohortPeriod: {
    heading: time,
    flags: '--period <length>',
    doc: {
      en: `${words(ageGrains)}: length of a cohort and of its ages (default: month)`,
      fr: `${words(ageGrains)}\u00a0: durée d'une cohorte et unité de ses âges (par défaut\u00a0: month)`,
    },
    words: ageGrains,
  },
  checkFormat: formatOption(formatsOf(documents.checks), 'table'),
  exitZero: {
    heading: output,
    flags: '--exit-zero',
    doc: {
      en: 'exit with 0 whatever the checks say',
      fr: 'se terminer par le code 0, quel que soit le résultat des contrôles',
    },
  },
  errorOnWarning: {
    heading: output,
    flags: '--error-on-warning',
    doc: { en: 'treat warnings of checks as failures', fr: 'un avertissement vaut un échec' },
  },
  suggest: {
    heading: what,
    flags: '--suggest',
    doc: {
      en: 'evaluate nothing: print checks derived from past values, for the main KPIs or those of --kpi',
      fr: "ne rien évaluer\u00a0: proposer des contrôles d'après les valeurs habituelles, pour les principaux KPI ou ceux de --kpi",
    },
  },
  configOut: {
    heading: output,
    flags: '--out <file>',
    doc: {
      en: 'the configuration to write (default: kpi.yaml here); - prints it',
      fr: "la configuration à écrire (par défaut\u00a0: kpi.yaml, ici)\u00a0; - l'affiche",
    },
    many: true,
  },
  hashKeys: {
    heading: output,
    flags: '--hash-keys',
    doc: {
      en: 'replace customer keys by a keyed hash; the key is in the variable KPI_HASH_KEY',
      fr: 'clés des clients remplacées par une empreinte à clé secrète, lue dans la variable KPI_HASH_KEY',
    },
  },

  fields: {
    heading: what,
    flags: '--fields',
    doc: {
      en: 'the record kinds and their fields instead of the KPIs',
      fr: "les types d'enregistrement et leurs champs au lieu des KPI",
    },
  },
  missing: {
    heading: what,
    flags: '--missing',
    doc: {
      en: 'the KPIs that the files do not supply, and the exports that would',
      fr: 'les KPI que les fichiers ne permettent pas, et les exports qui les permettraient',
    },
  },
  formats: {
    heading: what,
    flags: '--formats',
    doc: {
      en: 'the exports that are recognised, and how to export them, instead of the KPIs',
      fr: 'les exports reconnus, et comment les exporter, au lieu des KPI',
    },
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export type OptionName = keyof typeof options;

/** Options of most commands that read files. */
export const readingOptions = (Object.keys(options) as OptionName[]).filter(
  (name) =>
    ![
      'fields',
      'formats',
      'missing',
      'full',
      'title',
      'open',
      'dir',
      'recordFormat',
      'reportFormat',
      'funnelFormat',
      'cohortsFormat',
      'hashKeys',
      'cohortPeriod',
      'periodCompare',
      'checkFormat',
      'exitZero',
      'errorOnWarning',
      'suggest',
      'configOut',
    ].includes(name),
);

/** Values of options as they were typed, by name. */
export type RawOptions = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;
