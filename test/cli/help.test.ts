import { describe, expect, it } from 'vitest';
import { type CommandEntry, commands } from '../../src/cli/commands.ts';
import { shells } from '../../src/core/choices.ts';
import { kpis } from '../../src/kpis/index.ts';
import { wordsOf } from '../support/run.ts';
import { run } from './kit.ts';

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
    const lines = own.flatMap(([does, line]) => [`  # ${does}`, `  ${line}`]);
    expect(out.endsWith(['', '', 'Examples:', ...lines, ''].join('\n'))).toBe(true);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it.each(names)('%s is the same behind help', async (name) => {
    expect(await run(['help', name])).toEqual(await run([name, '--help']));
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
