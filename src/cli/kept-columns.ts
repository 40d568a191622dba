import type { Hash } from '../core/hash.ts';
import { StoredColumns, seedOf } from '../reader/stored-columns.ts';
import { reasonText } from '../store/reason.ts';
import type { Store } from '../store/store.ts';
import type { Io } from './io.ts';
import type { Settings } from './settings.ts';
import { storePlace, storeVersion, userStore } from './user-store.ts';

/** What earlier runs have left of the columns of files, and what keys are hashed with to be found there. */
export interface Stored {
  readonly store: Store;
  readonly columns: StoredColumns;
  readonly seed: Hash;
}

/** The columns that earlier runs have left; null where nothing is kept, which `--verbose` explains. */
export async function storedColumns(settings: Settings, io: Io): Promise<Stored | null> {
  const { cache, rejects, verbose, lang } = settings;
  // Rejected rows are told with their cells, which are not kept.
  if (cache === 'off' || rejects !== null) return null;
  const { store, reason } = userStore(io);
  const secret = store?.secret() ?? null;
  if (store === null || secret === null) {
    const why = reasonText(reason ?? { why: 'no_secret' })[lang];
    if (verbose) await io.err(lang === 'fr' ? `rien n'est conservé\u00a0: ${why}\n` : `nothing is kept: ${why}\n`);
    return null;
  }
  const place = { ...storePlace(io), version: storeVersion(), now: io.now() };
  return { store, columns: new StoredColumns(store, place, cache), seed: seedOf(secret) };
}
