import type { Io } from './io.ts';
import { type OptionName, readingOptions } from './options.ts';
import type { RunOptions } from './parse.ts';

/** What a command's module exports. */
export interface CommandModule {
  run(args: readonly string[], options: RunOptions, io: Io): Promise<number>;
}

export interface CommandEntry {
  readonly summary: string;
  /** What stands behind the name, such as `[paths...]`. */
  readonly takes: string;
  readonly options: readonly OptionName[];
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

/** The commands, in the order of the help. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  report: {
    summary: 'the KPI table per period, and per group with --by',
    takes: '[paths...]',
    options: readingOptions,
    load: () => import('./commands/report.ts'),
  },
  inspect: {
    summary: 'what each file was recognised as, how it is read, and what became of its rows',
    takes: '[paths...]',
    options: inspectOptions,
    load: () => import('./commands/inspect.ts'),
  },
  explain: {
    summary: 'formula and meaning of a KPI; with paths, the operands of each period',
    takes: '<kpi> [paths...]',
    options: readingOptions.filter((name) => name !== 'kpi' && name !== 'group' && name !== 'compare'),
    load: () => import('./commands/explain.ts'),
  },
  normalize: {
    summary: 'the typed records of the files, one file a record kind',
    takes: '[paths...]',
    options: ['dir', 'recordFormat', 'hashKeys', ...inspectOptions.filter((name) => name !== 'format')],
    load: () => import('./commands/normalize.ts'),
  },
  list: {
    summary:
      'the KPIs that there are, with paths those that the files allow; with --fields the columns that files may have',
    takes: '[paths...]',
    options: ['group', 'fields', ...inspectOptions, 'currency', 'rates'],
    load: () => import('./commands/list.ts'),
  },
};
