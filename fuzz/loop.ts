import { keepFound } from './found.ts';
import { caseOf } from './generate.ts';
import { withThreads } from './outcome.ts';
import type { Broken } from './promises.ts';
import { reduced } from './reduce.ts';
import { tryCase } from './try.ts';

/*
 * The cases of a seed, one after the other, until the time is over: a process of its own, because one that hangs or runs out
 * of memory cannot say so. `fuzz/run.ts` starts it and listens.
 */

/** What the process says: which case it begins, how often the program ran for it, and what was found. */
export interface Said {
  readonly begins?: number;
  readonly runs?: number;
  readonly found?: { readonly kind: string; readonly path: string; readonly broken: Broken };
}

const mostTrials = 400;

/** Faults are alike if they break one promise; of internal errors, in either language, with one message. */
const kindOf = ({ promise, detail }: Broken): string => {
  const message = /(?:internal error|erreur interne)\W*([^"\n\\]*)/.exec(detail)?.[1] ?? '';
  return `${promise}: ${message.replace(/\d+/g, '…').slice(0, 60)}`;
};

const say = (said: Said): void => void process.send?.(said);

const [seed = 1, from = 0, until = 0] = process.argv.slice(2).map(Number);
/** Those whose cases are known already: they are counted, and not made smaller again. */
const known = new Set(process.argv.slice(5));

const stop = await withThreads();
for (let number = from; Date.now() < until; number += 1) {
  say({ begins: number });
  const given = caseOf(seed, number);
  const { runs, broken } = await tryCase(given);
  say({ runs });
  if (broken === null) continue;
  const kind = kindOf(broken);
  if (known.has(kind)) continue;
  known.add(kind);
  let last = broken;
  const small = await reduced(
    given,
    async (smaller) => {
      say({ begins: number });
      const again = (await tryCase(smaller)).broken;
      if (again === null || kindOf(again) !== kind) return false;
      last = again;
      return true;
    },
    mostTrials,
  );
  say({ found: { kind, path: keepFound(`seed-${seed}-case-${number}`, small, last), broken: last } });
}
await stop();
process.disconnect?.();
