import { createHash } from 'node:crypto';
import type { KeptFacts } from '../../engine/load/index.ts';
import type { FilePlan } from '../../plan/plan.ts';
import { sources } from '../../sources/index.ts';
import { identityOf } from '../../store/file-identity.ts';
import type { Store } from '../../store/store.ts';
import { costInput } from '../files/cost-input.ts';
import type { Settings } from '../options/settings.ts';
import type { Io } from '../process/io.ts';
import { planText } from './kept-plans.ts';

/**
 * Where the settled records of files are kept: by the state of all of them, how each is read, and what decides which
 * records count. Null where a file has no state that can be recognised, such as a member of an archive.
 */
export function keptFacts(
  store: Store,
  files: readonly FilePlan[],
  settings: Settings,
  io: Pick<Io, 'now'>,
): KeptFacts | null {
  const { cache, costs, options, zone, channels, currency, rates, limits } = settings;
  if (cache === 'off') return null;
  const costPath = costInput(costs).path;
  const keyNow = (): string | null => {
    const states = files.map(({ input: { disk, path } }) =>
      disk === null ? (path === costPath ? costs : null) : identityOf(disk, cache, io.now()),
    );
    const plans = files.map((file) => planText(file, sources));
    if ([...states, ...plans].includes(null)) return null;
    const hashed = plans.map((text) => createHash('sha256').update(text!).digest('hex'));
    return JSON.stringify({ states, hashed, rates: rates?.text, options, zone: zone.name, channels, currency, limits });
  };
  const key = keyNow();
  if (key === null) return null;
  return {
    find: () => store.get('facts', key),
    keep: (parts) => {
      if (keyNow() === key) store.put('facts', key, parts);
    },
  };
}
