import { statSync } from 'node:fs';
import { ifThere } from '../core/if-there.ts';
import { Problem } from '../core/problem.ts';
import { readingFailure } from './failures.ts';

/** What identifies a state of a file: which file it is, its length, and when it was last written; null if it is gone. */
function stateOf(at: string, path: string): string | null {
  try {
    const found = ifThere(() => statSync(at, { bigint: true }));
    return found === null ? null : [found.dev, found.ino, found.size, found.mtimeNs].join();
  } catch (error) {
    throw readingFailure(error, path);
  }
}

/**
 * Remembers a file as it is now. The returned function throws the Problem `changed` if the file has since been
 * replaced, grown, shrunk or removed: what was read may be half of one and half of the other. `path` is shown for `at`.
 */
export function remembered(at: string, path: string): () => void {
  const before = stateOf(at, path);
  return () => {
    if (stateOf(at, path) === before) return;
    throw new Problem(
      'changed',
      { en: `${path} was changed while it was read`, fr: `${path} a été modifié pendant sa lecture` },
      [
        {
          en: 'Run it again once the program that writes it is done.',
          fr: "Relancez la commande quand le programme qui l'écrit aura terminé.",
        },
      ],
      { file: path },
    );
  };
}

/** Reads inputs, and throws the Problem `changed` if one of them changed meanwhile, whatever the result of reading it. */
export async function unchangedWhile<T>(
  inputs: readonly { readonly unchanged?: () => void }[],
  reading: () => Promise<T>,
): Promise<T> {
  const check = (): void => {
    for (const input of inputs) input.unchanged?.();
  };
  const result = await reading().catch((error: unknown) => {
    // A file truncated while being read looks damaged.
    check();
    throw error;
  });
  check();
  return result;
}
