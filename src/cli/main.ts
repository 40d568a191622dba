import type { Command } from 'commander';
import { cleanUp } from './cleanup.ts';
import { type CommandEntry, commands } from './commands.ts';
import { exit, tellFailure } from './failure.ts';
import type { Io } from './io.ts';
import { programOf, type RawOptions } from './program.ts';

/** Runs a command line; the exit code. */
export async function main(
  args: readonly string[],
  io: Io,
  table: Readonly<Record<string, CommandEntry>> = commands,
): Promise<number> {
  try {
    let code: number = exit.done;
    const printed = { out: '', err: '' };
    const program = programOf(table, printed, io, async (entry, given, raw) => {
      const { parseOptions } = await import('./parse.ts');
      const options = parseOptions(ofCommand(entry, raw));
      const command = await entry.load();
      code = await command.run(given, options, io);
    });
    const ended = await parsed(program, args);
    if (printed.out !== '') await io.out(printed.out);
    if (printed.err !== '') await io.err(printed.err);
    return ended ?? code;
  } catch (error) {
    return tellFailure(error, io, args);
  } finally {
    cleanUp();
  }
}

/** Some commands have other formats, and one writes into a folder. */
function ofCommand({ options }: CommandEntry, { format, out, ...raw }: RawOptions): RawOptions {
  if (options.includes('recordFormat')) return { ...raw, recordFormat: format, dir: out };
  if (options.includes('cohortPeriod')) {
    const { period, ...rest } = raw;
    return { ...rest, cohortPeriod: period, reportFormat: format, out };
  }
  if (options.includes('periodCompare')) {
    const { compare, ...rest } = raw;
    return { ...rest, periodCompare: compare, reportFormat: format, out };
  }
  if (options.includes('checkFormat')) return { ...raw, checkFormat: format, out };
  return options.includes('reportFormat') ? { ...raw, reportFormat: format, out } : { ...raw, format, out };
}

/** Runs the program; the exit code where it ended with the help or the version, else null. */
async function parsed(program: Command, args: readonly string[]): Promise<number | null> {
  try {
    await program.parseAsync(args, { from: 'user' });
    return null;
  } catch (error) {
    if (!(error instanceof Error) || !('exitCode' in error)) throw error;
    return error.exitCode === 0 ? exit.done : exit.usage;
  }
}
