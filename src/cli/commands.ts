import { shells } from '../core/choices.ts';
import type { Io } from './io.ts';
import { type OptionName, readingOptions, type Words } from './options.ts';
import type { RunOptions } from './parse.ts';

/** What a command's module exports. */
export interface CommandModule {
  run(args: readonly string[], options: RunOptions, io: Io): Promise<number>;
}

export interface CommandEntry {
  readonly summary: string;
  /** What stands behind the name, such as `[paths...]`. */
  readonly takes: string;
  /** What the first of it is chosen from, where it is no path. */
  readonly words?: Words;
  readonly options: readonly OptionName[];
  /** Two to four command lines, each with what it is for: the end of the help. */
  readonly examples: readonly (readonly [does: string, line: string])[];
  /** Loaded only when the command runs: the help must come at once. */
  readonly load: () => Promise<CommandModule>;
}

/** Options of commands that read files and work out nothing. */
const inspectOptions: readonly OptionName[] = readingOptions.filter((name) =>
  [
    'timezone',
    'asOf',
    'format',
    'lang',
    'noColor',
    'strict',
    'noStrict',
    'maxRejects',
    'rejects',
    'config',
    'quiet',
    'verbose',
  ].includes(name),
);

/** Those of commands that print a report, which has more formats. */
const reportOptions: readonly OptionName[] = readingOptions.map((name) => (name === 'format' ? 'reportFormat' : name));

