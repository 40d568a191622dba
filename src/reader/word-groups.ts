import type { Row } from '../readers/row.ts';
import type { FieldsPlan } from './columns.ts';
import { type TextKeeper, WordKeeper } from './keepers.ts';
import { grown, Words } from './words.ts';

/** Different words of neighbouring columns that are remembered together: with more, each column is looked up by itself. */
const mostTogether = 4096;

/** Words in neighbouring columns: the bytes from the first to the last are looked up at once. */
export class WordGroup {
  readonly #words = new Words();
  #codes: Int32Array;
  #fine = new Uint8Array(64);

  constructor(
    readonly keepers: readonly WordKeeper[],
    readonly first: number,
    readonly last: number,
  ) {
    this.#codes = new Int32Array(64 * keepers.length);
  }

  /** Sets the codes of its columns; false where the exact reader has to look at the row. */
  take({ bytes, starts, ends }: Row, record: number): boolean {
    const words = this.#words;
    const from = starts[this.first]!;
    // In a quoted first cell the same bytes may be other cells.
    if (bytes[from - 1] === 34 || words.size >= mostTogether) return this.#each(record);
    const before = words.size;
    const number = words.number(bytes, from, ends[this.last]!);
    const { keepers } = this;
    const at = number * keepers.length;
    if (number < before) {
      for (let i = 0; i < keepers.length; i++) keepers[i]!.code = this.#codes[at + i]!;
      return this.#fine[number] === 1;
    }
    const isFine = this.#each(record);
    if (number >= this.#fine.length) {
      this.#codes = grown(this.#codes, this.#codes.length * 2);
      const fine = new Uint8Array(this.#fine.length * 2);
      fine.set(this.#fine);
      this.#fine = fine;
    }
    for (let i = 0; i < keepers.length; i++) this.#codes[at + i] = keepers[i]!.code;
    this.#fine[number] = isFine ? 1 : 0;
    return isFine;
  }

  #each(record: number): boolean {
    let isFine = true;
    for (const keeper of this.keepers) if (!keeper.take(record)) isFine = false;
    return isFine;
  }

  clear(): void {
    this.#words.clear();
  }
}

/** The groups of words in neighbouring columns among some fields, by place of the field. */
export function groupsOf(plan: FieldsPlan, texts: readonly TextKeeper[]): WordGroup[] {
  const columns = plan.texts
    .flatMap(({ from }, at) => {
      const keeper = texts[at]!;
      return keeper instanceof WordKeeper && from.op === 'column' ? [{ keeper, index: from.index }] : [];
    })
    .sort((a, b) => a.index - b.index);
  const groups: WordGroup[] = [];
  for (let from = 0; from < columns.length; ) {
    let to = from + 1;
    while (to < columns.length && columns[to]!.index - columns[to - 1]!.index <= 1) to += 1;
    const own = columns.slice(from, to);
    if (own.length > 1)
      groups.push(
        new WordGroup(
          own.map(({ keeper }) => keeper),
          own[0]!.index,
          own.at(-1)!.index,
        ),
      );
    from = to;
  }
  return groups;
}
