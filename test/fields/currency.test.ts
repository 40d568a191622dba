import { describe, expect, it } from 'vitest';
import { currenciesOf, currencyCell, currencyOf } from '../../src/fields/currency.ts';

describe('a currency', () => {
  // Of every part of the world, from A to Z.
  it.each([
    ...['AED', 'ARS', 'AUD', 'BRL', 'CAD', 'CHF', 'CLP', 'CNH', 'CNY', 'CZK', 'DKK', 'EGP', 'EUR', 'GBP', 'HKD', 'HTG'],
    ...['HUF', 'IDR', 'ILS', 'INR', 'ISK', 'JPY', 'KES', 'KRW', 'LKR', 'MAD', 'MKD', 'MMK', 'MXN', 'MYR', 'NOK', 'NZD'],
    ...['PHP', 'PLN', 'QAR', 'RON', 'RWF', 'SAR', 'SEK', 'SGD', 'THB', 'TND', 'TRY', 'UAH', 'USD', 'UYU', 'UZS', 'VND'],
    ...['XOF', 'ZAR', 'ZWL'],
  ])('is known by its code: %s', (code) => {
    expect([currencyOf(code), currenciesOf(code), currencyCell(code.toLowerCase())]).toEqual([code, [code], code]);
  });

  it.each([
    ...[
      ['€', 'EUR'],
      ['&pound;', 'GBP'],
      ['$US', 'USD'],
      ['C$', 'CAD'],
      ['AU$', 'AUD'],
      ['NZ$', 'NZD'],
    ],
    ...[
      ['HK$', 'HKD'],
      ['R$', 'BRL'],
      ['円', 'JPY'],
      ['₹', 'INR'],
      ['₴', 'UAH'],
    ],
    ...[
      ['₪', 'ILS'],
      ['₫', 'VND'],
      ['zł', 'PLN'],
      ['Kč', 'CZK'],
      ['Ft', 'HUF'],
      ['RM', 'MYR'],
    ],
    ...[
      ['Rp', 'IDR'],
      ['SFr.', 'CHF'],
    ],
  ])('is known by a sign of its own: %s is %s', (sign, code) => {
    expect([currencyCell(sign), currenciesOf(sign)]).toEqual([code, [code]]);
  });

  it.each([
    ['$', ['USD', 'CAD', 'MXN', 'XCD']],
    ['¥', ['JPY', 'CNY']],
    ['kr', ['SEK', 'NOK', 'DKK', 'ISK']],
    ['Rs.', ['INR', 'LKR', 'SCR']],
    ['R', ['ZAR', 'BRL']],
  ])('is one of several by a sign that they share: %s', (sign, some) => {
    expect([currencyOf(sign), currencyCell(sign)]).toEqual([null, null]);
    expect(currenciesOf(sign)).toEqual(expect.arrayContaining(some));
  });

  it('is none by another word', () => {
    expect([currencyOf('euros'), currenciesOf('XYZ'), currencyCell('abc')]).toEqual([undefined, [], null]);
  });
});
