import { platformKey } from '../core/platforms.ts';
import { blocks } from './blocks.ts';
import type { Memory } from './context.ts';

/**
 * The columns with the origin of records: files of one format may each be of another store, account, platform or
 * network.
 */
const tellers = ['store', 'account', 'platform', 'network', 'tool'] as const;

/**
 * By table, the one store, account, platform or network that all its records name. A table whose records name several,
 * or none, is not included.
 */
export function onlySources({ facts }: Memory): ReadonlyMap<number, string> {
  const found = new Map<number, string | null>();
  for (const kind of ['order', 'spend', 'social', 'email'] as const) {
    const own = facts.get(kind);
    if (own === undefined) continue;
    const named = own.combos.all.map((words) => {
      const told = tellers.map((name) => {
        const word = words[name] ?? '';
        return name === 'platform' ? platformKey(word) : word.toLowerCase();
      });
      return told.every((word) => word === '') ? null : told.join('\u0001');
    });
    for (const { first, rows, values } of blocks(own.rows, [own.table, own.combo])) {
      const [tables, combos] = values;
      for (let i = 0; i < rows; i += 1) {
        if (own.live[first + i] === 0) continue;
        const [table, name] = [tables[i]!, named[combos[i]!] ?? null];
        const before = found.get(table);
        if (before === undefined) found.set(table, name);
        else if (before !== name) found.set(table, null);
      }
    }
  }
  return new Map([...found].flatMap(([table, name]) => (name === null ? [] : [[table, name] as const])));
}
