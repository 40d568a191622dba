import { expect, it } from 'vitest';
import { allOf, counted, decimal, either, nouns, quoted } from '../../src/core/text.ts';

it.each([
  [0, '0 rows', '0 ligne'],
  [1, '1 row', '1 ligne'],
  [2, '2 rows', '2 lignes'],
])('%i with its noun: in French 0 is singular', (count, en, fr) => {
  expect(counted(count, nouns.row)).toEqual({ en, fr });
});

it('numbers have a decimal comma in French', () => {
  expect(decimal('12.50')).toEqual({ en: '12.50', fr: '12,50' });
  expect(decimal('12')).toEqual({ en: '12', fr: '12' });
});

it('names are joined as alternatives and as lists', () => {
  expect(either(['a', 'b', 'c'])).toEqual({ en: 'a or b or c', fr: 'a ou b ou c' });
  expect(allOf(['a', 'b', 'c'])).toEqual({ en: 'a, b and c', fr: 'a, b et c' });
  expect(allOf(['a', 'b'])).toEqual({ en: 'a and b', fr: 'a et b' });
  expect(allOf(['a'])).toEqual({ en: 'a', fr: 'a' });
  expect(allOf([])).toEqual({ en: '', fr: '' });
});

it('values are quoted as each language does', () => {
  expect(quoted('a')).toEqual({ en: '"a"', fr: '«\u00a0a\u00a0»' });
});
