import { Help, type HelpConfiguration } from 'commander';
import type { Language } from '../../core/choices.ts';
import type { Text } from '../../core/text.ts';
import type { CommandEntry } from './command.ts';

/*
 * The help in a language: what commander itself adds, and what follows. The rest are texts of the commands and options.
 */

/** Titles by the word that commander has for them. */
const titles: Readonly<Record<string, Text>> = {
  'Usage:': { en: 'Usage:', fr: 'Utilisation\u00a0:' },
  'Options:': { en: 'Options:', fr: 'Options\u00a0:' },
  'Commands:': { en: 'Commands:', fr: 'Commandes\u00a0:' },
};
const examplesTitle: Text = { en: 'Examples:', fr: 'Exemples\u00a0:' };

/** The words in brackets: nobody types them, so they are translated, too. Those not listed are the same in all languages. */
const places: Readonly<Record<string, Text>> = {
  command: { en: 'command', fr: 'commande' },
  paths: { en: 'paths', fr: 'chemins' },
  length: { en: 'length', fr: 'durée' },
  with: { en: 'with', fr: 'base' },
  name: { en: 'name', fr: 'nom' },
  names: { en: 'names', fr: 'noms' },
  time: { en: 'time', fr: 'moment' },
  file: { en: 'file', fr: 'fichier' },
  folder: { en: 'folder', fr: 'dossier' },
  size: { en: 'size', fr: 'taille' },
  text: { en: 'text', fr: 'texte' },
  by: { en: 'by', fr: 'selon' },
};

/** What is typed, such as `--from <date>`, with the words in brackets in a language. */
export const placed = (term: string, lang: Language): string =>
  term.replace(/(?<=[<[])[a-z]+(?=(\.\.\.)?[>\]])/g, (word) => places[word]?.[lang] ?? word);

/** How commander writes a help in a language. */
export function helpIn(lang: Language): HelpConfiguration {
  const term = (text: string): string => placed(text, lang);
  return {
    sortSubcommands: false,
    styleTitle: (title) => titles[title]?.[lang] ?? title,
    styleUsage: term,
    styleSubcommandTerm: term,
    styleOptionTerm: term,
    boxWrap: (text, width) => kept.boxWrap(text.replaceAll('\u00a0', stay), width).replaceAll(stay, '\u00a0'),
  };
}

/** Commander breaks lines at no-break spaces, too; an unused character takes their place. */
const stay = '\ue000';
const kept = new Help();

/** The examples below the options; not wrapped, so that a line can be copied. */
export const examplesText = ({ examples }: CommandEntry, lang: Language): string =>
  [`\n${examplesTitle[lang]}`, ...examples.map(([does, line]) => `  # ${does[lang]}\n  ${line}`)].join('\n');
