import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rejectText } from '../../src/core/reject-words.ts';
import { pairs as allPairs, frenchMissing, isUntranslated, pairsIn } from '../support/french.ts';
import { root } from '../support/run.ts';

/*
 * The texts of the source, English and French side by side: both must be about the same. That each has both, the compiler sees;
 * a contribution without French has the English twice, and its file in the list `frenchMissing`.
 */

// Labels of KPIs and words of the page have tests of their own.
const pairs = allPairs.filter(({ file }) => !/^src\/(kpis|measures|sources|render\/html)\//.test(file));

/**
 * In French the noun goes with the other number (`2 lignes sur 8`), and the verb with it; a period has its article. Golden cases
 * show these. */
const otherwise = /(rows cannot be read|do not count because of their status|in the last complete|looks at the last)/;

const sorted = (found: readonly string[] | null): string[] => [...(found ?? [])].sort();
/** Names that are filled in, but for the language of what they stand for. */
const filled = (text: string): string[] =>
  sorted(text.match(/\$\{[\w.]+\}/g)).map((name) => name.replace(/\.?(en|fr)\}$/, '}'));
/** What must be typed as it stands. */
const typed = (text: string): string[] => sorted(text.match(/(?<![\w-])--[a-z][a-z-]*/g));
const bare = (text: string): string => text.replace(/\$\{[^}]*\}/g, 'x');
const numbers = (text: string): string[] =>
  sorted(bare(text).match(/\d+(?:[.,]\d+)*/g)).map((one) => one.replace(',', '.'));

it('every reason of a rejected row has its words', () => {
  const textOf = (folder: string): string =>
    readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(root, 'src', folder, file), 'utf8'))
      .join('\n');
  const [, kinds = ''] = /export type Reason =([^;]*);/.exec(textOf('fields')) ?? [];
  const places = ['ingest', 'engine'].map(textOf).join('\n');
  const codes = new Set([
    ...[...kinds.matchAll(/'(\w+)'/g)].map(([, code = '']) => code),
    ...[...places.matchAll(/reason(?::| =) [^,;}\n]*/g)].flatMap(([text]) => text.match(/(?<=')\w+(?=')/g) ?? []),
    ...[...places.matchAll(/\.reject\(record,[^;]*/g)].flatMap(
      ([text]) => text.match(/(?<=')[a-z0-9]+_[a-z0-9_]+(?=')/g) ?? [],
    ),
  ]);
  codes.delete('date_to');
  expect(codes.size).toBeGreaterThan(18);
  const wordless = [...codes].filter((code) => rejectText(code).fr === code.replaceAll('_', ' '));
  expect(wordless).toEqual([]);
});

describe('the texts', () => {
  it('are found', () => expect(pairs.length).toBeGreaterThan(300));

  it('are in English and in French', () => {
    const missing = allPairs.filter(isUntranslated);
    const told = missing.filter(({ file }) => !frenchMissing.includes(file)).map(({ file, en }) => `${file}: ${en}`);
    expect(told, 'French missing: translate it, or name the file in frenchMissing of test/support/french.ts').toEqual(
      [],
    );
    const done = frenchMissing.filter((listed) => !missing.some(({ file }) => file === listed));
    expect(done, 'has its French: take it out of frenchMissing').toEqual([]);
  });

  it('are seen to be in English twice', () => {
    const text =
      "label: { en: 'Orders', fr: 'Orders' },\n title: 'Shop: it\\'s',\n titleFr: 'Shop: it\\'s',\n { en: 'a', fr: 'b' }";
    expect(
      pairsIn('a.ts', text)
        .filter(isUntranslated)
        .map(({ en }) => en),
    ).toEqual(['Orders', "Shop: it's"]);
  });

  it('say the same values, options and numbers', () => {
    const about = (text: string) => ({ filled: filled(text), typed: typed(text), numbers: numbers(text) });
    const others = pairs.filter(
      ({ en, fr }) => !otherwise.test(en) && JSON.stringify(about(en)) !== JSON.stringify(about(fr)),
    );
    expect(others).toEqual([]);
  });

  it('have French spaces and quotes', () => {
    const wrong = /(?<!\u00a0)[»]| [;?!](?= |$)| : |«(?!\u00a0)|[\p{L}\d}][;?!](?= |$)|’/u;
    expect(pairs.filter((one) => !isUntranslated(one) && wrong.test(bare(one.fr)))).toEqual([]);
  });
});
