import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { compare, divide, type Fraction, ofText } from '../../src/core/fraction.ts';
import { bar, sparkline } from '../../src/page/letter-charts.ts';
import { widthOf } from '../../src/page/text-width.ts';

const drawn = (value: string, whole: string, width = 4): string => bar(ofText(value), ofText(whole), width);

describe('a bar', () => {
  it('is exact to an eighth of a column', () => {
    expect(drawn('8', '8')).toBe('████');
    expect(drawn('4', '8')).toBe('██  ');
    expect(drawn('7', '32')).toBe('▉   ');
    expect(drawn('9', '32')).toBe('█▏  ');
    expect(drawn('1', '64')).toBe('▏   ');
  });

  it('is never empty for what is above 0', () => {
    expect(drawn('1', '1000000')).toBe('▏   ');
    expect(drawn('0', '8')).toBe('    ');
    expect(drawn('0', '0')).toBe('    ');
    expect(drawn('3', '0')).toBe('    ');
  });

  it('of more than the whole says so', () => {
    expect(drawn('8.000001', '8')).toBe('███…');
    expect(widthOf(drawn('1000000', '8'))).toBe(4);
  });

  it('has its width whatever the value', () => {
    for (let value = 0; value <= 100; value += 1) expect(widthOf(drawn(String(value), '97', 7))).toBe(7);
  });
});

const BLOCKS = '▁▂▃▄▅▆▇█';
const whole = (n: bigint): Fraction => ({ n, d: 1n, divided: false });
const of = (...values: (string | null)[]): string =>
  sparkline(values.map((value) => (value === null ? null : ofText(value))));
const levels = (text: string): number[] => [...text].map((block) => BLOCKS.indexOf(block));

const fraction: fc.Arbitrary<Fraction> = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([n, d]) => ({ n, d, divided: true }));
const series = fc.array(fc.option(fraction, { nil: null }), { maxLength: 60 });
const known = fc.array(fraction, { minLength: 1, maxLength: 60 });

describe('a sparkline', () => {
  it('goes from the lowest to the highest block', () => {
    expect(of('0', '1', '2', '3', '4', '5', '6', '7')).toBe(BLOCKS);
    expect(of('-5', '0', '5')).toBe('▁▅█');
    expect(of('100', '50', '99')).toBe('█▁█');
    expect(of('0.3902', '0.3948', '0.3837')).toBe('▅█▁');
  });

  it('is flat where nothing changes, of zeros too', () => {
    expect(of('3', '3', '3')).toBe('▄▄▄');
    expect(of('0', '0', '0')).toBe('▄▄▄');
    expect(of('7')).toBe('▄');
    expect(sparkline([divide(ofText('1'), ofText('3')), divide(ofText('2'), ofText('6'))])).toBe('▄▄');
  });

  it('has a dot where there is no value, and is nothing without any', () => {
    expect(of('1', null, '2')).toBe('▁·█');
    expect(of(null, '1', null)).toBe('·▄·');
    expect(of(null, null)).toBe('');
    expect(of()).toBe('');
  });

  it('tells apart what binary numbers cannot', () => {
    expect(sparkline([whole(10n ** 30n), whole(10n ** 30n + 1n)])).toBe('▁█');
  });

  it('has a column for each value', () => {
    fc.assert(
      fc.property(series, (values) => {
        const text = sparkline(values);
        const length = values.every((value) => value === null) ? 0 : values.length;
        expect([...text]).toHaveLength(length);
        expect(stringWidth(text)).toBe(length);
        expect(text).toMatch(/^[▁-█·]*$/);
        for (const [i, value] of values.entries())
          expect(length > 0 && text[i] === '·').toBe(length > 0 && value === null);
      }),
    );
  });

  it('never falls where values rise', () => {
    fc.assert(
      fc.property(known, (values) => {
        const found = levels(sparkline([...values].sort(compare)));
        expect(found).toEqual([...found].sort((a, b) => a - b));
      }),
    );
  });

  it('has the order of the values, the lowest and the highest at the ends', () => {
    fc.assert(
      fc.property(known, (values) => {
        const found = levels(sparkline(values));
        for (const [i, value] of values.entries())
          for (const [k, other] of values.entries()) {
            const order = compare(value, other);
            if (order === 0) expect(found[i]).toBe(found[k]);
            if (order < 0) expect(found[i]).toBeLessThanOrEqual(found[k] ?? -1);
          }
        const constant = values.every((value) => compare(value, values[0]!) === 0);
        expect([Math.min(...found), Math.max(...found)]).toEqual(constant ? [3, 3] : [0, 7]);
      }),
    );
  });

  it('is that of any series of the same course', () => {
    fc.assert(
      fc.property(known, fc.bigInt({ min: 1n, max: 1000n }), (values, times) => {
        const larger = values.map(({ n, d }) => ({ n: n * times + 17n * d, d, divided: false }));
        expect(sparkline(larger)).toBe(sparkline(values));
      }),
    );
  });
});
