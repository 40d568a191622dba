import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, type Fraction, negate, ofText, subtract } from '../../../src/core/fraction.ts';
import type { Unit } from '../../../src/core/kinds.ts';
import { amountOf } from '../../../src/documents/checks/amount.ts';
import { amountText, type Rounding, readableText, roundedText } from '../../../src/documents/checks/amount-text.ts';
import { boundOf, operators } from '../../../src/documents/checks/bound.ts';

const units = ['money', 'ratio', 'multiple', 'count', 'decimal', 'duration', 'score', 'months'] as const;
const subjects = { own: 'own', relative: 'change', absolute: 'change', attainment: 'attainment' } as const;
const anyDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }))
  .map(([n, places]): Fraction => ({ n, d: 10n ** BigInt(places), divided: false }));

describe('an exact amount', () => {
  it('is read as it was printed', () => {
    fc.assert(
      fc.property(
        anyDecimal,
        fc.constantFrom(...units),
        fc.constantFrom('own', 'relative', 'absolute', 'attainment'),
        fc.constantFrom(...operators),
        (value, unit, as, operator) => {
          const { bound, as: read } = boundOf(`${operator} ${amountText(value, unit, as)}`, unit, subjects[as]);
          expect(read).toBe(as);
          expect(bound.operator).toBe(operator);
          expect(compare(bound.value, value)).toBe(0);
        },
      ),
    );
  });

  it('of time is the sum of its parts', () => {
    const part = fc.nat({ max: 999 });
    fc.assert(
      fc.property(part, part, part, part, fc.constantFrom('', ' '), fc.boolean(), (d, h, min, s, gap, negative) => {
        const text = [`${d}d`, `${h}${gap}h`, `${min} minutes`, `${s}s`].join(gap);
        const seconds = d * 86_400 + h * 3600 + min * 60 + s;
        const { value } = amountOf(negative ? `-${text}` : text, 'duration', 'change');
        expect(compare(value, ofText(String(negative && seconds > 0 ? -seconds : seconds)))).toBe(0);
      }),
    );
  });
});

describe('a rounded amount', () => {
  it.each<[string, Unit, Rounding, string]>([
    ['0.0187', 'ratio', 'down', '1.8%'],
    ['0.0187', 'ratio', 'up', '1.9%'],
    ['0.00071', 'ratio', 'down', '0.071%'],
    ['0.999', 'ratio', 'up', '100%'],
    ['312.9', 'count', 'down', '310'],
    ['312.9', 'count', 'up', '320'],
    ['7.9', 'count', 'down', '7'],
    ['0.5', 'count', 'down', '0'],
    ['0.5', 'count', 'up', '1'],
    ['60', 'money', 'down', '60'],
    ['59.99', 'money', 'down', '59'],
    ['1.239', 'money', 'up', '1.3'],
    ['18342.5', 'money', 'up', '19000'],
    ['-12.1', 'score', 'down', '-13'],
    ['-12.1', 'score', 'up', '-12'],
    ['0', 'score', 'down', '0'],
    ['3.14', 'multiple', 'down', '3.1'],
    ['27000', 'duration', 'up', '7.5h'],
    ['27001', 'duration', 'up', '7.6h'],
    ['172800', 'duration', 'up', '2d'],
    ['172799', 'duration', 'up', '48h'],
    ['2700', 'duration', 'down', '45 min'],
    ['59.5', 'duration', 'up', '60s'],
    ['-7200', 'duration', 'down', '-2h'],
    ['11.2', 'months', 'up', '12'],
  ])('%s as %s, rounded %s, is %s', (text, unit, rounding, written) => {
    expect(roundedText(ofText(text), unit, 2, rounding)).toBe(written);
  });

  it.each<[string, Unit, string]>([
    ['18342.55', 'money', '18343'],
    ['62.449', 'money', '62.4'],
    ['0.004629', 'ratio', '0.463%'],
    ['2.5', 'count', '2.5'],
    ['7650', 'duration', '2.13h'],
  ])('%s as %s is shown as %s', (text, unit, shown) => expect(readableText(ofText(text), unit)).toBe(shown));

  it('is rounded outwards by less than a tenth, and is what checks read', () => {
    const signed: readonly Unit[] = ['money', 'ratio', 'multiple', 'decimal', 'duration', 'score'];
    const value = fc.tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.bigInt(1n, 10n ** 9n));
    fc.assert(
      fc.property(value, fc.constantFrom(...signed), ([n, d], unit) => {
        const exact: Fraction = { n, d, divided: true };
        const read = (rounding: Rounding) =>
          boundOf(`>= ${roundedText(exact, unit, 2, rounding)}`, unit, 'own').bound.value;
        const [low, high] = [read('down'), read('up')];
        expect(compare(low, exact)).toBeLessThanOrEqual(0);
        expect(compare(high, exact)).toBeGreaterThanOrEqual(0);
        const size = n < 0n ? negate(exact) : exact;
        const tenth: Fraction = { n: size.n, d: size.d * 10n, divided: true };
        expect(compare(subtract(high, low), tenth)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
