import { relative, resolve } from 'node:path';
import { Problem } from '../../core/problem.ts';
import { sameInAll } from '../../core/text.ts';
import { yamlText } from '../../plan/yaml-text.ts';
import type { Settings } from '../options/settings.ts';

/** How the configuration writes the path of a file: as it is found from the configuration's own folder. */
export const writtenFrom =
  ({ configFolder }: Pick<Settings, 'configFolder'>, cwd: string) =>
  (path: string): string =>
    relative(configFolder, resolve(cwd, path)) || path;

/**
 * A problem with a file whose advice names it as the configuration writes it. People see paths as they named them, but a line for
 * `sources` with such a path has no effect in a configuration that is in another folder.
 */
export function asWritten(error: unknown, path: string, written: string): unknown {
  if (!(error instanceof Problem) || path === written) return error;
  const [named, own] = [path, written].map((one) => `    - path: ${yamlText(one)}`);
  const advice = error.advice.map((line) => (line.en === named ? sameInAll(own!) : line));
  return Object.assign(error, { advice });
}
