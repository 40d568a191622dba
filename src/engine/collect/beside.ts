import { aloneField, besideField, type Pair, pairs } from '../../core/pairs.ts';
import { convert } from '../../core/rates.ts';
import type { RowReader } from '../../ingest/row-reader.ts';
import { recordFields } from '../../records/index.ts';
import type { Column } from '../columns/column.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';

const one = 1_000_000;

/** One side of a pair: where the values of both are in the row, -1 for none, and where its own goes. */
interface Side {
  readonly own: number;
  readonly over: number;
  readonly under: number;
  readonly blank: Pair['blank'];
  readonly money: boolean;
  readonly column: Column;
  readonly alone: Column;
}

/**
 * What a row has of fields that a rate compares. It is recorded row by row: rows of one key are added up, and a sum no
 * longer shows what belonged together.
 */
export class BesideFields {
  readonly #sides: readonly Side[];

  constructor(
    { asked, setting }: Memory,
    facts: Facts,
    private readonly reader: RowReader,
  ) {
    const { kind } = facts;
    const isAsked = (field: string): boolean => setting.keepRecords !== true && asked.reads(kind, field);
    this.#sides = pairs
      .filter((pair) => pair.kind === kind)
      .flatMap(({ over, under, blank }) =>
        [
          { name: over, field: besideField(over, under) },
          { name: under, field: besideField(under, over) },
        ]
          .filter(({ name, field }) => reader.numberAt(name) !== -1 && isAsked(field))
          .map(
            ({ name, field }): Side => ({
              own: reader.numberAt(name),
              over: reader.numberAt(over),
              under: reader.numberAt(under),
              blank,
              money: recordFields(kind).get(name)?.type === 'money',
              column: facts.micro(field),
              alone: facts.micro(aloneField(field)),
            }),
          ),
      );
  }

  /** The fields of all pairs. */
  get fields(): string[] {
    const { numberFields } = this.reader;
    const places = this.#sides.flatMap(({ own, over, under }) => [own, over, under]);
    return places.filter((at) => at !== -1).map((at) => numberFields[at]!.name);
  }

  /**
   * Writes those of the last row read, its amounts converted at a rate. `whole`: what it lacks does not exist, and leaves
   * no gap.
   */
  write(row: number, rate: bigint | null, sum: boolean, whole = false): void {
    for (const { own, over, under, blank, money, column, alone } of this.#sides) {
      const [value, above, below] = [this.#number(own), this.#number(over), this.#number(under)];
      const isTold =
        blank === '0'
          ? over !== -1 && under !== -1 && !Number.isNaN(value)
          : !Number.isNaN(above) && !Number.isNaN(below) && !(blank === 'unknown or 0' && above > 0 && below === 0);
      const told = isTold ? (money && rate !== null ? convert(value, rate) : value) : Number.NaN;
      const isAlone = !whole && !isTold && !Number.isNaN(value);
      if (sum) column.add(row, told);
      else column.set(row, told);
      if (isAlone || !sum) alone.set(row, isAlone ? one : Number.NaN);
    }
  }

  #number(at: number): number {
    return at === -1 ? Number.NaN : this.reader.numbers[at]!;
  }
}
