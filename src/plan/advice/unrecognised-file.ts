import { Problem } from '../../core/problem.ts';
import type { Text } from '../../core/text.ts';

/** A file that no format fits, with the lines of an entry of `sources` that would map it; without lines if none are known. */
export class Unrecognised extends Problem {
  constructor(
    text: Text,
    advice: readonly Text[],
    file: string,
    /** Without the line `sources:` above them. */
    readonly entry: readonly Text[] = [],
    /** False for a file that is no table at all, such as notes. */
    readonly couldBeData = true,
    /** What it seems to be, if the entry depends on that. */
    readonly seems: Text | null = null,
    /** Whether the tool is known, and only what its entry states is not; `seems` then says so in full. */
    readonly isKnown = false,
  ) {
    super('not_recognised', text, advice, { file });
  }
}
