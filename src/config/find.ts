import { statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { ifThere } from '../core/if-there.ts';
import { Problem } from '../core/problem.ts';
import { unreadable } from './unreadable.ts';

export const configNames = ['kpi.yaml', 'kpi.yml', 'kpi.json'] as const;

/**
 * The configuration to use: the one named, else the first found from the folder upwards; null without any. Two in one
 * folder are an error, because it would be unclear which one counts.
 */
export function findConfig(cwd: string, explicit?: string): string | null {
  if (explicit !== undefined) {
    const path = resolve(cwd, explicit);
    if (isFile(path)) return path;
    const says = {
      en: `the configuration ${explicit} does not exist`,
      fr: `la configuration ${explicit} n'existe pas`,
    };
    throw new Problem('no_such_file', says, [
      {
        en: 'check --config, or leave it out to have kpi.yaml looked for',
        fr: 'vérifiez --config, ou retirez-le pour que kpi.yaml soit recherché',
      },
    ]);
  }
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const found: string[] = [];
    for (const name of configNames) if (isFile(join(folder, name))) found.push(name);
    if (found.length > 1) {
      const names = found.map((name) => shown(join(folder, name), cwd));
      throw new Problem(
        'two_configs',
        {
          en: `there are two configurations, ${names.join(' and ')}`,
          fr: `il y a deux configurations, ${names.join(' et ')}`,
        },
        [{ en: 'keep one, or name it by --config', fr: 'gardez-en une, ou indiquez-la avec --config' }],
      );
    }
    if (found[0] !== undefined) return join(folder, found[0]);
    if (dirname(folder) === folder) return null;
  }
}

/** Relative if that is not longer. */
const shown = (path: string, cwd: string): string => {
  const short = relative(cwd, path);
  return short.length > path.length ? path : short;
};

/** Not found because the disk does not answer, a configuration would silently not count. */
function isFile(path: string): boolean {
  try {
    return ifThere(() => statSync(path, { throwIfNoEntry: false }))?.isFile() ?? false;
  } catch (error) {
    throw unreadable(basename(path), error);
  }
}
