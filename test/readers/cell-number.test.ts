import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberText } from '../../src/readers/workbook/cell-number.ts';
import { builtInFormat, formatOf, general } from '../../src/readers/workbook/number-format.ts';

const shown = (raw: string | number, code: string | number, is1904 = false): string =>
  numberText(String(raw), typeof code === 'number' ? builtInFormat(code) : formatOf(code), is1904);

describe('a number of a cell', () => {
  it.each([
    ['12.340000000000002', '12.34'],
    ['0.1', '0.1'],
    ['0.30000000000000004', '0.3'],
    ['1234', '1234'],
    ['-0', '0'],
    ['-1.50', '-1.5'],
    ['1.234', '1.2340'],
    ['-1234.125', '-1234.1250'],
    ['1e3', '1000'],
    ['1.5E-3', '0.0015'],
    ['4.9000000000000004', '4.9'],
    ['1E-7', '0.0000001'],
    ['1e-300', '0'],
    ['999999999999999', '999999999999999'],
    ['1000000000000000', '1E+15'],
    ['5277620000121', '5277620000121'],
    ['23851234567890123', '2.38512345678901E+16'],
    ['1.7976931348623157E+308', '1.79769313486232E+308'],
    [' 7 ', '7'],
    ['', ''],
    ['abc', 'abc'],
    ['NaN', 'NaN'],
    ['1e999', '1e999'],
    ['0x10', '0x10'],
  ])('%s is %s', (raw, text) => expect(numberText(raw, general, false)).toBe(text));

  it('is a percentage, or an amount of a currency, by its format', () => {
    expect(shown(0.0123, 10)).toBe('1.23%');
    expect(shown(1, 9)).toBe('100%');
    expect(shown(0.012345, '0.0%')).toBe('1.2345%');
    expect(shown(0.01234, '0.00%')).toBe('1.2340%');
    expect(shown(0.07, '0%')).toBe('7%');
    expect(shown(12.5, '[$€-407] #,##0.00')).toBe('€12.5');
    expect(shown(-12.5, '"$"#,##0.00;[Red]-"$"#,##0.00')).toBe('-$12.5');
    expect(shown(12.5, '#,##0.00\\ "EUR"')).toBe('EUR12.5');
    expect(shown(12.5, '#,##0.00 "pcs"')).toBe('12.5');
    expect(shown(12.5, '0.00E+00')).toBe('12.5');
  });

  it('has at most fifteen digits, and the value of the cell', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e14, max: 1e14 }), (value) => {
        const text = numberText(String(value), general, false);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(text).not.toMatch(/^-?\d{1,3}\.\d{3}$/);
        expect(Number(text)).toBe(Math.abs(value) < 1e-31 ? 0 : Number(value.toPrecision(15)));
      }),
    );
  });
});

describe('a number format', () => {
  it.each([
    ['General', 'number'],
    ['@', 'number'],
    ['0.00', 'number'],
    ['#,##0.00_);[Red](#,##0.00)', 'number'],
    ['0.00E+00', 'number'],
    ['"days" 0', 'number'],
    ['0\\d', 'number'],
    ['[Yellow]0', 'number'],
    ['[>=100]0;0.0', 'number'],
    ['0_d', 'number'],
    ['0*d', 'number'],
    ['0;yyyy', 'number'],
    ['0.0%', 'percent'],
    ['0 "%"', 'number'],
    ['yyyy-mm-dd', 'date'],
    ['[$-409]d/m/yy h:mm;@', 'date'],
    ['mmm yy', 'date'],
    ['mmmm', 'date'],
    ['m', 'date'],
    ['DD.MM.YYYY', 'date'],
    ['yyyy"-"mm', 'date'],
    ['h:mm:ss AM/PM', 'time'],
    ['mm:ss', 'time'],
    ['[h]:mm:ss', 'elapsed'],
    ['[mm]:ss', 'elapsed'],
    ['[ss]', 'elapsed'],
    ['', 'number'],
    ['"unclosed', 'number'],
    ['[', 'number'],
  ])('%s shows a %s', (code, shows) => expect(formatOf(code).shows).toBe(shows));

  it('may be one of Excel itself', () => {
    const ids = Array.from({ length: 60 }, (_, id) => id);
    const of = (shows: string) => ids.filter((id) => builtInFormat(id).shows === shows);
    expect(of('percent')).toEqual([9, 10]);
    expect(of('elapsed')).toEqual([46]);
    const dated = [...of('date'), ...of('time'), ...of('elapsed')].sort((a, b) => a - b);
    const range = (from: number, to: number) => ids.slice(from, to + 1);
    expect(dated).toEqual([...range(14, 22), ...range(27, 36), ...range(45, 47), ...range(50, 58)]);
  });

  it('never fails', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (code) => void formatOf(code)));
  });
});

describe('a date', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [46082, '2026-03-01'],
    [46082.5, '2026-03-01 12:00:00'],
    [46082.416712963, '2026-03-01 10:00:04'],
    [46082.999994, '2026-03-01 23:59:59'],
    [46082.999995, '2026-03-02 00:00:00'],
    [60.5, '1900-02-29 12:00:00'],
    [2958465, '9999-12-31'],
    [0, '1899-12-31'],
    [2958466, '2958466'],
    [-1, '-1'],
  ])('%s is %s', (serial, text) => expect(shown(serial, 'dd/mm/yyyy')).toBe(text));

  it('of the other system begins in 1904', () => {
    expect(shown(0, 14, true)).toBe('1904-01-01');
    expect(shown(60, 14, true)).toBe('1904-03-01');
    expect(shown(44620.25, 22, true)).toBe('2026-03-01 06:00:00');
  });

  it('may be a time of day, or a duration of more than one', () => {
    expect(shown(0.0125, 21)).toBe('00:18:00');
    expect(shown(0, 20)).toBe('00:00:00');
    expect(shown(46082.75, 20)).toBe('2026-03-01 18:00:00');
    expect(shown(1.0625, 46)).toBe('25:30:00');
    expect(shown(1, '[h]:mm')).toBe('24:00:00');
    expect(shown(0.5, 14)).toBe('1899-12-31 12:00:00');
  });

  it('of any second is that second again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61 * 86_400, max: 2_958_465 * 86_400 }), (seconds) => {
        const iso = new Date(Date.UTC(1899, 11, 30) + seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
        const text = seconds % 86_400 === 0 ? iso.slice(0, 10) : iso;
        expect(shown(seconds / 86_400, 22)).toBe(text);
      }),
    );
  });
});
