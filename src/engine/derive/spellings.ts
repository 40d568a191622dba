import { asOneWord, listed } from '../../core/dimension-values.ts';
import { dimensions, type Kind } from '../../core/kinds.ts';
import { blocks } from '../columns/blocks.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';

/** By combination of words of a kind, 1 if a record that counts has it. */
export function usedCombos(memory: Memory, kind: Kind, facts: Facts): Uint8Array {
  const used = new Uint8Array(facts.combos.all.length);
  const { rows, live, combo } = facts;
  for (const { first, rows: count, values } of blocks(rows, [combo])) {
    const [combos] = values;
    for (let i = 0; i < count; i += 1) if (live[first + i] === 1) used[combos[i]!] = 1;
  }
  for (const { table, live, combos } of memory.residents?.tables ?? [])
    if (live && table.plan.kind === kind) for (const combo of combos) used[combo] = 1;
  return used;
}

/**
 * Words of a dimension that differ only in case mean one value: all records take the spelling that is first by code
 * point, whatever the order of files and rows.
 */
export function uniteSpellings(memory: Memory): void {
  const spellings = new Map(dimensions.map((dimension) => [dimension, new Map<string, string>()]));
  for (const [kind, facts] of memory.facts) {
    const used = usedCombos(memory, kind, facts);
    for (const [combo, words] of facts.combos.all.entries()) {
      if (used[combo] !== 1) continue;
      for (const [dimension, known] of spellings) {
        const word = words[dimension] ?? null;
        if (word === null) continue;
        for (const one of listed(dimension, word)) {
          const before = known.get(one.toLowerCase());
          if (before === undefined || one < before) known.set(one.toLowerCase(), one);
        }
      }
    }
  }
  for (const { combos } of memory.facts.values()) {
    for (const [combo, words] of combos.all.entries()) {
      let united: Record<string, string | null> | null = null;
      for (const [dimension, known] of spellings) {
        const word = words[dimension] ?? null;
        if (word === null) continue;
        const first = asOneWord(listed(dimension, word).map((one) => known.get(one.toLowerCase()) ?? one));
        if (first === word) continue;
        united ??= { ...words };
        united[dimension] = first;
      }
      if (united !== null) combos.all[combo] = united;
    }
  }
}
