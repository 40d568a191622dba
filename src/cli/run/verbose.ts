import type { Language } from '../../core/choices.ts';
import { visible } from '../../core/visible.ts';
import { titleOf } from '../../sources/source.ts';
import type { Settings } from '../options/settings.ts';
import type { Plans } from './plans.ts';

const verboseWords: Readonly<Record<Language, Readonly<Record<'colon' | 'engine' | 'chosen', string>>>> = {
  en: { colon: ': ', engine: 'engine', chosen: 'chosen by the size of visits, the memory and what is installed' },
  fr: {
    colon: '\u00a0: ',
    engine: 'moteur',
    chosen: "choisi d'après la taille des visites, la mémoire et ce qui est installé",
  },
};

/** What `--verbose` prints before anything is read: what counts, and what each file was recognised as. */
export function verboseText({ files }: Plans, { engine: asked, lang }: Settings, engine: string): string {
  const { colon, chosen: why } = verboseWords[lang];
  const chosen = asked === 'auto' ? `${engine} (${why})` : engine;
  const lines = files.map(
    ({ path, source, encoding }) => `${visible(path)}${colon}${titleOf(source)[lang]} (${source.id}), ${encoding.name}`,
  );
  return [`${verboseWords[lang].engine}${colon}${chosen}`, ...lines, ''].join('\n');
}
