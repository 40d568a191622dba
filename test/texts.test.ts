import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rejectText } from '../src/core/reject-words.ts';
import { root } from './support/run.ts';

/*
 * The texts of the source, English and French side by side: both must be about the same. That each has both, the compiler sees.
 */

const literal = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`/.source;
const pair = new RegExp(`\\ben:\\s*(${literal}),\\s*fr:\\s*(${literal})`, 'g');

interface Pair {
  readonly file: string;
  readonly en: string;
  readonly fr: string;
}

/** What is printed: no quotes around it, and characters in place of their codes. */
const printed = (text: string): string =>
  text
    .slice(1, -1)
    .replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\(['"`])/g, '$1');

const pairs: readonly Pair[] = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  // Labels of KPIs and words of the page have tests of their own.
  .filter((file) => file.endsWith('.ts') && !/^(kpis|measures|render.html)\b/.test(file))
  .flatMap((file) =>
    [...readFileSync(join(root, 'src', file), 'utf8').matchAll(pair)].map(([, en = '', fr = '']) => ({
      file,
      en: printed(en),
      fr: printed(fr),
    })),
  );

/**
 * In French the noun goes with the other number (`2 lignes sur 8`), and the verb with it; a period has its article. Golden cases
 * show these. */
const otherwise = /(rows cannot be read|do not count because of their status|in the last complete|looks at the last)/;

/** The same in both languages, and rightly so. */
const alike = new Set(['', 'null', 'tickets', 'leads']);

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
  const places = ['ingest', 'facts', 'engine'].map(textOf).join('\n');
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

  it('are not left in English', () => {
    expect(pairs.filter(({ en, fr }) => en === fr && !alike.has(en))).toEqual([]);
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
    expect(pairs.filter(({ fr }) => wrong.test(bare(fr)))).toEqual([]);
  });
});
