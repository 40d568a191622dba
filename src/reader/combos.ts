import { type Reading, Words } from './fields.ts';
import { grown } from './grown.ts';
import { firstRoom, type WordKeeper } from './keepers.ts';
import type { Parcel } from './parcel.ts';

/** Numbers for the combinations of words that records have. */
export class Combos {
  /** By combination, whether the rows that have it are read. */
  readonly #combos: Words<boolean>;
  readonly #codes: number[] = [];
  #ofRecords = new Int32Array(firstRoom);

  constructor(
    keepers: readonly WordKeeper[],
    readonly reading: Reading,
  ) {
    const places = [...new Set(keepers.flatMap(({ words }) => words.places))];
    this.#combos = new Words(places, reading, (record) => {
      let isFine = true;
      for (const keeper of keepers) {
        const code = keeper.words.code(record);
        this.#codes.push(code);
        if (!keeper.allows(code)) isFine = false;
      }
      return isFine;
    });
  }

  begin(): void {
    this.#codes.length = 0;
    this.#combos.begin();
  }

  /** Takes those of a batch, the first of which is a record of the stretch. */
  take(record: number): void {
    const { batch } = this.reading;
    const codes = this.#combos.codes(batch.out);
    this.#ofRecords.set(codes, record);
    batch.leave(codes, (code) => this.#combos.values[code] === false);
  }

  grow(length: number): void {
    this.#ofRecords = grown(this.#ofRecords, length);
  }

  /** Of each record its combination, and of each of these the codes of its words. */
  end(records: number, parcel: Parcel): { readonly combos: Int32Array; readonly comboCodes: Int32Array } {
    const comboCodes = parcel.ints(Int32Array.from(this.#codes), this.#codes.length);
    return { combos: parcel.ints(this.#ofRecords, records), comboCodes };
  }
}
