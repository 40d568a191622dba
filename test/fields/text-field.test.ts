import fc from 'fast-check';
import { expect, test } from 'vitest';
import { REFUSED } from '../../src/fields/field.ts';
import { header } from '../../src/fields/header-name.ts';
import { key } from '../../src/fields/key.ts';
import { flag, text } from '../../src/fields/text-field.ts';

test('several words mean yes, whatever their case and accents', () => {
  expect(flag.parse('Oui')).toBe(1);
  expect(flag.parse(' SI\u0301 ')).toBe(1);
  expect(flag.parse('VRAI')).toBe(1);
  expect(flag.why('lost')).toBe('unknown_word');
});

test('a column of more different words than are remembered is still read right', () => {
  for (let i = 0; i < 3_000; i++) expect(flag.parse(`word ${i}`)).toBe(REFUSED);
  expect(flag.parse(' Yes ')).toBe(1);
});

test.each([
  ['\uFEFFName ', 'name'],
  ['Financial   Status', 'financial status'],
  ['Coût\u00a0/ conv.', 'coût / conv.'],
  ['Cou\u0302t', 'coût'],
  ['Date d\u2019inscription', "date d'inscription"],
  ['Date d\u00b4inscription', "date d'inscription"],
  // NFKC makes a grave accent of this one.
  ['Date d\u1fefinscription', "date d'inscription"],
  ['ＣＴＲ', 'ctr'],
  ['N. Revenue (formatted)', 'n. revenue (formatted)'],
  ['a\r\nb', 'a b'],
  // UTF-8 that was read as Windows-1252 and saved.
  ['Montant dÃ©pensÃ© (EUR)', 'montant dépensé (eur)'],
  ['Nom de lâ€™ensemble', "nom de l'ensemble"],
  ['TÂCHE', 'tâche'],
  ['', ''],
])('the header %j is %j', (name, compared) => {
  expect(header(name)).toBe(compared);
});

test('headers stay as they are when compared again, whatever their case', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(header(header(name))).toBe(header(name));
    }),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zéèüñ' ()%#/-]{0,20}$/), (name) => {
      expect(header(name.toUpperCase())).toBe(header(name));
    }),
  );
});

test('texts and keys never throw, have no blanks around them and are never empty', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.emailAddress()), (cell) => {
      for (const { parse } of [text, key]) {
        const value = parse(cell);
        if (value === null) continue;
        expect(value).not.toBe('');
        expect(value.trim()).toBe(value);
        expect(parse(value)).toBe(value);
      }
    }),
  );
});

test('an id of letters and many digits is no telephone number', () => {
  expect(['ab-1234567', 'c1234567', 'abc.1234.5678'].map((id) => key.parse(id))).toEqual([
    ...['ab-1234567', 'c1234567', 'abc.1234.5678'],
  ]);
});
