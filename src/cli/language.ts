import type { Language } from '../core/choices.ts';
import type { Io } from './io.ts';
import { canonical } from './words.ts';

/** The system's word for language and country, such as `fr_FR.UTF-8`; empty where it has none. */
const said = (env: Io['env'], category: 'LC_MESSAGES' | 'LC_NUMERIC'): string =>
  env.LC_ALL || env[category] || env.LANG || '';

/** French where the system is French, else English. */
export const languageOf = (env: Io['env']): Language => (/^fr/i.test(said(env, 'LC_MESSAGES')) ? 'fr' : 'en');

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
