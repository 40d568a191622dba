import { type CacheMode, cacheModes } from '../../core/choices.ts';
import { build } from '../process/version.ts';
import { wordOf } from './option-values.ts';

/**
 * Whether earlier runs are remembered: by the command line, else the variable KPI_CACHE, which a machine that tests
 * something has, else the configuration. Not by default if the program runs from its sources: they may have changed
 * since, and their version does not show it.
 */
export function cacheModeOf(
  given: CacheMode | undefined,
  { KPI_CACHE: said = '' }: Readonly<Record<string, string | undefined>>,
  filed: CacheMode | undefined,
): CacheMode {
  const ofMachine = said.trim() === '' ? undefined : wordOf('KPI_CACHE', said, cacheModes);
  return given ?? ofMachine ?? filed ?? (build === 'source' ? 'off' : 'stat');
}
