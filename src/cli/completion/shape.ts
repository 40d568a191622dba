import type { CommandEntry } from '../options/command.ts';
import type { OptionSpec, Words } from '../options/option-spec.ts';
import { options as allOptions } from '../options/options.ts';
import { builtIn } from '../options/program.ts';
import { type Listed, wordsOfList } from './lists.ts';

/** What a place of the command line may hold; `list` is the name of a word list. */
export type Place =
  | { readonly is: 'file' | 'folder' | 'text' }
  | {
      readonly is: 'words';
      readonly list: string;
      /** Several, separated by commas. */
      readonly several: boolean;
    };

export interface OptionShape {
  /** `-q` and `--quiet`. */
  readonly names: readonly string[];
  readonly doc: string;
  readonly many: boolean;
  /** Null if it takes no value. */
  readonly value: { readonly name: string; readonly place: Place } | null;
}

export interface NameShape {
  /** `kpi` of `<kpi>`. */
  readonly name: string;
  readonly place: Place;
  /** Any number of them. */
  readonly many: boolean;
}

export interface CommandShape {
  readonly name: string;
  readonly doc: string;
  readonly names: readonly NameShape[];
  readonly options: readonly OptionShape[];
}

/** A command line as completion sees it: the source of the shells' scripts, in English. */
export interface Shape {
  readonly commands: readonly CommandShape[];
  /** Options before any command. */
  readonly options: readonly OptionShape[];
  readonly lists: ReadonlyMap<string, readonly Listed[]>;
}

/** The shape of the command line for a table of commands. */
export function shapeOf(table: Readonly<Record<string, CommandEntry>>): Shape {
  const lists = new Map<string, readonly Listed[]>();
  /** The list of some words. */
  const named = new Map<string, string>();
  /** Each list exists once, however many places use it. */
  const from = (words: Words, name: string, several: boolean): Place => {
    const said = typeof words === 'string' ? words : words.join(' ');
    const list = named.get(said) ?? (typeof words === 'string' ? words : name);
    named.set(said, list);
    if (!lists.has(list)) lists.set(list, wordsOfList(words));
    return { is: 'words', list, several };
  };
  const option = ({ flags, doc, words, many }: Omit<OptionSpec, 'heading'>, key: string): OptionShape => {
    const value = /<(.*)>/.exec(flags)?.[1];
    const place = value === undefined ? null : words === undefined ? placeOf(value) : from(words, key, many === true);
    return {
      names: flags.split(/[ ,]+/).filter((word) => word.startsWith('-')),
      doc: doc.en,
      many: many === true,
      value: value === undefined || place === null ? null : { name: value, place },
    };
  };
  const commands = Object.entries(table).map(([name, { summary, takes, words, options }]) => ({
    name,
    doc: summary.en,
    names: [...takes.matchAll(/[<[](.+?)(\.\.\.)?[>\]]/g)].map(([, named = '', many], at) => ({
      name: named,
      place: at === 0 && words !== undefined ? from(words, named, false) : placeOf(named),
      many: many !== undefined,
    })),
    options: [
      ...options.flatMap((key) => {
        const spec: OptionSpec = allOptions[key];
        return spec.hidden ? [] : [option(spec, key)];
      }),
      option(builtIn.help, 'help'),
    ],
  }));
  const { name } = builtIn.helpCommand;
  const doc = builtIn.helpCommand.doc.en;
  lists.set(
    'command',
    [...commands, { name, doc }].map((one) => ({ word: one.name, doc: one.doc })),
  );
  const asked: NameShape = { name: 'command', place: { is: 'words', list: 'command', several: false }, many: false };
  return {
    commands: [...commands, { name, doc, names: [asked], options: [] }],
    options: [builtIn.version, builtIn.help].map((spec) => option(spec, '')),
    lists,
  };
}

/** The kind of a value or a name in brackets, by its word. */
function placeOf(name: string): Place {
  if (name === 'folder') return { is: 'folder' };
  return { is: name === 'file' || name === 'paths' ? 'file' : 'text' };
}
