import type { Hash } from '../../core/hash.ts';
import { StoredColumns, seedOf } from '../../reader/stored-columns.ts';
import { reasonText, type StoreReason } from '../../store/reason.ts';
import type { Store } from '../../store/store.ts';
import type { Settings } from '../options/settings.ts';
import type { Io } from '../process/io.ts';
import { storePlace, storeVersion, userStore } from './user-store.ts';

/** What earlier runs have left of the columns of files, and what keys are hashed with to be found there. */
export interface Stored {
  readonly store: Store;
  readonly columns: StoredColumns;
  readonly seed: Hash;
  /** Why something could not be kept. */
  readonly failures: readonly StoreReason[];
}

/** The columns that earlier runs have left; null where nothing is kept, which `--verbose` explains. */
export async function storedColumns(settings: Settings, io: Io): Promise<Stored | null> {
  const { cache, rejects } = settings;
  // Rejected rows are told with their cells, which are not kept.
  if (cache === 'off' || rejects !== null) return null;
  const { store, reason } = userStore(io);
  const secret = store?.secret() ?? null;
  if (store === null || secret === null) {
    await tellNotKept(reason ?? { why: 'no_secret' }, settings, io);
    return null;
  }
  const place = { ...storePlace(io), version: storeVersion(), now: io.now() };
  const failures: StoreReason[] = [];
  const heard: Store = {
    ...store,
    put: (...entry) => {
      const why = store.put(...entry);
      if (why !== null) failures.push(why);
      return why;
    },
  };
  return { store: heard, columns: new StoredColumns(heard, place, cache), seed: seedOf(secret), failures };
}

/** Says with `--verbose` why nothing is kept. */
export async function tellNotKept(reason: StoreReason, { verbose, lang }: Settings, io: Io): Promise<void> {
  const why = reasonText(reason)[lang];
  if (verbose) await io.err(lang === 'fr' ? `rien n'est conservé\u00a0: ${why}\n` : `nothing is kept: ${why}\n`);
}
