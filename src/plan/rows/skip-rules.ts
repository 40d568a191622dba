import { type Cells, readText } from '../compile.ts';
import type { TablePlan } from '../plan.ts';
import { isNothing } from './total-rows.ts';

/** What leaves rows out. */
export interface SkipRule {
  readonly reason: string;
  readonly test: (cells: Cells) => boolean;
}

/** The rows of a table that are left out by their words, or by the lack of one. */
export function skipRules(skip: TablePlan['skip']): readonly SkipRule[] {
  return skip.map(({ of, words, list, except, blank, reason }) => {
    const read = readText(of);
    const wanted = new Set(words.map((word) => word.toLowerCase()));
    const fits = (word: string) => wanted.has(word);
    return {
      reason,
      test: (cells) => {
        const text = read(cells)?.toLowerCase();
        if (blank === true) return isNothing(text ?? '');
        if (text === undefined) return except;
        return except !== (list ? text.split(/[\s,;]+/).some(fits) : fits(text));
      },
    };
  });
}
