import { giftCardTest } from '../../core/gift-cards.ts';
import { kept } from '../../core/kept.ts';
import { convert } from '../../core/rates.ts';
import { share } from '../../core/share.ts';
import type { RowReader } from '../../ingest/row-reader.ts';
import type { Memory } from '../state/context.ts';
import { amountSold } from '../state/lines-sold.ts';
import type { TableInfo } from '../state/table-info.ts';

/** What is known of the items of an order, added up over its lines. */
export interface Lines {
  units: number;
  value: number;
  cost: number;
  costed: number;
  /** Value and number of gift cards, which are no sales. */
  gift: number;
  cards: number;
  /** Discounts on single lines, and those on gift cards. */
  off: number;
  giftOff: number;
}

/** No line. */
export const emptyLines = (): Lines => ({
  units: 0,
  value: 0,
  cost: 0,
  costed: 0,
  gift: 0,
  cards: 0,
  off: 0,
  giftOff: 0,
});

export function addLines(sum: Lines, { units, value, cost, costed, gift, cards, off, giftOff }: Lines): void {
  sum.units += units;
  sum.value += value;
  sum.cost += cost;
  sum.costed += costed;
  sum.gift += gift;
  sum.cards += cards;
  sum.off += off;
  sum.giftOff += giftOff;
}

/** Lines that were added up in another currency, at the rate of their order. */
export const convertLines = ({ units, cards, ...amounts }: Lines, rate: bigint): Lines => ({
  units,
  value: convert(amounts.value, rate),
  cost: convert(amounts.cost, rate),
  costed: convert(amounts.costed, rate),
  gift: convert(amounts.gift, rate),
  cards,
  off: convert(amounts.off, rate),
  giftOff: convert(amounts.giftOff, rate),
});

const one = 1_000_000;

/** Articles of which it is remembered whether they are gift cards. */
const mostArticles = 10_000;

/** The line of an order in the current row of a table. */
export class OrderLine {
  readonly quantity: number;
  readonly price: number;
  readonly cost: number;
  readonly off: number;
  readonly giftMark: number;
  readonly sku: number;
  readonly product: number;
  /** Only lines of orders sell gift cards. */
  readonly #ofOrders: boolean;
  readonly #isGiftCard: (texts: readonly (string | null | undefined)[]) => boolean;
  readonly #giftCards = new Map<string, { readonly sku: string | null; readonly is: boolean }>();

  constructor(
    { setting }: Memory,
    { plan }: TableInfo,
    readonly reader: RowReader | null,
  ) {
    this.quantity = reader?.numberAt('quantity') ?? -1;
    this.price = reader?.numberAt('unit_price') ?? -1;
    this.cost = reader?.numberAt('unit_cost') ?? -1;
    this.off = reader?.numberAt('discount') ?? -1;
    this.giftMark = reader?.numberAt('gift_card') ?? -1;
    this.sku = reader?.textAt('sku') ?? -1;
    this.product = reader?.textAt('product') ?? -1;
    this.#ofOrders = plan.kind === 'order';
    this.#isGiftCard = giftCardTest(setting.options.gift_cards);
  }

  /** How many pieces; NaN if the row has no line. */
  get pieces(): number {
    return this.reader?.numbers[this.quantity] ?? Number.NaN;
  }

  /** What a piece costs, as in the row; NaN if it does not say so. */
  get unitCost(): number {
    return this.cost === -1 ? Number.NaN : this.reader!.numbers[this.cost]!;
  }

  /** The name of its article, if it has one. */
  get article(): string | null | undefined {
    const texts = this.reader?.texts;
    return texts?.[this.sku] ?? texts?.[this.product];
  }

  /** What it sells. */
  get sold(): string {
    const { article } = this;
    return article ? `${article}` : amountSold(this.pieces, this.reader?.numbers[this.price] ?? Number.NaN);
  }

  /** What it has in the file, as one text. */
  asText(): string {
    return this.reader === null ? '' : [...this.reader.numbers, ...this.reader.texts].join('\u0001');
  }

  /** Its amounts, converted at a rate. */
  at(rate: bigint | null): Lines {
    const numbers = this.reader?.numbers;
    if (numbers === undefined || this.quantity === -1) return emptyLines();
    const units = numbers[this.quantity]!;
    const money = (amount: number) => (rate === null || Number.isNaN(amount) ? amount : convert(amount, rate));
    const price = this.price === -1 ? 0 : money(numbers[this.price]!);
    const unitCost = money(this.unitCost);
    if (Number.isNaN(units)) return emptyLines();
    const value = Number.isNaN(price) ? 0 : share(units, price, one);
    const discount = this.off === -1 ? Number.NaN : money(numbers[this.off]!);
    const off = Number.isNaN(discount) ? 0 : discount;
    if (this.#ofOrders && this.sellsCard())
      return { units: 0, value: 0, cost: 0, costed: 0, gift: value, cards: units, off: 0, giftOff: off };
    const known = !Number.isNaN(unitCost);
    const cost = known ? share(units, unitCost, one) : 0;
    return { units, value, cost, costed: known ? value : 0, gift: 0, cards: 0, off, giftOff: 0 };
  }

  /** Whether it sells a gift card. Lines whose texts are not available do not. */
  sellsCard(): boolean {
    if (this.reader === null) return false;
    const { numbers, texts } = this.reader;
    return (this.giftMark !== -1 && numbers[this.giftMark]! > 0) || this.isCard(texts[this.product], texts[this.sku]);
  }

  /** Whether an article is a gift card, by its names. */
  isCard(product: string | null | undefined, ownSku: string | null | undefined): boolean {
    const sku = ownSku ?? null;
    // Few articles are sold again and again.
    const known = this.#giftCards.get(product ?? '');
    if (known !== undefined && known.sku === sku) return known.is;
    const is = this.#isGiftCard([product, sku]);
    if (this.#giftCards.size < mostArticles) this.#giftCards.set(kept(product ?? ''), { sku, is });
    return is;
  }
}
