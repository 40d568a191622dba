import { share } from '../../core/share.ts';
import { type Columns, type FieldColumns, kind, type TextColumn } from '../../reader/columns.ts';
import type { Scratch } from '../columns/scratch.ts';
import { type AmountRules, amountsOf, isDoubtful, minorUnit, type OfLines, type RawAmounts } from './order-amounts.ts';
import type { OrderLine } from './order-lines.ts';
import type { OrderPlaces } from './order-places.ts';

/*
 * Most orders of a long file are plain: a first row with amounts of its own, in the report's currency, and further rows right
 * below it, without gift cards. What these come to is added up before anything is written. Whether a row before has named the
 * same order is seen afterwards.
 */

/** What makes the orders of a table plain. */
export interface OrderRules {
  readonly places: OrderPlaces;
  /** The numbers that every order must have. */
  readonly required: readonly number[];
  /** Null if the rows have no lines. */
  readonly line: OrderLine | null;
  /** Whether rows without amounts and status are further lines of the order above. */
  readonly continues: boolean;
  /** Whether another row of an id may belong to it, so that amounts which fit no single row are no surprise. */
  readonly inParts: boolean;
  readonly amounts: Omit<AmountRules, 'minor'>;
  /** The currency of rows that state none, and the report's. */
  readonly fileCurrency: string | null;
  readonly reportCurrency: string | null;
}

/** Plain orders of a segment, in its order. */
export interface PlainOrders {
  /** The record of the first row of each, and how many rows it has, one below the other. */
  readonly firsts: Int32Array;
  readonly rows: Int32Array;
  /** Amounts without tax; as they are in the row where nothing is taken out. */
  readonly gross: Float64Array;
  readonly discounts: Float64Array;
  readonly shipping: Float64Array;
  /** 0 where the total is not items, shipping and tax together. */
  readonly balanced: Uint8Array;
  /** Over their lines: pieces, value, the cost of goods, the value of lines with a cost, discounts on single lines. */
  readonly units: Float64Array;
  readonly value: Float64Array;
  readonly cost: Float64Array;
  readonly costed: Float64Array;
  readonly off: Float64Array;
}

type Ids = Extract<TextColumn, { role: 'id' }>;

const one = 1_000_000;
const noLines: OfLines = { value: 0, gift: 0, off: 0, giftOff: 0 };

/** What the words of a combination say. */
interface Said {
  readonly isConverted: boolean;
  readonly hasStatus: boolean;
  readonly rules: AmountRules;
}

/** The words of a column, and of each whether it is the name of a gift card. */
interface CardWords {
  readonly codes: Int32Array;
  readonly are: Uint8Array;
}

/** The amounts of a first row. */
export function rawAmounts({ numbers }: FieldColumns, { places }: OrderRules, at: number): RawAmounts {
  const { gross, discounts, shipping, taxes, itemsTax, duties, total } = places;
  return {
    gross: amountAt(numbers, gross, at),
    discounts: amountAt(numbers, discounts, at),
    shipping: amountAt(numbers, shipping, at),
    taxes: amountAt(numbers, taxes, at),
    itemsTax: itemsTax === -1 ? Number.NaN : amountAt(numbers, itemsTax, at),
    duties: amountAt(numbers, duties, at),
    total: total === -1 ? Number.NaN : numbers[total]![at]!,
  };
}

const amountAt = (numbers: FieldColumns['numbers'], place: number, at: number): number =>
  place === -1 ? 0 : numbers[place]![at]! || 0;

/** Finds the plain orders of segments of a table. */
export class PlainOrderFinder {
  #said: (Said | undefined)[] = [];
  /** Whether a row sells a gift card by the words of its product and sku. */
  #products: CardWords | null = null;
  #skus: CardWords | null = null;
  #count = 0;
  #firsts = new Int32Array(0);
  #rows = new Int32Array(0);
  #balanced = new Uint8Array(0);
  /** Gross, discounts, shipping, units, value, cost, costed and off, one after the other. */
  #sums: Float64Array[] = [];

  constructor(
    readonly rules: OrderRules,
    private readonly scratch: Scratch,
  ) {}

  /** The plain orders of a segment, until those of another are looked for. */
  find(columns: Columns): PlainOrders {
    const { records, own, line, kinds, combos } = columns;
    const { places, continues } = this.rules;
    this.#begin(columns);
    const ids = own.texts[places.id] as Ids;
    const gross = own.numbers[places.gross]!;
    const totals = places.total === -1 ? null : own.numbers[places.total]!;
    /** Whether the row before belongs to the last order. */
    let isOpen = false;
    for (let record = 0; record < records; record += 1) {
      if (kinds[record] !== kind.plain || !isFilled(ids, record)) {
        isOpen = false;
        continue;
      }
      const said = this.#saidBy(columns, combos[record]!);
      if (Number.isNaN(gross[record]!)) {
        const isLine = continues && (totals === null || Number.isNaN(totals[record]!)) && !said.hasStatus;
        isOpen = isOpen && isLine && this.#takesLine(ids, line, record);
        continue;
      }
      isOpen = this.#takesFirst(own, line, said, record);
    }
    return this.#found();
  }

