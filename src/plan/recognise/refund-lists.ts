import { noWords } from '../../core/yes-words.ts';
import type { Columns } from '../head/column-cells.ts';
import { plainName } from '../head/plain-name.ts';
import { fieldNames } from './generic.ts';
import type { Place } from './signature.ts';

/** What identifies a list of refunds: a number, a date and an amount alone are those of an order. */
const refundWord =
  /refund|return|rembours|\bavoirs?\b|retour|erstatt|gutschrift|ruckgabe|rucksend|storno|credit (note|memo)|\brma\b|reembols|devoluc|rimbors|\bresi?\b|terugbetal|creditnota|item amount|montant articles/;

/** Whether the name of a column speaks of what was given back. */
export const saysRefund = (name: string): boolean => refundWord.test(plainName(name));

/** Cells that say that nothing was given back. */
const nothing = new Set(['', '-', '--', 'none', 'aucun', 'keine', 'not refunded', ...noWords]);
const saysNothing = (cell: string): boolean =>
  nothing.has(cell.trim().toLowerCase()) || /^[^\d\p{L}]*0+([.,]0+)?\D*$/u.test(cell);

const numberNames = new Set(fieldNames('refund', 'refund_id').map(plainName));

/** Whether each row of a list has the number of a refund, return or credit note: then it is no list of orders. */
export const isOfRefunds = (names: readonly string[], columns: Columns): boolean =>
  names.some(
    (name, at) => numberNames.has(name) && names.every((_, other) => columns.of(other).filled <= columns.of(at).filled),
  );

/** What the columns of a list say of refunds. */
export interface ToldRefunds {
  /**
   * Whether a column that speaks of them says so of each row, of each though the day of its order is told as well, of some (others are
   * blank), or denies it of some.
   */
  readonly rows: 'all' | 'open' | 'some' | 'denied' | 'none';
  /** Whether each row has the number of a refund, return or credit note. */
  readonly areNumbered: boolean;
}

const untold: ToldRefunds = { rows: 'none', areNumbered: false };

/** What a list that may be one of orders or of refunds says of refunds. */
export function toldRefunds({ header, rows }: Place): ToldRefunds {
  const named = header.names.flatMap((name, at) => (saysRefund(name) ? [at] : []));
  if (named.length === 0) return untold;
  const order = header.find(fieldNames('refund', 'order_id'));
  const number = header.find(fieldNames('refund', 'refund_id'));
  const [denied, blank] = [new Set<number>(), new Set<number>()];
  for (const row of rows([...named, ...(order === undefined ? [] : [order])])) {
    // A row of totals has no order.
    if (order !== undefined && (row[order] ?? '').trim() === '') continue;
    for (const at of named) {
      const cell = row[at] ?? '';
      if (cell.trim() === '') blank.add(at);
      else if (saysNothing(cell)) denied.add(at);
    }
  }
  const isWhole = (at: number): boolean => !denied.has(at) && !blank.has(at);
  // A refund has a number, a day and an amount: a row without is an order of which nothing came back.
  const own = ['refund_id', 'refunded_at', 'item_amount'].map((field) => header.find(fieldNames('refund', field)));
  const isDenied = denied.size > 0 || own.some((at) => at !== undefined && blank.has(at));
  // Beside a day of the order that of its return says nothing of what the amount is.
  const ordered = header.find(fieldNames('order', 'ordered_at'));
  const hasTwoDays = ordered !== undefined && own[1] !== undefined && own[1] !== ordered;
  return {
    rows: named.some(isWhole) ? (hasTwoDays ? 'open' : 'all') : isDenied ? 'denied' : 'some',
    areNumbered: number !== undefined && named.includes(number) && isWhole(number),
  };
}
