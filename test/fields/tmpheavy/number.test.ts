import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { currencyIn } from '../../../src/fields/affix.ts';
import { REFUSED } from '../../../src/fields/field.ts';
import { integer, number, ratio, scaled } from '../../../src/fields/number.ts';
import { mangled } from './mangle.ts';
import { anyNumber, type Print, print } from './print-number.ts';
import { numberReference } from './reference.ts';

describe.each(['.', ','] as const)('numbers with "%s"', (decimal) => {
  const kind = number({ decimal });

  it('reads what any tool prints, in every grouping, sign and currency', () => {
    fc.assert(
      fc.property(anyNumber, (how: Print) => {
        expect(kind.parse(print(how, decimal))).toBe(how.value);
      }),
      { numRuns: 200_000 },
    );
  });

  it('reads percentages exactly', () => {
    const share = ratio({ decimal });
    const percent = ratio({ decimal, bare: 'percent' });
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (tenThousandths) => {
        const text = print(
          { value: tenThousandths * 100, group: '', style: 'minus', currency: '', places: 4 },
          decimal,
        );
        expect(share.parse(`${text}%`)).toBe(tenThousandths === 0 ? 0 : tenThousandths);
        expect(share.parse(`${text}\u00a0%`)).toBe(percent.parse(text));
      }),
    );
  });

  it('reads whole numbers and only those as integers', () => {
    const count = integer({ decimal });
    fc.assert(
      fc.property(anyNumber, (how: Print) => {
        const text = print({ ...how, currency: '' }, decimal);
        expect(count.parse(text)).toBe(how.value % 1e6 === 0 ? how.value : REFUSED);
      }),
    );
  });

  it('does with mangled texts what the reference does, and still accepts many', () => {
    let accepted = 0;
    fc.assert(
      fc.property(anyNumber, mangled("0159.,' -+()%€$\u00a0\u202f\u2019\u2212<>EURe_x\t"), (how, mangle) => {
        const text = mangle(print(how, decimal));
        const value = kind.parse(text);
        expect([text, value]).toEqual([text, numberReference(text, decimal)]);
        if (Number.isFinite(value)) accepted++;
      }),
      { numRuns: 200_000 },
    );
    expect(accepted).toBeGreaterThan(2_000);
  });

  it('rounds decimals of any length half away from zero', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?[0-9]{1,12}[.][0-9]{1,25}$/), (written) => {
        const text = written.replace('.', decimal);
        expect(kind.parse(text)).toBe(numberReference(text, decimal));
      }),
      { numRuns: 200_000 },
    );
  });

  it('never throws, returns a safe integer, blank or refused, and says why exactly when it refused', () => {
    const kinds = [kind, ratio({ decimal }), ratio({ decimal, bare: 'percent' }), integer({ decimal })];
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (text) => {
        for (const { parse, why } of kinds) {
          const value = parse(text);
          expect(Number.isSafeInteger(value) || Number.isNaN(value) || value === REFUSED).toBe(true);
          expect(why(text) !== null).toBe(value === REFUSED);
        }
      }),
      { numRuns: 200_000 },
    );
  });
});

test.each([
  ['12.5%', 'unexpected_percent'],
  ['1.234,5', 'breaks_convention'],
  ['0,125', 'breaks_convention'],
  ['9007199255', 'too_large'],
  ['1e3', 'not_a_number'],
  ['12.5 €', null],
  ['', null],
  ['<5', null],
])('number says why it refuses %j: %s', (text, reason) => {
  expect(number({ decimal: '.' }).why(text)).toBe(reason);
});

test.each([
  ['12.5', 'not_whole'],
  ['12 €', 'not_a_number'],
  ['12%', 'unexpected_percent'],
  ['9007199255', 'too_large'],
  ['1.234.567', 'breaks_convention'],
])('integer says why it refuses %j: %s', (text, reason) => {
  expect(integer({ decimal: '.' }).why(text)).toBe(reason);
});

test('a rate is read to twelve places', () => {
  expect(scaled('1.084512345678', '.', 12)).toBe(1_084_512_345_678n);
  expect(scaled('0,0000000000005', ',', 12)).toBe(1n);
  expect(scaled('-0.0000000000004', '.', 12)).toBe(0n);
  expect(scaled('123456789012345678901', '.', 2)).toBe(12_345_678_901_234_567_890_100n);
  expect(scaled('', '.', 12)).toBeNull();
  expect(scaled('1e3', '.', 12)).toBeNull();
  expect(scaled('5%', '.', 12)).toBeNull();
  fc.assert(
    fc.property(anyNumber, (how) => {
      expect(scaled(print(how, '.'), '.', 6)).toBe(BigInt(how.value));
    }),
  );
});

test.each([
  ['€12.50', 'EUR'],
  ['12,50 €', 'EUR'],
  ['&euro;12.50', 'EUR'],
  ['£3', 'GBP'],
  ['US$ 0.00', 'USD'],
  ['CA$5', 'CAD'],
  ['A$5', 'AUD'],
  ['($12.50 USD)', 'USD'],
  ['EUR', 'EUR'],
  ['12 CHF', 'CHF'],
  ['$12.50', null],
  ['¥100', null],
  ['12 kr', null],
  ['€12 USD', null],
  ['12.50', null],
  ['abc', null],
  ['', null],
])('the currency in %j is %s', (text, code) => {
  expect(currencyIn(text)).toBe(code);
});
