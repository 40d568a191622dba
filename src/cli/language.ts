import { findConfig } from '../config/find.ts';
import { type Language, languages } from '../core/choices.ts';
import { orNull } from '../core/or-null.ts';
import type { Io } from './io.ts';
import { canonical } from './option-values.ts';

/** The system's word for language and country, such as `fr_FR.UTF-8`; empty where it has none. */
const said = (env: Io['env'], category: 'LC_MESSAGES' | 'LC_NUMERIC'): string =>
  env.LC_ALL || env[category] || env.LANG || '';

/** French where the system is French, else English. */
export const languageOf = (env: Io['env']): Language => (/^fr/i.test(said(env, 'LC_MESSAGES')) ? 'fr' : 'en');

/**
 * The language of what a command line says before its options are read, or when they cannot be: the one that `--lang` names, else
 * that of the configuration where there is one, else the system's.
 */
export async function languageOfRun(args: readonly string[], { cwd, env }: Pick<Io, 'cwd' | 'env'>): Promise<Language> {
  const asked = oneOf(typedValue(args, '--lang')?.trim().toLowerCase());
  return asked ?? (await languageOfConfig(args, cwd)) ?? languageOf(env);
}

/** What the configuration says, whatever else may be wrong with it; nothing where none can be read. */
async function languageOfConfig(args: readonly string[], cwd: string): Promise<Language | undefined> {
  const path = orNull(() => findConfig(cwd, typedValue(args, '--config')));
  if (path === null) return undefined;
  const { filedLanguage } = await import('../config/config-language.ts');
  return oneOf(await filedLanguage(path).catch(() => undefined));
}

const oneOf = (word: unknown): Language | undefined => languages.find((lang) => lang === word);

/** The last value of an option as it was typed, before `--`. */
function typedValue(args: readonly string[], option: string): string | undefined {
  const end = args.indexOf('--');
  const own = end === -1 ? args : args.slice(0, end);
  const at = own.findLastIndex((arg) => arg === option || arg.startsWith(`${option}=`));
  return own[at] === option ? own[at + 1] : own[at]?.slice(option.length + 1);
}

/** How numbers are written: as the system says where that is of the language, else as the language does at home. */
export function systemLocale(env: Io['env'], lang: Language): string {
  const tag = canonical(
    said(env, 'LC_NUMERIC')
      .replace(/[.@].*$/, '')
      .replaceAll('_', '-'),
  );
  if (tag?.startsWith(lang)) return tag;
  return lang === 'fr' ? 'fr-FR' : 'en-US';
}
