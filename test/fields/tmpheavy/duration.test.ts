import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { duration } from '../../../src/fields/duration.ts';
import { REFUSED } from '../../../src/fields/field.ts';

describe.each(['.', ','] as const)('durations with "%s"', (decimal) => {
  const seconds = duration({ decimal, bare: 's' });
  const two = (n: number): string => String(n).padStart(2, '0');

  it('are read back as they are printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000_000_000 }), fc.integer({ min: 0, max: 999_999 }), (whole, part) => {
        const value = whole * 1e6 + part;
        const fraction = part === 0 ? '' : decimal + String(part).padStart(6, '0');
        const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
        const [d, hours] = [Math.floor(h / 24), h % 24];
        const negative = value === 0 ? 0 : -value;
        expect(seconds.parse(`${whole}${fraction}`)).toBe(value);
        expect(seconds.parse(`-${whole}${fraction}`)).toBe(negative);
        expect(seconds.parse(`${h}:${two(m)}:${two(s)}${fraction}`)).toBe(value);
        expect(seconds.parse(`-${two(h)}:${two(m)}:${two(s)}${fraction}`)).toBe(negative);
        expect(seconds.parse(`${d}d ${hours}h ${m}min ${s}${fraction}s`)).toBe(value);
        expect(seconds.parse(`${d} days, ${hours} hours, ${m} minutes, ${s}${fraction} seconds`)).toBe(value);
      }),
    );
  });

  it('are exact in every unit, and refused when too long', () => {
    const sizes = { d: 86_400_000_000n, h: 3_600_000_000n, min: 60_000_000n, s: 1_000_000n, ms: 1_000n } as const;
    fc.assert(
      fc.property(
        fc.constantFrom('d', 'h', 'min', 's', 'ms'),
        fc.bigInt({ min: 0n, max: 10n ** 14n }),
        fc.integer({ min: 0, max: 9 }),
        (unit, digits, places) => {
          const padded = String(digits).padStart(places + 1, '0');
          const text = padded.slice(0, padded.length - places) + (places > 0 ? decimal + padded.slice(-places) : '');
          const scale = 10n ** BigInt(places);
          const size = (2n * digits * sizes[unit] + scale) / (2n * scale);
          const expected = size > BigInt(Number.MAX_SAFE_INTEGER) ? REFUSED : Number(size);
          expect(duration({ decimal, bare: unit }).parse(text)).toBe(expected);
          expect(seconds.parse(`${text} ${unit}`)).toBe(expected);
        },
      ),
      { numRuns: 200_000 },
    );
  });

  it('never throw, and why answers exactly where they are refused', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.stringMatching(/^[0-9:.,dhmins -]{0,16}$/));
    fc.assert(
      fc.property(texts, (text) => {
        const value = seconds.parse(text);
        expect(Number.isSafeInteger(value) || Number.isNaN(value) || value === REFUSED).toBe(true);
        expect(seconds.why(text) !== null).toBe(value === REFUSED);
      }),
      { numRuns: 200_000 },
    );
  });
});

test.each([
  ['4:31', 'ambiguous'],
  ['0:60:00', 'no_such_time'],
  ['1,5', 'breaks_convention'],
  ['1,5 h', 'breaks_convention'],
  ['9007199255', 'too_large'],
  ['1 parsec', 'not_a_duration'],
  ['12', null],
])('a duration says why it refuses %j: %s', (text, reason) => {
  expect(duration({ decimal: '.', bare: 's' }).why(text)).toBe(reason);
});