  #begin({ records, line, comboCodes }: Columns): void {
    this.#count = 0;
    const { ints, bytes, doubles } = this.scratch;
    this.#firsts = ints.at(0, records);
    this.#rows = ints.at(1, records);
    this.#balanced = bytes.at(0, records);
    this.#sums = Array.from({ length: 8 }, (_, sum) => doubles.at(1 + sum, records));
    this.#said = new Array<Said | undefined>(comboCodes.length).fill(undefined);
    const own = this.rules.line;
    this.#products = own === null ? null : cardWords(own, line, own.product);
    this.#skus = own === null ? null : cardWords(own, line, own.sku);
  }

  #found(): PlainOrders {
    const count = this.#count;
    const [gross, discounts, shipping, units, value, cost, costed, off] = this.#sums.map((array) =>
      array.subarray(0, count),
    );
    return {
      firsts: this.#firsts.subarray(0, count),
      rows: this.#rows.subarray(0, count),
      balanced: this.#balanced.subarray(0, count),
      ...{ gross: gross!, discounts: discounts!, shipping: shipping! },
      ...{ units: units!, value: value!, cost: cost!, costed: costed!, off: off! },
    };
  }

  #saidBy({ own, comboCodes }: Columns, combo: number): Said {
    const known = this.#said[combo];
    if (known !== undefined) return known;
    const { places, fileCurrency, reportCurrency, amounts } = this.rules;
    const words = own.texts.filter((text) => text.role === 'word');
    const wordAt = (place: number): string | null => {
      const text = own.texts[place];
      return text?.role === 'word' ? text.words[comboCodes[combo * words.length + words.indexOf(text)]!]! : null;
    };
    const currency = wordAt(places.currency) ?? fileCurrency;
    const code = (currency ?? '').toUpperCase();
    const said = {
      isConverted: reportCurrency !== null && code !== '' && code !== reportCurrency,
      hasStatus: wordAt(places.status) !== null,
      rules: { ...amounts, minor: minorUnit((currency ?? reportCurrency) || null) },
    };
    this.#said[combo] = said;
    return said;
  }

  /** Takes a row with amounts, if it is the first of a plain order. */
  #takesFirst(own: FieldColumns, line: FieldColumns | null, said: Said, record: number): boolean {
    const { numbers } = own;
    const { rules } = this;
    const { places } = rules;
    const raw = rawAmounts(own, rules, record);
    // A refund, or an amount that is converted.
    if (said.isConverted || raw.gross < 0 || (raw.gross === 0 && raw.total < 0)) return false;
    for (const place of rules.required) if (Number.isNaN(numbers[place]![record]!)) return false;
    if (rules.line !== null && this.#sellsCard(line!, record)) return false;
    if (isDoubtful(raw, rules.amounts)) return false;
    const isTold = places.total !== -1 && places.taxes !== -1;
    const amounts = isTold ? amountsOf(raw, noLines, said.rules) : null;
    if (amounts?.balanced === false && rules.inParts) return false;
    const at = this.#count;
    this.#count = at + 1;
    this.#firsts[at] = record;
    this.#rows[at] = 1;
    this.#balanced[at] = amounts?.balanced === false ? 0 : 1;
    const sums = this.#sums;
    const less =
      amounts !== null && (amounts.gross !== raw.gross || amounts.shipping !== raw.shipping) ? amounts : null;
    sums[0]![at] = less?.gross ?? numbers[places.gross]![record]!;
    sums[1]![at] = less?.discounts ?? asIs(numbers, places.discounts, record);
    sums[2]![at] = less?.shipping ?? asIs(numbers, places.shipping, record);
    for (let i = 3; i < sums.length; i += 1) sums[i]![at] = 0;
    if (rules.line !== null) this.#addLine(line!, at, record);
    return true;
  }

  /** Takes a further row of the last order, if it is a plain one. */
  #takesLine({ hashes }: Ids, line: FieldColumns | null, record: number): boolean {
    const order = this.#count - 1;
    const [a, b] = [record * 4, this.#firsts[order]! * 4];
    for (let i = 0; i < 4; i += 1) if (hashes[a + i] !== hashes[b + i]) return false;
    if (this.rules.line !== null && this.#sellsCard(line!, record)) return false;
    this.#rows[order]! += 1;
    if (this.rules.line !== null) this.#addLine(line!, order, record);
    return true;
  }

  #addLine({ numbers }: FieldColumns, order: number, record: number): void {
    const { quantity, price, cost, off } = this.rules.line!;
    const units = numbers[quantity]![record]!;
    if (Number.isNaN(units)) return;
    const sums = this.#sums;
    const ofPiece = price === -1 ? 0 : numbers[price]![record]!;
    const value = Number.isNaN(ofPiece) ? 0 : share(units, ofPiece, one);
    const costOfPiece = cost === -1 ? Number.NaN : numbers[cost]![record]!;
    const discount = off === -1 ? Number.NaN : numbers[off]![record]!;
    sums[3]![order]! += units;
    sums[4]![order]! += value;
    if (!Number.isNaN(costOfPiece)) {
      sums[5]![order]! += share(units, costOfPiece, one);
      sums[6]![order]! += value;
    }
    if (!Number.isNaN(discount)) sums[7]![order]! += discount;
  }

  #sellsCard({ numbers }: FieldColumns, record: number): boolean {
    const { quantity, giftMark } = this.rules.line!;
    if (Number.isNaN(numbers[quantity]![record]!)) return false;
    if (giftMark !== -1 && numbers[giftMark]![record]! > 0) return true;
    return isCardWord(this.#products, record) || isCardWord(this.#skus, record);
  }
}

function cardWords(own: OrderLine, line: FieldColumns | null, place: number): CardWords | null {
  const text = line?.texts[place];
  if (text?.role !== 'word' || text.codes === null) return null;
  return { codes: text.codes, are: Uint8Array.from(text.words, (word) => (own.isCard(word, null) ? 1 : 0)) };
}

const isFilled = ({ ends }: Ids, record: number): boolean => ends[record] !== (record === 0 ? 0 : ends[record - 1]);

const isCardWord = (words: CardWords | null, record: number): boolean =>
  words !== null && words.are[words.codes[record]!] === 1;

const asIs = (numbers: FieldColumns['numbers'], place: number, record: number): number =>
  place === -1 ? Number.NaN : numbers[place]![record]!;
