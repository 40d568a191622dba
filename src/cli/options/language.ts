import { findConfig } from '../../config/find.ts';
import { type Language, languages } from '../../core/choices.ts';
import { orNull } from '../../core/or-null.ts';
import type { Io } from '../process/io.ts';
import { canonical } from './option-values.ts';

/** The system's locale, such as `fr_FR.UTF-8`; empty if it has none. */
const said = (env: Io['env'], category: 'LC_MESSAGES' | 'LC_NUMERIC'): string =>
  env.LC_ALL || env[category] || env.LANG || '';

/** French if the system is French, else English. */
export const languageOf = (env: Io['env']): Language => (/^fr/i.test(said(env, 'LC_MESSAGES')) ? 'fr' : 'en');

/**
 * The language before the options are read, or if they cannot be: that of `--lang`, else of the configuration if there
 * is one, else the system's.
 */
export async function languageOfRun(args: readonly string[], { cwd, env }: Pick<Io, 'cwd' | 'env'>): Promise<Language> {
  const asked = oneOf(typedValue(args, '--lang')?.trim().toLowerCase());
  return asked ?? (await languageOfConfig(args, cwd)) ?? languageOf(env);
}

/** The language in the configuration, whatever else may be wrong with it; undefined if it cannot be read. */
async function languageOfConfig(args: readonly string[], cwd: string): Promise<Language | undefined> {
  const path = orNull(() => findConfig(cwd, typedValue(args, '--config')));
  if (path === null) return undefined;
  const { filedLanguage } = await import('../../config/config-language.ts');
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

/** How numbers are written: by the system's locale if it has the same language, else by the default of the language. */
export function systemLocale(env: Io['env'], lang: Language): string {
  const written = said(env, 'LC_NUMERIC')
    .replace(/[.@].*$/, '')
    .replaceAll('_', '-');
  const usual = lang === 'fr' ? 'fr-FR' : 'en-US';
  // To look a locale up takes longer than a small report does.
  if (written === usual || !written.toLowerCase().startsWith(lang)) return usual;
  const tag = canonical(written);
  return tag?.startsWith(lang) === true ? tag : usual;
}
