import type { Text } from '../../core/text.ts';
import type { Io } from '../process/io.ts';
import type { Words } from './option-spec.ts';
import type { OptionName } from './options.ts';
import type { RunOptions } from './parse.ts';

/** What a command's module exports. */
export interface CommandModule {
  run(args: readonly string[], options: RunOptions, io: Io): Promise<number>;
}

export interface CommandEntry {
  readonly summary: Text;
  /** What follows the name, such as `[paths...]`. */
  readonly takes: string;
  /** What the first of it is chosen from, if it is no path. */
  readonly words?: Words;
  readonly options: readonly OptionName[];
  /** Of a command that only prints what follows from files: how many arguments precede their paths. */
  readonly pathsFrom?: number;
  /** Two to four command lines, each with its purpose: the end of the help. */
  readonly examples: readonly (readonly [does: Text, line: string])[];
  /** Loaded only when the command runs: the help must appear at once. */
  readonly load: () => Promise<CommandModule>;
}
