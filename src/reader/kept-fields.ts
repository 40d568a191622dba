import type { FieldColumns, FieldsPlan } from './columns.ts';
import { numberColumn, type Reading, type ReadNumbers } from './fields.ts';
import { longer } from './grown.ts';
import { firstRoom, IdKeeper, PersonKeeper, type TextKeeper, WordKeeper } from './keepers.ts';
import type { Parcel } from './parcel.ts';

interface NumberKeeper {
  readonly read: ReadNumbers;
  /** Whether the exact reader looks at a row without a value, and at one with a value below 0. */
  readonly isNeeded: boolean;
  readonly exactBelow0: boolean;
  kept: Float64Array<ArrayBuffer> | null;
}

/** Reads the fields of one record kind. */
export class Fields {
  readonly #numbers: readonly NumberKeeper[];
  readonly texts: readonly TextKeeper[];
  readonly #reading: Reading;

  constructor(plan: FieldsPlan, reading: Reading, seed: Int32Array, needsRequired: boolean, inCombos: boolean) {
    this.#reading = reading;
    this.#numbers = plan.numbers.map(({ from, keep, required, exactBelow0 }) => {
      const kept = keep ? new Float64Array(firstRoom) : null;
      return { read: numberColumn(from, reading), isNeeded: needsRequired && required, exactBelow0, kept };
    });
    this.texts = plan.texts.map((text) => {
      const isNeeded = needsRequired && text.required;
      if (text.role === 'word') return new WordKeeper(text, reading, isNeeded, inCombos);
      return text.role === 'person'
        ? new PersonKeeper(text, reading, isNeeded, seed)
        : new IdKeeper(text, reading, isNeeded);
    });
  }

  begin(): void {
    for (const text of this.texts) text.begin();
  }

  /** Takes the fields of a batch, the first of which is a record of the stretch; what is not plain then is left to the exact reader. */
  take(record: number): void {
    const { batch } = this.#reading;
    for (const number of this.#numbers) {
      const values = number.read();
      batch.kernel.leaveOdd(batch.out, number.isNeeded, number.exactBelow0);
      number.kept?.set(values, record);
    }
    for (const text of this.texts) text.take(record);
  }

  /** A record is left to the exact reader. */
  skip(record: number): void {
    for (const text of this.texts) if (text instanceof IdKeeper) text.skip(record);
  }

  grow(length: number): void {
    for (const number of this.#numbers) if (number.kept !== null) number.kept = longer(number.kept, length);
    for (const text of this.texts) text.grow(length);
  }

  end(records: number, parcel: Parcel): FieldColumns {
    return {
      numbers: this.#numbers.map(({ kept }) => (kept === null ? null : parcel.doubles(kept, records))),
      texts: this.texts.map((text) => text.end(records, parcel)),
    };
  }
}
