import type { Dictionary } from '../columns/dictionary.ts';
import type { Facts } from './facts.ts';

/** What a line adds to its order, if each row of a file is a line. */
export const lineSums: ReadonlySet<string> = new Set([
  'gross_sales',
  'units',
  'line_value',
  'goods_cost',
  'costed_line_value',
  'gift_value',
  'gift_cards',
]);

/** What each line of an order sells, by the row of the order. */
export class LinesSold {
  readonly #last = new Map<number, number>();
  readonly #sold: number[] = [];
  readonly #before: number[] = [];

  constructor(private readonly words: Dictionary) {}

  /** Records a line by what it sells: its sku or product, else its numbers. */
  add(row: number, what: string): void {
    this.#before.push(this.#last.get(row) ?? -1);
    this.#last.set(row, this.#sold.length);
    this.#sold.push(this.words.add(what));
  }

  /** What the lines of an order sell; a row that is a whole order sells its value. */
  of(facts: Facts, row: number): ReadonlySet<number> {
    const sold = new Set<number>();
    for (let at = this.#last.get(row) ?? -1; at !== -1; at = this.#before[at]!) sold.add(this.#sold[at]!);
    if (sold.size === 0) sold.add(this.words.add(amountSold(facts.micro('gross_sales').get(row))));
    return sold;
  }
}

/** What a line sells that has neither sku nor product. */
export const amountSold = (...numbers: readonly number[]): string => numbers.join('|');
