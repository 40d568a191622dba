import { Problem } from '../../core/problem.ts';
import type { Text } from '../../core/text.ts';
import { type Head, headBytes } from '../../readers/decode.ts';
import { named, sizeText } from '../../readers/input.ts';
import { neverClosed } from '../../readers/json-faults.ts';

const exportAgain: Text = { en: 'Export it again.', fr: 'Exportez le fichier à nouveau.' };

/** A file without any text. */
export function emptyFile(path: string): Problem {
  const { en, fr } = named(path);
  return new Problem('empty_file', { en: `${en} is empty`, fr: `${fr} est vide` }, [exportAgain], { file: path });
}

/** JSON of which the head holds no record. */
export function noRecords(path: string, head: Head): Problem {
  if (head.complete)
    return new Problem(
      'not_recognised',
      { en: `${path} holds no records`, fr: `${path} ne contient aucun enregistrement` },
      [exportAgain],
      { file: path },
    );
  const size = sizeText(headBytes);
  return new Problem(
    'record_too_long',
    {
      en: `${path}: its first record is longer than ${size.en}`,
      fr: `${path}\u00a0: son premier enregistrement dépasse ${size.fr}`,
    },
    [neverClosed],
    { file: path },
  );
}
