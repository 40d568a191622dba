import { share } from '../../core/share.ts';
import type { TablePlan } from '../../plan/plan.ts';

/** The amounts of an order as in its row. */
export interface RawAmounts {
  readonly gross: number;
  readonly discounts: number;
  readonly shipping: number;
  readonly taxes: number;
  /** The part of the taxes that is on items; NaN if the row does not state it. */
  readonly itemsTax: number;
  /** The part of the taxes that no price includes. */
  readonly duties: number;
  /** NaN if the row does not state it. */
  readonly total: number;
}

/** What the lines of an order contribute to its amounts. */
export interface OfLines {
  /** Price times quantity of those that are sales. */
  readonly value: number;
  /** The same of gift cards. */
  readonly gift: number;
  /** Discounts on single lines of either. */
  readonly off: number;
  readonly giftOff: number;
}

/** How the amounts of a table are interpreted. */
export interface AmountRules {
  readonly taxes: TablePlan['taxes'];
  /** One minor unit of the currency. */
  readonly minor: number;
  /** The tool leaves the price of shipping as it was and counts a discount on it among the discounts. */
  readonly discountOnShipping: boolean;
  /** The items are the lines: the gross amount is what was paid for them, with tax if it is on top. */
  readonly itemsOfLines: boolean;
  /** The tool states the discount on each line beside those on the whole order. */
  readonly discountsOfLines: boolean;
}

const minorUnits = new Map<string | null, number>();

/** One minor unit of a currency, in millionths. */
export function minorUnit(currency: string | null): number {
  const known = minorUnits.get(currency);
  if (known !== undefined) return known;
  const digits =
    currency !== null && /^[A-Z]{3}$/.test(currency)
      ? new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits
      : 2;
  const unit = 10 ** (6 - (digits ?? 2));
  minorUnits.set(currency, unit);
  return unit;
}

/** The amounts that count: items, without tax, before discounts; the discounts on them; shipping without tax. */
export interface Amounts {
  readonly gross: number;
  readonly discounts: number;
  readonly shipping: number;
  /** Whether the total is items, shipping and tax together. */
  readonly balanced: boolean;
}

/**
 * Amounts without what is no sale: gift cards, and a discount that lowers shipping, not the items. Then tax is taken
 * out of prices that include it.
 */
export function amountsOf(raw: RawAmounts, lines: OfLines, rules: AmountRules): Amounts {
  const own = rules.itemsOfLines ? ofItsLines(raw, lines, rules) : raw;
  return withoutTax(lessShippingDiscount(lessGiftCards(own, lines, rules), lines.value, rules), rules);
}

/** Whether lines may show that a discount is one on shipping. */
export function isDoubtful(
  { gross, discounts, shipping, taxes, duties, total }: RawAmounts,
  { discountOnShipping }: Pick<AmountRules, 'discountOnShipping'>,
): boolean {
  if (!discountOnShipping || !(discounts > 0) || !(shipping > 0)) return false;
  const sum = gross - discounts + shipping;
  return total !== sum + duties && total !== sum + taxes;
}

/** The amounts of an order whose items are its lines: what was not paid of their sum is a discount. */
function ofItsLines(raw: RawAmounts, { value, gift }: OfLines, rules: AmountRules): RawAmounts {
  const { gross: paid, taxes, total } = raw;
  const items = value + gift;
  if (items === 0 || Number.isNaN(total)) return raw;
  const isInside = Math.abs(items - paid) <= rules.minor;
  const isOnTop = !isInside && Math.abs(items - (paid - taxes)) <= rules.minor;
  const own = isOnTop || (!isInside && rules.taxes !== 'included') ? paid - taxes : paid;
  const discounts = Math.max(0, items - own);
  return { ...raw, gross: own + discounts, discounts, total: paid + raw.shipping };
}

function lessGiftCards(raw: RawAmounts, lines: OfLines, rules: AmountRules): RawAmounts {
  const gift = Math.max(0, Math.min(lines.gift, raw.gross));
  if (gift === 0) return raw;
  const gross = raw.gross - gift;
  const onCards = rules.discountsOfLines ? discountOnCards(raw, lines) : 0;
  const discounts = Math.min(raw.discounts - onCards, gross);
  return { ...raw, gross, discounts, total: raw.total - gift + (raw.discounts - discounts) };
}

/**
 * The part of an order's discounts that is on gift cards: that on their own lines. Codes for a whole order are not for gift
 * cards, unless one is large enough to have paid for them: then a card may be a gift, and it is shared out over all lines.
 */
function discountOnCards({ gross, discounts }: RawAmounts, { value, gift, off, giftOff }: OfLines): number {
  const ofItems = Math.min(discounts, Math.max(0, value + gift - (gross - discounts)));
  const [open, rest] = [gift - giftOff, ofItems - off - giftOff];
  return giftOff + (open > 0 && rest >= open ? share(rest, open, value - off + open) : 0);
}

const fits = (raw: RawAmounts, { minor }: AmountRules): { onTop: boolean; inside: boolean } => {
  const sum = raw.gross - raw.discounts + raw.shipping;
  return {
    onTop: Math.abs(raw.total - (sum + raw.taxes)) <= minor,
    inside: Math.abs(raw.total - (sum + raw.duties)) <= minor,
  };
};

/**
 * The lines prove it: together they are more than the items after discounts by less than the discounts. The total must
 * agree, or the lines show no discount at all on the items.
 */
function lessShippingDiscount(raw: RawAmounts, lines: number, rules: AmountRules): RawAmounts {
  const { gross, discounts, shipping } = raw;
  if (!rules.discountOnShipping || !(discounts > 0) || !(shipping > 0) || lines === 0) return raw;
  const { onTop, inside } = fits(raw, rules);
  const ofItems = lines - (gross - discounts);
  const rest = discounts - ofItems;
  if (onTop || inside || ofItems < 0 || rest <= 0 || rest > shipping) return raw;
  const less = { ...raw, gross: gross - rest, discounts: discounts - rest, shipping: shipping - rest };
  const found = fits(less, rules);
  return ofItems === 0 || found.onTop || found.inside ? less : raw;
}

/** Takes tax out of prices that include it. */
function withoutTax(raw: RawAmounts, rules: AmountRules): Amounts {
  const { gross, discounts, shipping, itemsTax, duties, total } = raw;
  const taxes = raw.taxes - duties;
  const paid = gross - discounts;
  const { onTop, inside } = fits(raw, rules);
  const balanced = Number.isNaN(total) || onTop || inside;
  const included = Number.isNaN(total) ? rules.taxes === 'included' : !onTop && (inside || rules.taxes === 'included');
  if (!included || rules.taxes === 'never') return { gross, discounts, shipping, balanced };
  const itemTax = Number.isNaN(itemsTax) ? share(taxes, paid, paid + shipping) : itemsTax;
  const items = paid - itemTax;
  const discount = share(discounts, items, paid);
  return { gross: items + discount, discounts: discount, shipping: shipping - (taxes - itemTax), balanced };
}
