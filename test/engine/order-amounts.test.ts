import { describe, expect, it } from 'vitest';
import { type AmountRules, amountsOf, type OfLines, type RawAmounts } from '../../src/engine/orders/order-amounts.ts';

/* The amounts of an order, in euros here; the program counts in millionths. */

const euros = (amount: number): number => Math.round(amount * 1_000_000);
const rules: AmountRules = {
  taxes: 'on top',
  minor: euros(0.01),
  discountOnShipping: false,
  itemsOfLines: false,
  discountsOfLines: false,
};
const none = { gross: 0, discounts: 0, shipping: 0, taxes: 0, itemsTax: Number.NaN, duties: 0, total: Number.NaN };
const noLines = { value: 0, gift: 0, off: 0, giftOff: 0 };
const inMillionths = <T extends object>(amounts: T): T =>
  Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, euros(amount)])) as T;

function of(raw: Partial<RawAmounts>, more: Partial<AmountRules> = {}, lines: Partial<OfLines> = {}) {
  const found = amountsOf(inMillionths({ ...none, ...raw }), inMillionths({ ...noLines, ...lines }), {
    ...rules,
    ...more,
  });
  const { gross, discounts, shipping, balanced } = found;
  return [...[gross, discounts, shipping].map((amount) => amount / 1_000_000), balanced];
}

describe('tax', () => {
  it('on top of prices leaves them as they are', () => {
    expect(of({ gross: 100, discounts: 10, shipping: 5, taxes: 19, total: 114 })).toEqual([100, 10, 5, true]);
  });

  it('in prices is taken out of items and shipping by their share', () => {
    // Of 22, items have 22 × 120 / 132 = 20 and shipping 2.
    expect(of({ gross: 120, shipping: 12, taxes: 22, total: 132 })).toEqual([100, 0, 10, true]);
    // Paid for items: 96, of which 18 × 96 / 108 = 16 is tax; the discount shrinks with them: 24 × 80 / 96 = 20.
    expect(of({ gross: 120, discounts: 24, shipping: 12, taxes: 18, total: 108 })).toEqual([100, 20, 10, true]);
  });

  it('of items may be stated: the rest is on shipping', () => {
    // 96 - 15 = 81; 24 × 81 / 96 = 20.25; 12 - (18 - 15) = 9.
    const raw = { gross: 120, discounts: 24, shipping: 12, taxes: 18, itemsTax: 15, total: 108 };
    expect(of(raw)).toEqual([101.25, 20.25, 9, true]);
  });

  it('without a total is as most orders have it', () => {
    const raw = { gross: 120, shipping: 12, taxes: 22 };
    expect(of(raw)).toEqual([120, 0, 12, true]);
    expect(of(raw, { taxes: 'included' })).toEqual([100, 0, 10, true]);
    expect(of(raw, { taxes: 'never' })).toEqual([120, 0, 12, true]);
  });

  it('of an order that does not add up is as most orders have it, and the order is unbalanced', () => {
    const raw = { gross: 120, shipping: 12, taxes: 22, total: 140 };
    expect(of(raw)).toEqual([120, 0, 12, false]);
    expect(of(raw, { taxes: 'included' })).toEqual([100, 0, 10, false]);
  });

  it('is what the order itself shows, not what most have', () => {
    expect(of({ gross: 100, taxes: 20, total: 120 }, { taxes: 'included' })).toEqual([100, 0, 0, true]);
    expect(of({ gross: 120, taxes: 20, total: 120 }, { taxes: 'never' })).toEqual([120, 0, 0, true]);
  });

  it.each([
    [119.99, true],
    [120.01, true],
    [119.98, false],
    [120.02, false],
  ])('may be a cent off: a total of %d for 100 and 20 is balanced: %s', (total, balanced) => {
    expect(of({ gross: 100, taxes: 20, total })).toEqual([100, 0, 0, balanced]);
    expect(of({ gross: 120, shipping: 0, taxes: 20, total }, { taxes: 'included' }).at(3)).toBe(balanced);
  });
});

describe('gift cards', () => {
  it('are taken out of items and total', () => {
    expect(of({ gross: 50, discounts: 6, taxes: 8, total: 52 }, {}, { value: 30, gift: 20 })).toEqual([30, 6, 0, true]);
  });

  it('leave no discount larger than the items', () => {
    // 5 of items are left, so that 2 of the 7 were on the card.
    expect(of({ gross: 25, discounts: 7, total: 18 }, {}, { value: 5, gift: 20 })).toEqual([5, 5, 0, true]);
  });

  it('are never more than the items', () => {
    expect(of({ gross: 25, total: 25 }, {}, { gift: 30 })).toEqual([0, 0, 0, true]);
    expect(of({ gross: 25, total: 25 }, {}, { gift: -3 })).toEqual([25, 0, 0, true]);
  });

  it('take the discounts of their own lines with them', () => {
    const raw = { gross: 50, discounts: 8, total: 42 };
    const lines = { value: 30, gift: 20, off: 3, giftOff: 5 };
    expect(of(raw, { discountsOfLines: true }, lines)).toEqual([30, 3, 0, true]);
    expect(of(raw, {}, lines)).toEqual([30, 8, 0, true]);
  });

  it('share a code that could have paid for them', () => {
    // 25 of 50 at half price: 25 >= 20, so the card has 25 × 20 / 50 = 10 of it.
    const raw = { gross: 50, discounts: 25, total: 25 };
    expect(of(raw, { discountsOfLines: true }, { value: 30, gift: 20 })).toEqual([30, 15, 0, true]);
    // 19 could not.
    const less = { gross: 50, discounts: 19, total: 31 };
    expect(of(less, { discountsOfLines: true }, { value: 30, gift: 20 })).toEqual([30, 19, 0, true]);
    const enough = { gross: 50, discounts: 20, total: 30 };
    expect(of(enough, { discountsOfLines: true }, { value: 30, gift: 20 })).toEqual([30, 12, 0, true]);
  });
});

