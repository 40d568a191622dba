import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { readingOptions } from '../../src/cli/options/options.ts';
import { parseOptions, type RunOptions } from '../../src/cli/options/parse.ts';
import { programOf } from '../../src/cli/options/program.ts';
import type { Io } from '../../src/cli/process/io.ts';
import { Problem } from '../../src/core/problem.ts';
import { sameInAll } from '../../src/core/text.ts';
import { expectInBoth } from '../support/about.ts';

/** A folder that is gone when the test is over. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'kpi-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export const ioOf = (over: Partial<Io> = {}): Io => ({
  out: () => {},
  err: () => {},
  stdin: Readable.from([]),
  cwd: '/nowhere',
  env: { KPI_CACHE: 'off' },
  stdoutIsTerminal: false,
  stderrIsTerminal: false,
  width: 100,
  height: Number.POSITIVE_INFINITY,
  page: async () => false,
  open: async () => false,
  now: () => Date.UTC(2026, 10, 22, 12),
  systemZone: () => 'Europe/Paris',
  ...over,
});

/** Runs a command line; what it printed and its exit code. */
export async function run(args: readonly string[], over: Partial<Io> = {}, ...table: [Parameters<typeof main>[2]?]) {
  let out = '';
  let err = '';
  const io = ioOf({
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    ...over,
  });
  const code = await main(args, io, ...table);
  return { code, out, err };
}

/** The options of a command line such as `--last 3`, as a command that reads files gets them. */
export async function optionsFrom(line: string): Promise<RunOptions> {
  let options: RunOptions = {};
  const entry = {
    summary: sameInAll('x'),
    takes: '[paths...]',
    options: readingOptions,
    examples: [],
    load: async () => ({ run: async () => 0 }),
  };
  const program = programOf({ report: entry }, ['report'], 'en', { out: '', err: '' }, ioOf(), async (_, __, raw) => {
    // As `kpi report` has it, whose formats are more.
    const { format, ...others } = raw;
    options = parseOptions({ ...others, reportFormat: format });
  });
  const words = line.match(/"[^"]*"|[^\s"]+/g) ?? [];
  await program.parseAsync(['report', ...words.map((word) => word.replaceAll('"', ''))], { from: 'user' });
  return options;
}

/** What a user reads where something fails by a Problem: the message, then the advice. */
export async function told(action: () => unknown): Promise<string> {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expectInBoth([error.text, ...error.advice]);
    return [error.text, ...error.advice].map(({ en }) => en).join('\n');
  }
  throw new Error('nothing was wrong');
}
