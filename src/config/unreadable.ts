import { Problem } from '../core/problem.ts';

/** That a configuration cannot be read. */
export const unreadable = (shown: string, error: unknown): Problem => {
  const { code } = error as NodeJS.ErrnoException;
  return new Problem(
    'unreadable',
    { en: `${shown} cannot be read (${code})`, fr: `${shown} ne peut pas être lu (${code})` },
    [{ en: 'check that the file may be read', fr: 'vérifiez que vous avez le droit de lire le fichier' }],
  );
};