describe('a code beside discounts of lines', () => {
  const rules = { discountsOfLines: true };

  it('is shared out over what the lines leave', () => {
    // Of 30, 10 are on a line; the other 20 could have paid for the card: 20 × 20 / (30 - 10 + 20) = 10 are on it.
    const raw = { gross: 50, discounts: 30, total: 20 };
    expect(of(raw, rules, { value: 30, gift: 20, off: 10 })).toEqual([30, 20, 0, true]);
    // Of 32, 10 are on a line and 4 on the card, of which 16 are left: 4 + 18 × 16 / (30 - 10 + 16) = 12.
    const both = { gross: 50, discounts: 32, total: 18 };
    expect(of(both, rules, { value: 30, gift: 20, off: 10, giftOff: 4 })).toEqual([30, 20, 0, true]);
  });

  it('is none where the card is paid for by its own line', () => {
    const raw = { gross: 50, discounts: 25, total: 25 };
    expect(of(raw, rules, { value: 30, gift: 20, off: 5, giftOff: 20 })).toEqual([30, 5, 0, true]);
  });
});

describe('a discount on shipping', () => {
  const shopify = { discountOnShipping: true };

  it('lowers shipping, if the lines show that items have none', () => {
    expect(of({ gross: 35, discounts: 5, shipping: 5, total: 30 }, shopify, { value: 30 })).toEqual([30, 0, 0, true]);
    expect(of({ gross: 33, discounts: 3, shipping: 5, total: 32 }, shopify, { value: 30 })).toEqual([30, 0, 2, true]);
  });

  it('may be a part of the discounts, if the total agrees', () => {
    // Lines of 40 and items of 38 less 2 paid: 4 - 2 = 2 of the discounts are on shipping.
    const raw = { gross: 42, discounts: 4, shipping: 5, total: 41 };
    expect(of(raw, shopify, { value: 40 })).toEqual([40, 2, 3, true]);
    expect(of({ ...raw, total: 40 }, shopify, { value: 40 })).toEqual([42, 4, 5, false]);
  });

  it('may be one where tax is on top, and is one whatever the total where the lines show no other', () => {
    // 40 - 2 + 3 and 8 of tax are 49; as it is stated it would be 51.
    const raw = { gross: 42, discounts: 4, shipping: 5, taxes: 8, total: 49 };
    expect(of(raw, shopify, { value: 40 })).toEqual([40, 2, 3, true]);
    expect(of({ gross: 35, discounts: 5, shipping: 5, total: 28 }, shopify, { value: 30 })).toEqual([30, 0, 0, false]);
  });

  it('is none in other tools, without lines, or where the total agrees already', () => {
    const raw = { gross: 35, discounts: 5, shipping: 5, total: 30 };
    expect(of(raw, {}, { value: 30 })).toEqual([35, 5, 5, false]);
    expect(of(raw, shopify)).toEqual([35, 5, 5, false]);
    expect(of({ ...raw, total: 35 }, shopify, { value: 30 })).toEqual([35, 5, 5, true]);
    expect(of({ ...raw, shipping: 0, total: 20 }, shopify, { value: 30 })).toEqual([35, 5, 0, false]);
    expect(of({ gross: 35, shipping: 5, total: 30 }, shopify, { value: 30 })).toEqual([35, 0, 5, false]);
  });

  it('is none if it were more than shipping, or if the lines are less than the items', () => {
    expect(of({ gross: 36, discounts: 6, shipping: 5, total: 29 }, shopify, { value: 30 })).toEqual([36, 6, 5, false]);
    expect(of({ gross: 35, discounts: 5, shipping: 5, total: 30 }, shopify, { value: 29 })).toEqual([35, 5, 5, false]);
    expect(of({ gross: 35, discounts: 5, shipping: 5, total: 30 }, shopify, { value: 35 })).toEqual([35, 5, 5, false]);
  });
});

describe('items that are lines', () => {
  const lines = { itemsOfLines: true };

  it('were discounted by what was not paid of their sum', () => {
    expect(of({ gross: 30, total: 30 }, lines, { value: 40 })).toEqual([40, 10, 0, true]);
    expect(of({ gross: 36, taxes: 6, total: 36 }, lines, { value: 40 })).toEqual([40, 10, 0, true]);
  });

  it('have tax in them if their sum is what was paid, and on top of them if it is that without tax', () => {
    // 36 with 6 of tax in it.
    expect(of({ gross: 36, taxes: 6, total: 36 }, lines, { value: 36 })).toEqual([30, 0, 0, true]);
    expect(of({ gross: 36, taxes: 6, total: 36 }, lines, { value: 30 })).toEqual([30, 0, 0, true]);
    expect(of({ gross: 36, taxes: 6, total: 36 }, lines, { value: 30.01 })).toEqual([30.01, 0.01, 0, true]);
  });

  it('are as they are stated without lines or without a total', () => {
    expect(of({ gross: 30, total: 30 }, lines)).toEqual([30, 0, 0, true]);
    expect(of({ gross: 30 }, lines, { value: 40 })).toEqual([30, 0, 0, true]);
  });
});
