import { expect, it } from 'vitest';
import { wordOf, wordsOf } from '../../src/cli/options/option-values.ts';
import { comparisons, grains, languages, reportFormats } from '../../src/core/choices.ts';
import { dimensions, groups } from '../../src/core/kinds.ts';
import { run, wordsOf as words } from '../support/run.ts';

it('values of options may be French, with or without accents', () => {
  expect(wordOf('--period', 'Semaine', grains)).toBe('week');
  expect(wordOf('--period', 'Année', grains)).toBe('year');
  expect(wordsOf('--compare', ['précédent,année'], comparisons)).toEqual(['previous', 'year']);
  expect(wordsOf('--by', ['pays', 'moyen de paiement'], dimensions)).toEqual(['country', 'payment_method']);
  expect(wordsOf('--by', ['aucun'], dimensions)).toEqual([]);
  expect(wordOf('--format', 'tableau', reportFormats)).toBe('table');
  expect(wordOf('--lang', 'français', languages)).toBe('fr');
  expect(wordsOf('--group', ['ventes,clients'], groups)).toEqual(['sales', 'customers']);
});

it('a French value is the English one', async () => {
  const french = await run(words('report fixtures/shop --period mois --by canal --format json'));
  const english = await run(words('report fixtures/shop --period month --by channel --format json'));
  expect(french.out).toBe(english.out);
});
