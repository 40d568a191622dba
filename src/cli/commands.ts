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

/** The commands, in the order of the help. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  report: {
    summary: 'the KPI table per period, and per group with --by',
    takes: '[paths...]',
    options: readingOptions,
    load: () => import('./commands/report.ts'),
  },
  list: {
    summary: 'the KPIs that there are; with --fields the columns that files may have',
    takes: '',
    options: ['group', 'fields', 'format', 'lang', 'noColor'],
    load: () => import('./commands/list.ts'),
  },
};
