import { type AmountRules, type Amounts, amountsOf, isDoubtful, type RawAmounts } from './order-amounts.ts';
import { emptyLines, type Lines } from './order-lines.ts';

/** The last order whose first row was read: further rows may change what its amounts mean. */
export interface OpenOrder {
  id: string;
  /** The refund that its first row was, if it was one. */
  refund: number | null;
  row: number;
  raw: RawAmounts | null;
  rules: AmountRules | null;
  /** Its lines so far, in its own currency. */
  lines: Lines;
  /** What each of them has in the file, as one text. */
  articles: string[];
  /** Whether its own cells have been copied onto a further row. */
  isFilledDown: boolean;
}

/** An id of which no first row was read. */
export const closed = (id = ''): OpenOrder => ({
  id,
  refund: null,
  row: -1,
  raw: null,
  rules: null,
  lines: emptyLines(),
  articles: [],
  isFilledDown: false,
});

/** Its amounts by its lines so far; null if these change nothing. */
export function amountsByLines({ raw, rules, lines }: OpenOrder): Amounts | null {
  if (raw === null || rules === null) return null;
  if (lines.gift === 0 && lines.cards === 0 && !rules.itemsOfLines && !isDoubtful(raw, rules)) return null;
  return amountsOf(raw, lines, rules);
}

/** Whether two rows have the same amounts. */
export const haveSameAmounts = (a: RawAmounts, b: RawAmounts): boolean =>
  (Object.keys(a) as (keyof RawAmounts)[]).every((name) => Object.is(a[name], b[name]));
