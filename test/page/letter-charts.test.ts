import { describe, expect, it } from 'vitest';
import { ofText } from '../../src/core/fraction.ts';
import { bar } from '../../src/page/letter-charts.ts';
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