/** The commands, in the order of the help. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  init: {
    summary: 'writes a kpi.yaml for the files, with checks made from what was usual',
    takes: '[paths...]',
    options: [
      'period',
      'currency',
      'rates',
      'configOut',
      ...inspectOptions.filter((name) => !['format', 'rejects', 'config'].includes(name)),
    ],
    examples: [
      ['a kpi.yaml for a folder; kpi report and kpi check then need no paths', 'kpi init exports/'],
      ['to look at it first', 'kpi init exports/ --out -'],
      ['for a shop that looks at months', 'kpi init exports/ --period month --timezone Europe/Paris'],
    ],
    load: () => import('./commands/init.ts'),
  },
  report: {
    summary: 'the KPI table per period, and per group with --by',
    takes: '[paths...]',
    options: reportOptions,
    examples: [
      ['the last 4 complete weeks, by channel', 'kpi report exports/ --last 4 --by channel'],
      [
        'three KPIs by month, each beside the year before',
        'kpi report exports/ --period month --kpi net_sales,orders,cac --compare year',
      ],
      ['a file for other programs, named after its days', 'kpi report exports/ --out "reports/{from} to {to}.json"'],
    ],
    load: () => import('./commands/report.ts'),
  },
  funnel: {
    summary: 'the conversion funnel, from impressions to repeat purchases: rates, losses, and where most is lost',
    takes: '[paths...]',
    options: [
      ...readingOptions
        .filter((name) => !['kpi', 'group', 'format'].includes(name))
        .map((name) => (name === 'compare' ? 'periodCompare' : name)),
      'reportFormat',
    ],
    examples: [
      ['the last complete week against the one before', 'kpi funnel exports/'],
      ['one funnel a channel, of the last 3 months', 'kpi funnel exports/ --period month --last 3 --by channel'],
      ['for a wiki, and one figure a line for a spreadsheet', 'kpi funnel exports/ --out funnel.md --out funnel.csv'],
      ['as a page with a picture', 'kpi funnel exports/ --out funnel.html'],
    ],
    load: () => import('./commands/funnel.ts'),
  },
  check: {
    summary: 'evaluates the checks of kpi.yaml: 1 where one fails, for CI',
    takes: '[paths...]',
    options: [
      ...readingOptions.filter(
        (name) => !['group', 'by', 'compare', 'format', 'includePartial', 'noIncludePartial'].includes(name),
      ),
      'checkFormat',
      'exitZero',
      'errorOnWarning',
      'suggest',
    ],
    examples: [
      ['the last complete week against kpi.yaml', 'kpi check exports/'],
      [
        'annotations for GitHub, and a file for its reports',
        'kpi check exports/ --format github --out - --out junit.xml',
      ],
      ['yesterday, as if it were the 22nd', 'kpi check exports/ --period day --as-of 2026-11-22'],
      ['checks to begin with, made from what was usual', 'kpi check exports/ --suggest'],
    ],
    load: () => import('./commands/check.ts'),
  },
  cohorts: {
    summary: 'customers by the period of their first order: retention, sales and margin by age',
    takes: '[paths...]',
    options: [
      'cohortPeriod',
      ...readingOptions.filter((name) => !['period', 'kpi', 'group', 'compare', 'format'].includes(name)),
      'reportFormat',
    ],
    examples: [
      ['the customers of the last 12 months, month by month', 'kpi cohorts exports/'],
      ['by week, of one quarter', 'kpi cohorts exports/ --period week --from 2026-07-01 --to 2026-09-30'],
      ['as a page of heat maps, channel by channel', 'kpi cohorts exports/ --by channel --out cohorts.html'],
      ['all there is, one figure a line, for a spreadsheet', 'kpi cohorts exports/ --all --format csv'],
    ],
    load: () => import('./commands/cohorts.ts'),
  },
  inspect: {
    summary: 'what each file was recognised as, how it is read, and what became of its rows',
    takes: '[paths...]',
    options: inspectOptions,
    examples: [
      ['what a file was taken for, and which column became which field', 'kpi inspect exports/orders.csv'],
      [
        'all files, and the rows that cannot be read in a file of their own',
        'kpi inspect exports/ --rejects rejects.csv',
      ],
    ],
    load: () => import('./commands/inspect.ts'),
  },
  explain: {
    summary: 'formula and meaning of a KPI; with paths, the operands of each period',
    takes: '<kpi> [paths...]',
    words: 'kpis',
    options: readingOptions.filter((name) => name !== 'kpi' && name !== 'group' && name !== 'compare'),
    examples: [
      ['the formula of a KPI, and what it leaves out', 'kpi explain average_order_value'],
      ['what it was made of in each of the last 4 weeks', 'kpi explain cac exports/ --last 4'],
      ['the same by channel, for a spreadsheet', 'kpi explain cac exports/ --last 4 --by channel --format csv'],
    ],
    load: () => import('./commands/explain.ts'),
  },
  normalize: {
    summary: 'the typed records of the files, one file a record kind',
    takes: '[paths...]',
    options: ['dir', 'recordFormat', 'hashKeys', ...inspectOptions.filter((name) => name !== 'format')],
    examples: [
      ['all records as CSV, to check them in any other tool', 'kpi normalize exports/ --out records/'],
      ['in typed columns, for DuckDB or pandas', 'kpi normalize exports/ --out records/ --format parquet'],
      [
        'without the names of customers; KPI_HASH_KEY holds a secret',
        'kpi normalize exports/ --out records/ --hash-keys',
      ],
    ],
    load: () => import('./commands/normalize.ts'),
  },
  list: {
    summary:
      'the KPIs that there are, with paths those that the files allow; with --fields the columns that files may have',
    takes: '[paths...]',
    options: ['group', 'fields', ...inspectOptions, 'currency', 'rates'],
    examples: [
      ['the KPIs of some groups', 'kpi list --group acquisition,customers'],
      ['those that the files allow', 'kpi list exports/'],
      ['the columns that a file made by hand may have', 'kpi list --fields'],
    ],
    load: () => import('./commands/list.ts'),
  },
  completion: {
    summary: 'a script that completes commands, options and values in bash, zsh or fish',
    takes: '<shell>',
    words: shells,
    options: [],
    examples: [
      [
        'for bash, with the package bash-completion',
        'kpi completion bash > ~/.local/share/bash-completion/completions/kpi',
      ],
      ['for zsh, into a folder of $fpath', 'kpi completion zsh > ~/.zfunc/_kpi'],
      ['for fish', 'kpi completion fish > ~/.config/fish/completions/kpi.fish'],
    ],
    load: () => import('./commands/completion.ts'),
  },
};
