import { storeFolder } from '../../store/folder.ts';
import { type Opened, openStore } from '../../store/store.ts';
import type { Io } from '../process/io.ts';
import { build } from '../process/version.ts';

/** Where the store of this user is, and who that is. */
export const storePlace = ({
  env,
}: Pick<Io, 'env'>): { readonly folder: string | null; readonly uid: number | null } => ({
  folder: storeFolder(env, process.platform),
  uid: process.getuid?.() ?? null,
});

/** Opens the store of this user; where there is none, why. */
export function userStore(io: Pick<Io, 'env' | 'now'>): Opened {
  return openStore({ ...storePlace(io), version: storeVersion(), now: io.now() });
}

/** Numbers, dates and zones are read by tables of Node, which differ from version to version. */
export function storeVersion(): string {
  const { node, icu = '', tz = '' } = process.versions;
  return [build, node, icu, tz].join(' ');
}
