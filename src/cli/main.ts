import type { Command } from 'commander';
import { commands } from './commands.ts';
import type { CommandEntry } from './options/command.ts';
import { languageOfRun } from './options/language.ts';
import type { OptionName, RawOptions } from './options/options.ts';
import { programOf } from './options/program.ts';
import { cleanUp } from './process/cleanup.ts';
import type { Io } from './process/io.ts';
import { paged } from './process/pager.ts';
import { exit, tellFailure } from './run/failure.ts';

/** Runs a command line; the exit code. */
export async function main(
  args: readonly string[],
  io: Io,
  table: Readonly<Record<string, CommandEntry>> = commands,
): Promise<number> {
  try {
    let code: number = exit.done;
    const action = async (entry: CommandEntry, given: readonly string[], raw: RawOptions): Promise<void> => {
      const { parseOptions } = await import('./options/parse.ts');
      const options = parseOptions(ofCommand(entry, raw));
      const command = await entry.load();
      const own = options.pager === false ? io : paged(io, process.platform);
      const run = (around: Io): Promise<number> => command.run(given, options, around);
      if (entry.pathsFrom === undefined) code = await run(own);
      else {
        const { remembered } = await import('./run/remembered.ts');
        const paths = given.slice(entry.pathsFrom);
        code = await remembered({ command: entry.summary.en, args: given, paths, options }, own, run);
      }
    };
    let printed = { out: '', err: '' };
    const ended = await parsed(programOf(table, args, 'en', printed, io, action), args);
    if (ended?.withHelp) {
      // Only here is it worth finding the language, which may be in a configuration.
      const lang = await languageOfRun(args, io);
      if (lang !== 'en') {
        printed = { out: '', err: '' };
        await parsed(programOf(table, args, lang, printed, io, action), args);
      }
    }
    if (printed.out !== '') await io.out(printed.out);
    if (printed.err !== '') await io.err(printed.err);
    return ended?.code ?? code;
  } catch (error) {
    return tellFailure(error, io, args);
  } finally {
    cleanUp();
  }
}

/** Options that only some commands have, by the flag that they share with others. */
const ownOptions: Readonly<Record<string, readonly OptionName[]>> = {
  format: ['recordFormat', 'reportFormat', 'funnelFormat', 'cohortsFormat', 'checkFormat'],
  out: ['dir'],
  period: ['cohortPeriod'],
  compare: ['periodCompare'],
};

/** The typed values, by the names of the command's options. */
function ofCommand({ options }: CommandEntry, raw: RawOptions): RawOptions {
  const nameOf = (flag: string): string => ownOptions[flag]?.find((name) => options.includes(name)) ?? flag;
  return Object.fromEntries(Object.entries(raw).map(([flag, value]) => [nameOf(flag), value]));
}

/** How a command line without a command ended. */
interface Ended {
  readonly code: number;
  /** Else with the version. */
  readonly withHelp: boolean;
}

/** Runs the program; returns how it ended if that was with the help or the version, else null. */
async function parsed(program: Command, args: readonly string[]): Promise<Ended | null> {
  try {
    await program.parseAsync(args, { from: 'user' });
    return null;
  } catch (error) {
    if (!(error instanceof Error) || !('exitCode' in error) || !('code' in error)) throw error;
    return { code: error.exitCode === 0 ? exit.done : exit.usage, withHelp: error.code !== 'commander.version' };
  }
}
