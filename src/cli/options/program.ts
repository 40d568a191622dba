import { Command, type CommanderError, Option } from 'commander';
import type { Language } from '../../core/choices.ts';
import { didYouMean, nearest } from '../../core/nearest.ts';
import { Problem } from '../../core/problem.ts';
import type { Text } from '../../core/text.ts';
import type { Io } from '../process/io.ts';
import { version } from '../process/version.ts';
import type { CommandEntry } from './command.ts';
import { optionsInFrench } from './french-words.ts';
import { examplesText, helpIn } from './help.ts';
import type { OptionSpec, Words } from './option-spec.ts';
import { needsValue, oneOf } from './option-values.ts';
import { options, type RawOptions } from './options.ts';

/** What every command line has besides the commands and their options. */
export const builtIn = {
  version: { flags: '-V, --version', doc: { en: 'print the version', fr: 'afficher la version' } },
  help: { flags: '-h, --help', doc: { en: 'print this help', fr: 'afficher cette aide' } },
  helpCommand: {
    name: 'help',
    takes: '[command]',
    doc: { en: 'print the help of a command', fr: "afficher l'aide d'une commande" },
  },
} as const;

const about: Text = {
  en: 'Calculates the KPIs of an online shop from the exports of its tools.',
  fr: "Calcule les KPI d'une boutique en ligne à partir des exports de ses outils.",
};

type Action = (entry: CommandEntry, args: readonly string[], options: RawOptions) => Promise<void>;

/**
 * The command line as commander knows it, with its help in a language. It prints into `printed`, never by itself, and
 * ends by throwing. If `args` begin with a command, no other one has its options.
 */
export function programOf(
  table: Readonly<Record<string, CommandEntry>>,
  args: readonly string[],
  lang: Language,
  printed: { out: string; err: string },
  io: Io,
  action: Action,
): Command {
  const { help, helpCommand } = builtIn;
  const [first = ''] = args;
  const program = new Command('kpi')
    .description(about[lang])
    .version(version, builtIn.version.flags, builtIn.version.doc[lang])
    .helpOption(help.flags, help.doc[lang])
    .helpCommand(`${helpCommand.name} ${helpCommand.takes}`, helpCommand.doc[lang])
    .configureHelp(helpIn(lang))
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
      .summary(entry.summary[lang])
      .description(sentence(entry.summary[lang]));
    command
      .helpOption(help.flags, help.doc[lang])
      .addHelpText('after', () => examplesText(entry, lang))
      .exitOverride((error) => {
        throw explained(error, command, table);
      });
    const isOther = first !== name && Object.hasOwn(table, first);
    if (!isOther) for (const option of entry.options) command.addOption(declared(options[option], lang));
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

const sentence = (summary: string): string => `${summary[0]?.toUpperCase()}${summary.slice(1)}.`;

function declared({ flags, doc, heading, many, hidden }: OptionSpec, lang: Language): Option {
  const option = new Option(flags, doc[lang]).helpGroup(heading[lang]).hideHelp(hidden === true);
  return many ? option.argParser((value: string, before?: readonly string[]) => [...(before ?? []), value]) : option;
}

/** Commander's complaints as ours; its other ways to end (help, version) unchanged. */
function explained(error: CommanderError, command: Command, table: Readonly<Record<string, CommandEntry>>): Error {
  const word = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const asked = `${command.parent ? `kpi ${command.name()}` : 'kpi'} --help`;
  const help = { en: `see ${asked}`, fr: `voir ${asked}` };
  switch (error.code) {
    case 'commander.unknownOption': {
      const flag = word.replace(/=.*$/s, '');
      const says = { en: `unknown option ${flag}`, fr: `option inconnue ${flag}` };
      return new Problem('unknown_option', says, [...optionAdvice(flag, command, table), help]);
    }
    case 'commander.unknownCommand':
      return unknownCommand(word, table, help);
    case 'commander.help': {
      // Commander answers `kpi help lst` with the whole help.
      const [first, asked] = command.args;
      const wrong = command.parent === null && first === builtIn.helpCommand.name && asked !== undefined;
      return wrong && asked !== first && !Object.hasOwn(table, asked) ? unknownCommand(asked, table, help) : error;
    }
    case 'commander.optionMissingArgument':
      return new Problem('bad_option', needsValue(word.replace(/^-\w, /, '').replace(/ .*/, '')), [help]);
    case 'commander.missingArgument': {
      const name = command.name();
      const wanted = { en: `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`, fr: `un argument\u00a0: ${word}` };
      const says = { en: `kpi ${name} needs ${wanted.en}`, fr: `kpi ${name} attend ${wanted.fr}` };
      return new Problem('bad_usage', says, [...choice(table[name]?.words), help]);
    }
    case 'commander.excessArguments': {
      const [name, takesSome] = [command.name(), command.registeredArguments.length > 0];
      const says = {
        en: `kpi ${name} takes no ${takesSome ? 'further ' : ''}names`,
        fr: `kpi ${name} ne prend pas ${takesSome ? "d'autres noms" : 'de noms'}`,
      };
      return new Problem('bad_usage', says, [help]);
    }
    default:
      return error;
  }
}

/** The words themselves, if they are few. */
const choice = (words: Words | undefined): Text[] => (typeof words === 'object' ? [oneOf(words)] : []);

function unknownCommand(word: string, table: Readonly<Record<string, CommandEntry>>, help: Text): Problem {
  const advice = /[./\\*]/.test(word)
    ? [{ en: `to read a file: kpi report ${word}`, fr: `pour lire un fichier\u00a0: kpi report ${word}` }]
    : didYouMean(nearest(word, [...Object.keys(table), builtIn.helpCommand.name]));
  const says = { en: `unknown command "${word}"`, fr: `commande inconnue «\u00a0${word}\u00a0»` };
  return new Problem('unknown_command', says, [...advice, help]);
}

/** What was perhaps meant by an option that a command does not have: a similar one, or the same of another command. */
function optionAdvice(flag: string, command: Command, table: Readonly<Record<string, CommandEntry>>): Text[] {
  const named = ({ flags }: OptionSpec) => flags.split(/[ ,]+/).includes(flag);
  const takers = Object.entries(table).flatMap(([name, entry]) =>
    entry.options.some((option) => named(options[option])) ? [`kpi ${name}`] : [],
  );
  if (takers.length > 0 && command.parent === null) {
    return [
      {
        en: `options follow the command: kpi <command> ${flag}`,
        fr: `les options se placent après la commande\u00a0: kpi <commande> ${flag}`,
      },
    ];
  }
  if (takers.length > 0) {
    const list = takers.join(', ');
    return [{ en: `it is an option of ${list}`, fr: `c'est une option de ${list}` }];
  }
  // A single letter is as near to any other.
  if (/^-.$/u.test(flag)) return [];
  const known = command.options.flatMap(({ long, hidden }) => (hidden || !long ? [] : [long]));
  const all = [...known, '--help'];
  const french = optionsInFrench(flag, all);
  return didYouMean(french.length > 0 ? french : nearest(flag, all));
}
