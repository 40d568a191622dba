import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Problem } from '../../core/problem.ts';
import type { SourceEntry as PlanEntry } from '../../plan/recognise/recognise.ts';
import type { SourceEntry } from '../options/entries.ts';
import type { Settings } from '../options/settings.ts';
import { pathsOf } from './inputs.ts';
import { seen } from './seen.ts';

/** The paths that a run is about: those named, else those of the configuration. */
export const namedPaths = (
  args: readonly string[],
  { sources }: Pick<Settings, 'sources'>,
  cwd: string,
): readonly string[] => (args.length > 0 ? args : sources.map(({ path }) => fileOf(path, cwd)));

/** The file of a path: of `exports.zip/orders.csv`, a table of an archive, the archive. */
function fileOf(path: string, cwd: string): string {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const found = seen(folder, () => statSync(resolve(cwd, folder)));
    if (found?.isFile()) return folder;
    if (found !== null) break;
  }
  return path;
}

/** What the configuration says about each file, by its full path. */
export async function entriesByPath(
  sources: readonly SourceEntry[],
  lenient: boolean,
  cwd: string,
): Promise<Map<string, PlanEntry>> {
  const entries = new Map<string, PlanEntry>();
  const byName = new Set<string>();
  for (const source of sources) {
    const file = fileOf(source.path, cwd);
    if (file !== source.path) {
      entries.set(resolve(cwd, source.path), planEntry(source));
      continue;
    }
    const found = await pathsOf([file], cwd).catch((error: unknown) => {
      if (lenient && error instanceof Problem) return [];
      throw error;
    });
    for (const { path, named } of found) {
      const place = resolve(cwd, path);
      // An entry for a file overrides that for its folder.
      if (entries.has(place) && (!named || byName.has(place))) continue;
      entries.set(place, planEntry(source));
      if (named) byName.add(place);
    }
  }
  return entries;
}

const planEntry = ({ path: _, where: __, ...entry }: SourceEntry): PlanEntry => entry;
