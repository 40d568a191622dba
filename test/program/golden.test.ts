import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { root, run, wordsOf } from '../support/run.ts';

/*
 * Whole command lines. Each folder of test/golden holds `cmd` (`COLUMNS=80 kpi report …`), what it prints (`stdout`,
 * `stderr` with the exit code) and, where it needs them, `files/` (a copy of it is the working folder; else the project is),
 * `stdin`, and `written/`, the files that it writes. After a change: npx vitest run test/program/golden.test.ts -u, and read the diff.
 */

const folder = fileURLToPath(new URL('../golden', import.meta.url));
const cases = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'cmd')));

/** The code of the Problem that a run ended with: people do not see it, tests of messages need it. */
let code = '';
vi.mock('../../src/cli/run/failure.ts', async (original) => {
  const actual = await original<typeof import('../../src/cli/run/failure.ts')>();
  const tellFailure: typeof actual.tellFailure = (error, io, args) => {
    code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : '';
    return actual.tellFailure(error, io, args);
  };
  return { ...actual, tellFailure };
});

/** All files below a folder, by their path in it. */
const filesIn = (place: string): string[] =>
  readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(place, name)).isFile())
    .sort();

/** A report for people begins with its title; the other outputs are for programs. */
const isTable = (text: string): boolean => /^(KPIs?|Funnel|Entonnoir) /.test(text);
const widest = (text: string): number => Math.max(...text.split('\n').map((line) => stringWidth(line)));

describe('kpi', () => {
  it.each(cases)('%s', async (name) => {
    const own = join(folder, name);
    const line = readFileSync(join(own, 'cmd'), 'utf8').trim();
    const [front = '', back = ''] = line.split(/(?<=^|\s)kpi(?=\s|$)/, 2);
    const env: Record<string, string> = Object.fromEntries(
      wordsOf(front).map((word) => word.split('=', 2) as [string, string]),
    );
    const stdin = existsSync(join(own, 'stdin')) ? readFileSync(join(own, 'stdin')) : '';
    const hasFiles = existsSync(join(own, 'files'));
    const cwd = hasFiles ? mkdtempSync(join(tmpdir(), 'kpi-golden-')) : root;
    if (hasFiles) {
      onTestFinished(() => rmSync(cwd, { recursive: true }));
      cpSync(join(own, 'files'), cwd, { recursive: true });
    }
    const before = hasFiles ? filesIn(cwd) : [];
    const width = Number(env.COLUMNS ?? 100);
    code = '';
    const ran = await run(wordsOf(back), { cwd, env, stdin, width });
    await expect(ran.out).toMatchFileSnapshot(join(own, 'stdout'));
    await expect(`${ran.err}exit ${ran.code}${code}\n`).toMatchFileSnapshot(join(own, 'stderr'));
    const written = hasFiles ? filesIn(cwd).filter((file) => !before.includes(file)) : [];
    for (const file of written) {
      const text = readFileSync(join(cwd, file), 'utf8');
      await expect(text).toMatchFileSnapshot(join(own, 'written', file));
    }
    const expected = existsSync(join(own, 'written')) ? filesIn(join(own, 'written')) : [];
    expect(written, 'files written').toEqual(expected);
    // Whatever happens: no stack, nothing that steers a terminal, and no line of a table wider than the terminal.
    const plain = stripVTControlCharacters(ran.out);
    expect(ran.err).not.toMatch(/^\s+at .*:\d+:\d+/m);
    expect(plain + stripVTControlCharacters(ran.err)).not.toMatch(/[^\P{Cc}\n]/u);
    if (isTable(plain)) expect(widest(plain)).toBeLessThanOrEqual(width);
  });
});
