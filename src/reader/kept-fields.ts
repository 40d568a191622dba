import { REFUSED } from '../fields/field.ts';
import type { Row } from '../readers/row.ts';
import type { FieldColumns, FieldsPlan } from './columns.ts';
import { KeyCell, numberCell, type ReadCell, type Reading, wordCell } from './fields.ts';
import { firstRoom, IdKeeper, longer, PersonKeeper, type TextKeeper, WordKeeper } from './keepers.ts';
import { groupsOf, type WordGroup } from './word-groups.ts';

/** Reads the fields of one record kind. */
export class Fields {
  readonly #numbers: readonly ReadCell[];
  readonly #kept: (Float64Array<ArrayBuffer> | null)[];
  readonly texts: readonly TextKeeper[];
  readonly #groups: readonly WordGroup[];
  /** Those that no group takes. */
  readonly #single: readonly TextKeeper[];
  readonly #row: Row;
  readonly #requiredNumbers: readonly boolean[];
  readonly #requiredTexts: readonly TextKeeper[];
  readonly #exactBelow0: readonly boolean[];

  constructor(plan: FieldsPlan, reading: Reading, seed: Int32Array, needsRequired: boolean, inCombos: boolean) {
    this.#numbers = plan.numbers.map(({ from }) => numberCell(from, reading));
    this.#kept = plan.numbers.map(({ keep }) => (keep ? new Float64Array(firstRoom) : null));
    this.texts = plan.texts.map((text) => {
      if (text.role === 'word') return new WordKeeper(wordCell(text, reading), inCombos);
      const cell = new KeyCell(text.from, reading);
      return text.role === 'id' ? new IdKeeper(cell, seed, text.isOrder) : new PersonKeeper(cell, seed);
    });
    this.#requiredNumbers = plan.numbers.map(({ required }) => needsRequired && required);
    this.#exactBelow0 = plan.numbers.map(({ exactBelow0 }) => exactBelow0);
    this.#requiredTexts = this.texts.filter((_, at) => needsRequired && plan.texts[at]!.required);
    this.#row = reading.row;
    this.#groups = inCombos ? groupsOf(plan, this.texts) : [];
    const grouped = new Set<TextKeeper>(this.#groups.flatMap(({ keepers }) => keepers));
    this.#single = this.texts.filter((text) => !grouped.has(text));
  }

  /** Takes the fields of the current row; false where the exact reader has to look at it. */
  take(record: number): boolean {
    const numbers = this.#numbers;
    for (let i = 0; i < numbers.length; i++) {
      const value = numbers[i]!();
      if (value === REFUSED) return false;
      if (this.#requiredNumbers[i]! && Number.isNaN(value)) return false;
      if (value < 0 && this.#exactBelow0[i]!) return false;
      const kept = this.#kept[i]!;
      if (kept !== null) kept[record] = value;
    }
    const groups = this.#groups;
    for (let i = 0; i < groups.length; i++) if (!groups[i]!.take(this.#row, record)) return false;
    const single = this.#single;
    for (let i = 0; i < single.length; i++) if (!single[i]!.take(record)) return false;
    for (const text of this.#requiredTexts) if (text.isBlank()) return false;
    return true;
  }

  /** The record is left to the exact reader. */
  skip(record: number): void {
    for (const text of this.texts) if (text instanceof IdKeeper) text.skip(record);
  }

  grow(length: number): void {
    for (const [at, kept] of this.#kept.entries()) if (kept !== null) this.#kept[at] = longer(kept, length);
    for (const text of this.texts) text.grow(length);
  }

  end(records: number): FieldColumns {
    for (const group of this.#groups) group.clear();
    return {
      numbers: this.#kept.map((kept) => kept?.slice(0, records) ?? null),
      texts: this.texts.map((text) => text.end(records)),
    };
  }
}
