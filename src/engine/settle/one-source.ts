import { getOrInsert } from '../../core/get-or-insert.ts';
import { originFields, originKey } from '../../core/origin.ts';
import { platformKey } from '../../core/platforms.ts';
import { blocks } from '../columns/blocks.ts';
import type { Memory } from '../state/context.ts';

/**
 * By table, the one store, account, platform or network that all its records name. A table whose records name several,
 * or none, is not included.
 */
export function onlySources({ facts, tables }: Memory): ReadonlyMap<number, string> {
  const names: (string | null)[] = [null];
  /** By table, the name of its records by number: 0 for several names or none; null before its first record. */
  const only = new Array<number | null>(tables.length).fill(null);
  for (const kind of ['order', 'spend', 'social', 'email'] as const) {
    const own = facts.get(kind);
    if (own === undefined) continue;
    // Two combinations of words may have one name.
    const numbers = new Map<string, number>();
    const numberOf = own.combos.all.map((words) => {
      const told = originFields.map((name) => {
        const word = words[name] ?? '';
        return name === 'platform' ? platformKey(word) : word.toLowerCase();
      });
      if (told.every((word) => word === '')) return 0;
      const name = originKey(told);
      return getOrInsert(numbers, name, () => names.push(name) - 1);
    });
    for (const { first, rows, values } of blocks(own.rows, [own.table, own.combo])) {
      const [at, combos] = values;
      for (let i = 0; i < rows; i += 1) {
        if (own.live[first + i] === 0) continue;
        const table = at[i]!;
        const number = numberOf[combos[i]!] ?? 0;
        const before = only[table]!;
        if (before !== number) only[table] = before === null ? number : 0;
      }
    }
  }
  return new Map(only.flatMap((number, table) => (number ? [[table, names[number]!] as const] : [])));
}
