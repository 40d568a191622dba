import { ageGrains } from '../core/age.ts';
import {
  checkFormats,
  comparisons,
  engines,
  formats,
  grains,
  languages,
  periodComparisons,
  recordFormats,
  reportFormats,
} from '../core/choices.ts';
import { dimensions } from '../core/kinds.ts';
import { groups } from '../kpis/kpi.ts';

/** What a word is chosen from: a list, or one that is too long to be loaded for a help. */
export type Words = readonly string[] | 'kpis' | 'zones';

/** An option as it is declared: for the parser, the help, the manual and the completion of shells. */
export interface OptionSpec {
  /** `--period <length>`; a word in angle brackets takes a value, `<file>` and `<folder>` a path. */
  readonly flags: string;
  readonly doc: string;
  readonly heading: string;
  /** What its value is chosen from; several parted by commas where it may be given several times. */
  readonly words?: Words;
  /** May be given several times. */
  readonly many?: true;
  /** Understood, but not shown: it only takes back what the configuration says. */
  readonly hidden?: true;
}

const words = (list: readonly string[]): string => list.join(', ');
const time = 'Periods:';
const what = 'Figures:';
const output = 'Output:';
const input = 'Input:';
const general = 'General:';

/** The shared options, in the order of the help. */
export const options = {
  period: { heading: time, flags: '--period <length>', doc: `${words(grains)} (default: week)`, words: grains },
  from: { heading: time, flags: '--from <date>', doc: 'first day, YYYY-MM-DD' },
  to: { heading: time, flags: '--to <date>', doc: 'last day, YYYY-MM-DD' },
  last: { heading: time, flags: '--last <n>', doc: 'the n complete periods before now' },
  all: { heading: time, flags: '--all', doc: 'all periods that the files hold' },
  includePartial: { heading: time, flags: '--include-partial', doc: 'show periods that are not complete, marked' },
  noIncludePartial: { heading: time, flags: '--no-include-partial', doc: 'only complete periods', hidden: true },
  compare: {
    heading: time,
    flags: '--compare <with>',
    doc: `${words(comparisons)} or none, parted by commas`,
    words: [...comparisons, 'none'],
    many: true,
  },
  periodCompare: {
    heading: time,
    flags: '--compare <with>',
    doc: `${words(periodComparisons)} or none, parted by commas`,
    words: [...periodComparisons, 'none'],
    many: true,
  },
  timezone: {
    heading: time,
    flags: '--timezone <name>',
    doc: 'such as Europe/Paris (default: that of the system)',
    words: 'zones',
  },
  asOf: { heading: time, flags: '--as-of <time>', doc: 'what counts as now, such as 2026-11-22 (default: the clock)' },

  kpi: {
    heading: what,
    flags: '--kpi <ids>',
    doc: 'the KPIs to show, parted by commas; see kpi list',
    words: 'kpis',
    many: true,
  },
  group: { heading: what, flags: '--group <names>', doc: words(groups), words: groups, many: true },
  by: {
    heading: what,
    flags: '--by <dimension>',
    doc: `${words(dimensions)} or none; several times for several`,
    words: [...dimensions, 'none'],
    many: true,
  },
  currency: { heading: what, flags: '--currency <code>', doc: 'currency of the report, such as EUR' },
  rates: { heading: what, flags: '--rates <file>', doc: 'CSV with date, currency and rate' },
  assumeFullHistory: { heading: what, flags: '--assume-full-history', doc: 'the files hold every order ever made' },
  noAssumeFullHistory: { heading: what, flags: '--no-assume-full-history', doc: 'they do not', hidden: true },

  format: { heading: output, flags: '--format <name>', doc: `${words(formats)} (default: table)`, words: formats },
  out: {
    heading: output,
    flags: '--out <file>',
    doc: 'write a file, its format by its ending; - prints as well; {period}, {from}, {to} are filled in',
    many: true,
  },
  lang: {
    heading: output,
    flags: '--lang <code>',
    doc: `${words(languages)} (default: that of the system)`,
    words: languages,
  },
  locale: { heading: output, flags: '--locale <name>', doc: 'how numbers are written, such as fr-FR' },
  noColor: { heading: output, flags: '--no-color', doc: 'no colours' },

  strict: { heading: input, flags: '--strict', doc: 'no rejected row, no source that ends early' },
  noStrict: { heading: input, flags: '--no-strict', doc: 'as usual', hidden: true },
  maxRejects: {
    heading: input,
    flags: '--max-rejects <n>',
    doc: 'rejected rows allowed in a file, or P% (default: 5%)',
  },
  rejects: { heading: input, flags: '--rejects <file>', doc: 'write the rejected rows' },
  engine: { heading: input, flags: '--engine <name>', doc: `${words(engines)} (default: auto)`, words: engines },
  threads: { heading: input, flags: '--threads <n>', doc: 'threads of the duckdb engine (default: one a core)' },
  memoryLimit: {
    heading: input,
    flags: '--memory-limit <size>',
    doc: 'memory of a run on the duckdb engine, such as 2GB',
  },
  tempDir: { heading: input, flags: '--temp-dir <folder>', doc: 'where the duckdb engine puts what exceeds it' },

  config: { heading: general, flags: '--config <file>', doc: 'configuration (default: kpi.yaml here or above)' },
  quiet: { heading: general, flags: '-q, --quiet', doc: 'no warnings, no progress' },
  verbose: { heading: general, flags: '-v, --verbose', doc: 'tell more of what is done' },

  dir: { heading: output, flags: '--out <folder>', doc: 'where the files are written, one a record kind' },
  recordFormat: {
    heading: output,
    flags: '--format <name>',
    doc: `${words(recordFormats)} (default: csv)`,
    words: recordFormats,
  },
  reportFormat: {
    heading: output,
    flags: '--format <name>',
    doc: `${words(reportFormats)} (default: table)`,
    words: reportFormats,
  },
  cohortPeriod: {
    heading: time,
    flags: '--period <length>',
    doc: `${words(ageGrains)}: of a cohort and of its ages (default: month)`,
    words: ageGrains,
  },
  checkFormat: {
    heading: output,
    flags: '--format <name>',
    doc: `${words(checkFormats)} (default: table)`,
    words: checkFormats,
  },
  exitZero: { heading: output, flags: '--exit-zero', doc: 'end with 0 whatever the checks say' },
  errorOnWarning: { heading: output, flags: '--error-on-warning', doc: 'a check that warns fails' },
  suggest: {
    heading: what,
    flags: '--suggest',
    doc: 'evaluate nothing: print checks made from what was usual, for the main KPIs or those of --kpi',
  },
  configOut: {
    heading: output,
    flags: '--out <file>',
    doc: 'the configuration to write (default: kpi.yaml here); - prints it',
    many: true,
  },
  hashKeys: {
    heading: output,
    flags: '--hash-keys',
    doc: 'customer keys as a keyed hash; the key is in the variable KPI_HASH_KEY',
  },

  fields: { heading: what, flags: '--fields', doc: 'the record kinds and their fields instead of the KPIs' },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export type OptionName = keyof typeof options;

/** What most commands that read files take. */
export const readingOptions = (Object.keys(options) as OptionName[]).filter(
  (name) =>
    ![
      'fields',
      'dir',
      'recordFormat',
      'reportFormat',
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
