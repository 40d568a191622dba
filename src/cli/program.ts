import { Command, type CommanderError, Option } from 'commander';
import { didYouMean, nearest } from '../core/nearest.ts';
import { Problem } from '../core/problem.ts';
import type { CommandEntry } from './commands.ts';
import type { Io } from './io.ts';
import { type OptionSpec, options } from './options.ts';
import { version } from './version.ts';

/** Values of options as they were typed, by name. */
export type RawOptions = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

type Action = (entry: CommandEntry, args: readonly string[], options: RawOptions) => Promise<void>;

/** The command line as commander knows it. It prints into `printed`, never by itself, and ends by throwing. */
export function programOf(
  table: Readonly<Record<string, CommandEntry>>,
  printed: { out: string; err: string },
  io: Io,
  action: Action,
): Command {
  const program = new Command('kpi')
    .description('Works out KPIs of an online shop from the exports of its tools.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureHelp({ sortSubcommands: false })
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: (text) => {
        printed.out += text;
      },
      writeErr: (text) => {
        printed.err += text;
      },
      outputError: () => {},
      getOutHelpWidth: () => io.width,
      getErrHelpWidth: () => io.width,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  program.exitOverride((error) => {
    throw explained(error, program, table);
  });
  for (const [name, entry] of Object.entries(table)) {
    const command = program
      .command(`${name} ${entry.takes}`.trim())
      .summary(entry.summary)
      .description(sentence(entry));
    command.helpOption('-h, --help', 'print this help').exitOverride((error) => {
      throw explained(error, command, table);
    });
    for (const option of entry.options) command.addOption(declared(options[option]));
    command.action((...given: unknown[]) => {
      const paths = given
        .slice(0, -2)
        .flat()
        .filter((path): path is string => typeof path === 'string');
      return action(entry, paths, command.opts());
    });
  }
  return program;
}

const sentence = ({ summary }: CommandEntry): string => `${summary[0]?.toUpperCase()}${summary.slice(1)}.`;

function declared({ flags, doc, heading, many, hidden }: OptionSpec): Option {
  const option = new Option(flags, doc).helpGroup(heading).hideHelp(hidden === true);
  return many ? option.argParser((value: string, before?: readonly string[]) => [...(before ?? []), value]) : option;
}

/** Commander's complaints as ours; its other ways to end (help, version) as they are. */
function explained(error: CommanderError, command: Command, table: Readonly<Record<string, CommandEntry>>): Error {
  const word = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const help = `see ${command.parent ? `kpi ${command.name()}` : 'kpi'} --help`;
  switch (error.code) {
    case 'commander.unknownOption': {
      const flag = word.replace(/=.*$/s, '');
      const known = command.options.flatMap(({ long, short, hidden }) => (hidden ? [] : [long, short]));
      const near = nearest(
        flag,
        known.filter((name) => typeof name === 'string'),
      );
      const elsewhere =
        command.parent === null && Object.values(options).some(({ flags }) => flags.split(/[ ,]+/).includes(flag));
      const advice = elsewhere ? [`options stand behind the command: kpi <command> ${flag}`] : didYouMean(near);
      return new Problem('unknown_option', `unknown option ${flag}`, [...advice, help]);
    }
    case 'commander.unknownCommand': {
      const advice = /[./\\*]/.test(word)
        ? [`to read a file: kpi report ${word}`]
        : didYouMean(nearest(word, Object.keys(table)));
      return new Problem('unknown_command', `unknown command "${word}"`, [...advice, help]);
    }
    case 'commander.optionMissingArgument':
      return new Problem('bad_option', `${word.replace(/^-\w, /, '').replace(/ .*/, '')} needs a value`, [help]);
    case 'commander.missingArgument':
      return new Problem('bad_usage', `kpi ${command.name()} needs a ${word}`, [help]);
    case 'commander.excessArguments':
      return new Problem(
        'bad_usage',
        `kpi ${command.name()} takes no ${command.registeredArguments.length > 0 ? 'further ' : ''}names`,
        [help],
      );
    default:
      return error;
  }
}
