import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import type { CommandEntry } from '../../src/cli/options/command.ts';
import { placed } from '../../src/cli/options/help.ts';
import { options } from '../../src/cli/options/options.ts';
import { builtIn } from '../../src/cli/options/program.ts';
import { shells } from '../../src/core/choices.ts';
import { kpis } from '../../src/kpis/index.ts';
import { awaitsFrench } from '../support/french.ts';
import { wordsOf } from '../support/run.ts';
import { folder, run } from './kit.ts';

const names = Object.keys(commands);
const examples = Object.entries(commands).flatMap(([name, entry]) =>
  entry.examples.map(([, line]) => ({ name, line })),
);

describe('the help of a command', () => {
  it.each(names)('%s ends with examples, which fit on 80 columns', async (name) => {
    const { out } = await run([name, '--help'], { width: 80 });
    const own = commands[name]!.examples;
    expect(own.length).toBeGreaterThanOrEqual(2);
    expect(own.length).toBeLessThanOrEqual(4);
    const lines = own.flatMap(([does, line]) => [`  # ${does.en}`, `  ${line}`]);
    expect(out.endsWith(['', '', 'Examples:', ...lines, ''].join('\n'))).toBe(true);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it.each(names)('%s is the same behind help', async (name) => {
    expect(await run(['help', name])).toEqual(await run([name, '--help']));
    expect(await run(['help', name, '--lang', 'fr'])).toEqual(await run([name, '--help', '--lang', 'fr']));
  });
});

describe('the help in French', () => {
  const french = { env: { LANG: 'fr_FR.UTF-8' } };
  /** Little words that hardly an English text is without, and that no French one has. */
  const english = /(?<![\w"-])(the|is|are|not|of|with|which|and|or|its|has|such|default|print|file|name)(?![\w"-])/i;

  it.each(names)('%s has no English left, and the same options and command lines', async (name) => {
    const { out, err, code } = await run([name, '--help'], { ...french, width: 80 });
    expect([err, code]).toEqual(['', 0]);
    const entry = commands[name]!;
    expect(
      out.endsWith(
        `\n\nExemples\u00a0:\n${entry.examples.map(([does, line]) => `  # ${does.fr}\n  ${line}\n`).join('')}`,
      ),
    ).toBe(true);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    // Command lines of the examples, and words that are chosen from, are to be typed.
    const said = out
      .replace(/^ {2}kpi .*$/gm, '')
      .replace(/\bkpi [a-z]+/g, '')
      .replaceAll('date, currency et rate', '');
    expect(said.split('\n').filter((line) => english.test(line) && !awaitsFrench(line))).toEqual([]);
    // No line begins or ends with a mark that belongs to the word before it.
    expect(out.split('\n').filter((line) => /^\s*[:;?!»]|\u00a0$/.test(line))).toEqual([]);
    const flags = (text: string): string[] => text.match(/^ {2}(-\w, )?--[a-z-]+/gm) ?? [];
    expect(flags(out)).toEqual(flags((await run([name, '--help'], { width: 80 })).out));
  });

  it('is that of the configuration', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'kpi.yaml'), 'report:\n  lang: fr\n');
    const asked = await run(['--help', '--lang', 'fr']);
    expect(asked.out).toMatch(/^Utilisation\u00a0: kpi \[options] \[commande]\n/);
    expect(await run(['--help'], { cwd })).toEqual(asked);
    expect(await run(['--help'], { cwd, env: { LANG: 'de_DE.UTF-8' } })).toEqual(asked);
    expect(await run(['--help', '--lang', 'en'], { cwd, ...french })).toEqual(await run(['--help']));
  });

  it('is printed where nothing was asked, and leaves a mistake one', async () => {
    const { err, out, code } = await run([], french);
    expect([err, out, code]).toEqual([(await run(['--help'], french)).out, '', 2]);
    expect(await run(['help', 'lst'], french)).toMatchObject({ out: '', code: 2 });
  });

  it('has all its words in brackets', async () => {
    const all = [...Object.values(options), ...Object.values(builtIn).filter((one) => 'flags' in one)];
    const takes = [...Object.values(commands), builtIn.helpCommand].map((one) => one.takes);
    const words = [...all.map(({ flags }) => flags), ...takes].flatMap((text) => text.match(/(?<=[<[])\w+/g) ?? []);
    const same = ['action', 'code', 'date', 'dimension', 'ids', 'kpi', 'n', 'shell'];
    for (const word of new Set(words))
      expect(placed(`<${word}>`, 'fr') === `<${word}>`, word).toBe(same.includes(word));
  });
});

describe('an example', () => {
  /** The commands as they are, but for what they do. */
  const idle = Object.fromEntries(
    Object.entries(commands).map(([name, entry]): [string, CommandEntry] => [
      name,
      { ...entry, load: async () => ({ run: async () => 0 }) },
    ]),
  );
  const ids = new Set(kpis.map(({ id }) => id));

  it.each(examples)('$line', async ({ name, line }) => {
    // What stands behind > is the shell's.
    const [program, ...args] = wordsOf(line.replace(/ > \S+$/, ''));
    expect([program, args[0]]).toEqual(['kpi', name]);
    expect(await run(args, {}, idle)).toEqual({ code: 0, out: '', err: '' });
    const asked = args.flatMap((word, at) => (args[at - 1] === '--kpi' ? word.split(',') : []));
    for (const id of name === 'explain' ? [...asked, args[1]] : asked) expect(ids).toContain(id);
    if (name === 'completion') expect(shells).toContain(args[1]);
  });
});
