import { describe, expect, it } from 'vitest';
import { languages } from '../../src/core/choices.ts';
import { kinds } from '../../src/core/kinds.ts';
import { rejectText } from '../../src/core/reject-words.ts';
import type { Text } from '../../src/core/text.ts';
import { formulaText } from '../../src/kpis/formula-text.ts';
import { kpis } from '../../src/kpis/index.ts';
import '../../src/measures/index.ts';
import { measures } from '../../src/measures/measure.ts';
import { recordFields } from '../../src/records/index.ts';
import { sources } from '../../src/sources/index.ts';
import { isUntranslated, pairs } from '../support/french.ts';

/*
 * Texts in English and French. A reader of one language must be told what a reader of the other is: the same options, KPIs
 * and numbers. Spaces that a line may not be broken at are told from others, which an editor does not show.
 */

const definitions: [name: string, text: Text][] = [
  ...kpis.map(({ id, doc }): [string, Text] => [`${id}, doc`, doc]),
  ...kpis.flatMap(({ id, nulls }): [string, Text][] => (nulls === undefined ? [] : [[`${id}, nulls`, nulls]])),
  ...[...measures.values()].map(({ id, doc }): [string, Text] => [`measure ${id}`, doc]),
];
const fields = kinds.flatMap((kind) =>
  [...recordFields(kind)].map(([name, { doc }]): [string, Text] => [`${kind}.${name}`, doc]),
);
const formulas = kpis.map(({ id, formula }): [string, Text] => [
  `formula of ${id}`,
  { en: formulaText(formula), fr: formulaText(formula, {}, 'fr') },
]);
const titles = sources.map(({ id, title, titleFr }): [string, Text] => [`title of ${id}`, { en: title, fr: titleFr }]);
const labels = kpis.map(({ id, label }): [string, Text] => [`label of ${id}`, label]);

const sorted = (found: Iterable<string>): string[] => [...new Set(found)].sort();
/** What stands between backticks. */
const codes = (text: string): string[] => sorted(text.match(/`[^`]+`/g) ?? []);
/** Names with `_`, and ids that are no words of either language. */
const ids = (text: string): string[] =>
  sorted(text.match(/\b(?:[a-z0-9]+(?:_[a-z0-9]+)+|mer|cac|csat|nps|ctr|roas)\b/g) ?? []);
/** Numbers on their own, not those of names such as GA4 and CM1. */
const numbers = (text: string): string[] => sorted(text.replace(/`[^`]+`/g, '').match(/(?<!\w)-?\d+(?!\w)/g) ?? []);

/** What is wrong with the spaces and quotes of a French text, outside of code. */
const misprints = (text: string): string[] =>
  text
    .replace(/`[^`]*`/g, '`')
    .match(/[^\u00a0][;?!%»]|[^\u00a0]:|«[^\u00a0]|[ \u00a0]{2}|\.\.\.|’|"| [,.]|^ | $/g)
    ?.map((found) => JSON.stringify(found)) ?? [];

describe('texts in French', () => {
  it('finds what is misprinted, and lets pass what is not', () => {
    expect(misprints('Ventes : brutes')).toEqual(['" :"']);
    expect(misprints('Ventes: brutes')).toEqual(['"s:"']);
    expect(misprints('au moins 80 %, «bon »')).toEqual(['" %"', '"«b"', '" »"']);
    expect(misprints('Au moins 80\u00a0%\u00a0; «\u00a0bon\u00a0»\u00a0: avec `refund_date: order`.')).toEqual([]);
  });

  it.each([...definitions, ...fields, ...formulas, ...titles, ...labels])('%s has its spaces', (_, text) => {
    if (!isUntranslated(text)) expect(misprints(text.fr)).toEqual([]);
  });

  it('is there for every definition, and is no copy of the English but where test/project/texts.test.ts sees it', () => {
    const seen = new Set(pairs.filter(isUntranslated).map(({ en }) => en));
    for (const [name, text] of [...definitions, ...titles]) {
      for (const language of languages) expect(text[language].trim(), name).not.toBe('');
      if (text.fr === text.en) expect(seen, name).toContain(text.en);
    }
    for (const [name, { en, fr }] of definitions) {
      expect(en, name).toMatch(/^[A-Z].*\.$/s);
      expect(fr, name).toMatch(/^\p{Lu}.*\.$/su);
    }
  });

  it.each([...definitions, ...formulas])('%s names the same options, KPIs and numbers', (_, { en, fr }) => {
    expect(codes(fr)).toEqual(codes(en));
    expect(ids(fr)).toEqual(ids(en));
    expect(numbers(fr)).toEqual(numbers(en));
  });

  it('tells of the same options, KPIs and numbers, and would see one that is missing', () => {
    expect(codes('avec `a: b` et `c`')).toEqual(['`a: b`', '`c`']);
    expect(ids('net_sales, mer et la mer')).toEqual(['mer', 'net_sales']);
    expect(numbers('GA4, 80 % de 10, -100 à `9`')).toEqual(['-100', '10', '80']);
  });

  it('leaves no English in the formulas', () => {
    for (const [name, { fr }] of formulas) {
      const words = fr.replace(/`[^`]+`|\b[a-z0-9]+(?:_[a-z0-9]+)+\b/g, '');
      expect(words.match(/\b(?:the|else|where|over|known|period|days|of|least|above|below|with)\b/g), name).toBeNull();
    }
  });

  it('has words for every reason of a rejected row, and passes on what it does not know', () => {
    expect(rejectText('not_a_number')).toEqual({ en: 'not a number', fr: 'nombre attendu' });
    expect(rejectText('odd_code')).toEqual({ en: 'odd code', fr: 'odd code' });
  });
});
