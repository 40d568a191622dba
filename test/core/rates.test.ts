import { expect, it } from 'vitest';
import { parseDay } from '../../src/core/civil.ts';
import { convert, Rates } from '../../src/core/rates.ts';

const unit = 10n ** 12n;
const day = (text: string) => parseDay(text)!;

it('the rate of a day is the last one on or before it', () => {
  const rates = new Rates(
    new Map([
      [
        'USD',
        // Not in order of time.
        [
          { from: day('2026-11-05'), value: 3n },
          { from: day('2026-11-02'), value: 2n },
        ],
      ],
    ]),
  );
  const at = (text: string) => rates.at('USD', day(text));
  expect(['2026-11-01', '2026-11-02', '2026-11-04', '2026-11-05', '2027-01-01'].map(at)).toEqual([
    null,
    2n,
    2n,
    3n,
    3n,
  ]);
  expect(rates.at('GBP', day('2026-11-05'))).toBe(null);
  expect(new Rates().at('USD', day('2026-11-05'))).toBe(null);
});

it.each([
  [1_000_000, (unit * 9n) / 10n, 900_000],
  // 0.000003 × 0.5 = 0.0000015, half away from zero.
  [3, unit / 2n, 2],
  [-3, unit / 2n, -2],
  [1, unit / 3n, 0],
  [2_500_000, 2n * unit, 5_000_000],
])('%i millionths at a rate of %i are %i', (amount, rate, converted) => {
  expect(convert(amount, rate)).toBe(converted);
});
