import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  add,
  compare,
  divide,
  lowest,
  magnitude,
  multiply,
  negate,
  ofMicro,
  ofText,
  roundedQuotient,
  subtract,
  toDecimal,
  toFixed,
} from '../../src/core/fraction.ts';

it.each([
  ['6', '4', 3n, 2n],
  ['-6', '4', -3n, 2n],
  ['0', '4', 0n, 1n],
  ['1.5', '1', 3n, 2n],
  ['7', '7', 1n, 1n],
])('%s over %s in its lowest terms', (over, under, n, d) => {
  expect(lowest(divide(ofText(over), ofText(under)))).toEqual({ n, d, divided: true });
});

it('the lowest terms are the same number, printed the same', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 9n }), (n, d) => {
      const value = divide(ofMicro(n), ofMicro(d));
      const low = lowest(value);
      expect(compare(low, value)).toBe(0);
      expect(toDecimal(low)).toBe(toDecimal(value));
      expect(low.d).toBeGreaterThan(0n);
      expect(lowest(low)).toEqual(low);
    }),
  );
});

it('the magnitude is the number without its sign', () => {
  expect(['-1.5', '0', '1.5'].map((text) => toDecimal(magnitude(ofText(text))))).toEqual(['1.5', '0', '1.5']);
});

const text = (value: ReturnType<typeof ofText>): string => toDecimal(value);

it.each([
  ['1.5', 15n, 10n],
  ['-0.25', -25n, 100n],
  ['12', 12n, 1n],
  ['-0', 0n, 1n],
])('%s is a decimal', (given, n, d) => {
  expect(ofText(given)).toEqual({ n, d, divided: false });
});

it.each(['', '-', '1.', '.5', '1e3', '1 ', ' 1', '+1', '1,5', 'x', '1.5.2'])('%j is no decimal', (given) => {
  expect(() => ofText(given)).toThrow(new RangeError(`not a decimal: ${given}`));
});

it('sums, differences and products are exact, of like and unlike denominators', () => {
  expect(text(add(ofText('0.1'), ofText('0.2')))).toBe('0.3');
  expect(text(add(ofText('0.25'), ofText('1.5')))).toBe('1.75');
  expect(text(subtract(ofText('1'), ofText('2.25')))).toBe('-1.25');
  expect(text(multiply(ofText('1.5'), ofText('-0.4')))).toBe('-0.6');
  // 1/3 + 1/6 = 1/2; 2/3 × 3/4 = 1/2.
  expect(text(add(divide(ofText('1'), ofText('3')), divide(ofText('1'), ofText('6'))))).toBe('0.5');
  expect(text(multiply(divide(ofText('2'), ofText('3')), divide(ofText('3'), ofText('4'))))).toBe('0.5');
});

it('what took part in a division is divided, and nothing else', () => {
  const [whole, part] = [ofText('2'), divide(ofText('1'), ofText('4'))];
  const like = { ...ofText('2'), divided: true };
  for (const fold of [add, subtract, multiply]) {
    expect(fold(whole, ofText('0.5')).divided).toBe(false);
    expect(fold(whole, whole).divided).toBe(false);
    for (const [a, b] of [
      [whole, part] as const,
      [part, whole] as const,
      [like, whole] as const,
      [whole, like] as const,
    ])
      expect(fold(a, b).divided).toBe(true);
  }
  expect(ofMicro(1n).divided).toBe(false);
  expect([negate(part).divided, negate(whole).divided]).toEqual([true, false]);
});

it('a divisor below zero changes the sign, and zero is refused', () => {
  expect(divide(ofText('3'), ofText('-4'))).toEqual({ n: -3n, d: 4n, divided: true });
  expect(() => divide(ofText('3'), ofText('0'))).toThrow(new RangeError('division by zero'));
});

it.each([
  ['1', '2', -1],
  ['2', '1', 1],
  ['0.5', '0.50', 0],
  ['-1', '-2', 1],
  ['-0.1', '0', -1],
])('%s against %s: %i', (a, b, order) => {
  expect(compare(ofText(a), ofText(b))).toBe(order);
});

it.each([
  [5n, 2n, 3n],
  [-5n, 2n, -3n],
  [5n, -2n, -3n],
  [-5n, -2n, 3n],
  [4n, 3n, 1n],
  [-4n, 3n, -1n],
  [1n, 2n, 1n],
  [0n, 7n, 0n],
  [49n, 100n, 0n],
])('%i over %i is rounded half away from zero: %i', (n, d, rounded) => {
  expect(roundedQuotient(n, d)).toBe(rounded);
});

it.each([
  ['1.005', 2, '1.01'],
  ['-1.005', 2, '-1.01'],
  ['-0.004', 2, '0.00'],
  ['0.5', 0, '1'],
  ['-12.3', 0, '-12'],
  ['7', 3, '7.000'],
  ['0.049', 1, '0.0'],
])('%s with %i decimals is %s', (value, places, printed) => {
  expect(toFixed(ofText(value), places)).toBe(printed);
});

it.each([
  // Added up: in full, without zeros at the end.
  [ofMicro(1_500_000n), '1.5'],
  [ofMicro(100_000_000n), '100'],
  [ofMicro(12_345_678_901_234_567_890_123_456n), '12345678901234567890.123456'],
  [ofText('0.123456789'), '0.123456789'],
  [ofText('12345678901234567890.01'), '12345678901234567890.01'],
  [multiply(ofMicro(1n), ofMicro(1n)), '0.000000000001'],
  // Divided: twelve digits from the first that is not 0.
  [divide(ofText('1'), ofText('3')), '0.333333333333'],
  [divide(ofText('-2'), ofText('3')), '-0.666666666667'],
  [divide(ofText('1'), ofText('3000')), '0.000333333333333'],
  [divide(ofText('1000'), ofText('3')), '333.333333333'],
  [divide(ofText('10'), ofText('10')), '1'],
  [divide(ofText('99'), ofText('100')), '0.99'],
  [divide(ofText('0'), ofText('7')), '0'],
  [divide(ofText('1234567890123'), ofText('1')), '1234567890120'],
  [divide(ofText('1234567890125'), ofText('1')), '1234567890130'],
  [divide(ofText('123456789012'), ofText('1')), '123456789012'],
  [divide(ofText('2000000000000'), ofText('3')), '666666666667'],
  [divide(ofText('20000000000000'), ofText('3')), '6666666666670'],
  // A count of digits alone would be off by one on either side.
  [divide(ofText('9'), ofText('10')), '0.9'],
  [divide(ofText('10'), ofText('9')), '1.11111111111'],
  [divide(ofText('9'), ofText('80')), '0.1125'],
  [divide(ofText('80'), ofText('9')), '8.88888888889'],
])('%o is printed %s', (value, printed) => {
  expect(toDecimal(value)).toBe(printed);
});
