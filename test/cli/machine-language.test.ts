import { describe, expect, it } from 'vitest';
import { run, wordsOf } from '../support/run.ts';

/* Definitions are French with --lang fr where people read them, and the same bytes in every language where programs do. */

const lines = [
  'list',
  'list --fields',
  'explain conversion_rate',
  'explain cac fixtures/shop --last 2 --by channel',
  'inspect fixtures/shop',
];

describe('outputs for programs', () => {
  it.each(lines.flatMap((line) => ['json', 'csv'].map((format) => [`${line} --format ${format}`])))(
    '%s',
    async (line) => {
      const [english, french] = [await run(wordsOf(`${line} --lang en`)), await run(wordsOf(`${line} --lang fr`))];
      expect(english.code, english.err).toBe(0);
      expect(french.out).toBe(english.out);
      expect(french.out).not.toMatch(/[«»\u00a0]/);
    },
  );

  it.each(lines)('differ for people: %s', async (line) => {
    const [english, french] = [await run(wordsOf(`${line} --lang en`)), await run(wordsOf(`${line} --lang fr`))];
    expect(french.out).not.toBe(english.out);
  });
});
