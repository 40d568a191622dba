import { dayText } from '../core/civil.ts';
import type { Read } from '../engine/state/read.ts';
import { givenKinds } from '../plan/supply.ts';
import type { FileQuality } from './figure-model.ts';

/** The row accounting of every file. */
export function filesOf(read: Read): FileQuality[] {
  return read.files.map(({ file, account }) => {
    const tables = read.tables.filter((table) => table.file === file);
    const days = tables.flatMap((table) => [...table.days]);
    const [first, last] = days.reduce(
      ([low, high], day) => [Math.min(low, day), Math.max(high, day)],
      [Infinity, -Infinity],
    );
    return {
      path: file.path,
      format: file.source.id,
      kinds: [...new Set(tables.flatMap(({ plan }) => givenKinds(plan, file.source)))],
      read: account.read,
      accepted: account.accepted,
      skipped: account.skipped,
      superseded: account.superseded,
      rejected: account.rejected,
      counts: Object.fromEntries([...account.counts].sort(([a], [b]) => (a < b ? -1 : 1))),
      first: days.length === 0 ? null : dayText(first ?? 0),
      last: days.length === 0 ? null : dayText(last ?? 0),
    };
  });
}
