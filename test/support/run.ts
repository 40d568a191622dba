import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { main } from '../../src/cli/main.ts';
import type { Io } from '../../src/cli/process/io.ts';

/** The folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a command line printed, and its exit code. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What may be different from the usual: the project's folder, 100 columns, no colour, 22 November 2026 in Paris. */
export interface Around {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly stdin?: string | Buffer | NodeJS.ReadableStream;
  readonly width?: number;
  readonly now?: number;
}

/** Runs a command line in this process. */
export async function run(args: readonly string[], around: Around = {}): Promise<Ran> {
  const printed = { out: '', err: '' };
  const { cwd = root, env: given = {}, stdin = '', width = 100 } = around;
  const { now = Date.parse('2026-11-22T00:00:00+01:00') } = around;
  const env = { KPI_CACHE: 'off', ...given };
  const io: Io = {
    out: (content) => {
      printed.out += typeof content === 'string' ? content : Buffer.from(content).toString('latin1');
    },
    err: (text) => {
      printed.err += text;
    },
    stdin: typeof stdin === 'string' || Buffer.isBuffer(stdin) ? Readable.from([Buffer.from(stdin)]) : stdin,
    cwd,
    env,
    stdoutIsTerminal: false,
    stderrIsTerminal: false,
    width,
    height: Number.POSITIVE_INFINITY,
    page: async () => false,
    open: async () => false,
    now: () => now,
    systemZone: () => 'Europe/Paris',
  };
  const code = await main(args, io);
  return { code, ...printed };
}

/** The words of a line as a shell would part them: quotes keep spaces, and nothing else is special. */
export function wordsOf(line: string): string[] {
  const words = line.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single ?? ''));
}
