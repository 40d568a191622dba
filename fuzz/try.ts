import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Random } from '../bench/random.ts';
import { commands } from '../src/cli/commands.ts';
import { accountsLine, wrongAccounts } from './accounts.ts';
import type { Case } from './case.ts';
import { Bench, type Outcome, type Running } from './outcome.ts';
import { type Broken, brokenBy, difference } from './promises.ts';

/** What came of a case: how often the program ran, and the first promise that was broken. */
export interface Tried {
  readonly runs: number;
  readonly broken: Broken | null;
}

/** Whether a command line may say something about engines and the cache. */
const readsBy = ([command = '']: readonly string[], option: 'engine' | 'cache'): boolean =>
  Object.hasOwn(commands, command) && commands[command]!.options.includes(option);

const saying = (args: readonly string[], ...words: readonly string[]): string[] => args.toSpliced(1, 0, ...words);

/**
 * Runs a case row by row, with nothing kept; then in each of its ways, which must come to the same:
 *
 * - columns: its files are read by columns in small segments, some of them in threads
 * - duckdb: the other engine
 * - cache: with what another question has left, with what the same one has left, and after a file has changed
 * - french: in the other language, in which all that programs read is the same
 * - accounts: `kpi inspect`, against what is known of its rows
 * - process: the program as it is built, in a process of its own
 */
export async function tryCase(tried: Case): Promise<Tried> {
  const bench = new Bench(tried);
  let runs = 0;
  const found: Broken[] = [];
  const run = async (running: Running): Promise<Outcome> => {
    runs += 1;
    const outcome = await bench.run(running);
    found.push(...brokenBy(outcome, tried));
    return outcome;
  };
  const same = (promise: string, a: Outcome, b: Outcome): void => {
    const detail = difference(a, b);
    if (detail !== null) found.push({ promise, detail });
  };
  const { args, segment } = tried;
  const [rows, columns] = [
    { args, segment: null },
    { args, segment },
  ];
  try {
    const plain = await run(rows);
    for (const way of tried.ways) {
      if (found.length > 0) break;
      if (way === 'columns') same('columns as rows', plain, await run(columns));
      if (way === 'duckdb' && readsBy(args, 'engine'))
        same('engines equal', plain, await run({ ...columns, args: saying(args, '--engine', 'duckdb') }));
      if (way === 'cache' && readsBy(args, 'cache')) await tryCache(bench, plain, run, same);
      if (way === 'french') await tryFrench(plain, run, found);
      if (way === 'accounts') found.push(...wrongAccounts(await run({ args: accountsLine, segment }), tried));
      if (way === 'process' && args.includes('2026-11-22')) {
        const outcome = await bench.process({ args });
        if (outcome === null) continue;
        runs += 1;
        // A process has its own program in memory, and the files.
        found.push(...brokenBy({ ...outcome, memory: outcome.memory - 400 }, tried));
        // Workbooks that are printed are no text, which is what tests keep of an output.
        if (!plain.out.startsWith('PK')) same('process as tests', plain, outcome);
      }
    }
  } finally {
    bench.close();
  }
  return { runs, broken: found[0] ?? null };
}

async function tryCache(
  bench: Bench,
  plain: Outcome,
  run: (running: Running) => Promise<Outcome>,
  same: (promise: string, a: Outcome, b: Outcome) => void,
): Promise<void> {
  const { args, segment } = bench.tried;
  const cache = mkdtempSync(join(tmpdir(), 'kpi-fuzz-cache-'));
  const env = { KPI_CACHE: segment % 2 === 0 ? 'stat' : 'content', XDG_CACHE_HOME: cache };
  try {
    const other = ['report', '.', '--all', '--max-rejects', '100%', '--as-of', '2026-11-22', '--format', 'json'];
    if (segment % 4 < 2) await run({ args: other, segment, env });
    same('cold as off', plain, await run({ args, segment, env }));
    same('warm as off', plain, await run({ args, segment, env }));
    const edited = changedDigit(bench.files, new Random(segment, 8).at(0));
    if (edited === null) return;
    await bench.with(edited.name, edited.bytes, async () => {
      const warm = await run({ args, segment, env });
      same('warm as off after a change', await run({ args, segment: null }), warm);
    });
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

/** One of the files with one of its digits changed, which no size shows. */
function changedDigit(files: ReadonlyMap<string, Buffer>, random: Random): { name: string; bytes: Buffer } | null {
  for (const [name, bytes] of files) {
    if (!/\.(csv|tsv|txt)$/i.test(name)) continue;
    const header = Math.max(0, bytes.indexOf('\n'));
    const places = [...bytes.keys()].filter((at) => at > header && bytes[at]! >= 0x30 && bytes[at]! <= 0x39);
    const at = places[random.below(places.length)];
    if (at === undefined) continue;
    const changed = Buffer.from(bytes);
    changed[at] = bytes[at] === 0x31 ? 0x32 : 0x31;
    return { name, bytes: changed };
  }
  return null;
}

/** What programs read is the same in both languages. */
async function tryFrench(plain: Outcome, run: (running: Running) => Promise<Outcome>, found: Broken[]): Promise<void> {
  const { args } = plain;
  const at = args.lastIndexOf('--lang') + 1;
  // A wrong word is refused, the right one in its place is not.
  if (!['en', 'fr'].includes(args[at] ?? '')) return;
  const other = await run({ args: args.toSpliced(at, 1, args[at] === 'fr' ? 'en' : 'fr'), segment: null });
  const format = args[args.lastIndexOf('--format') + 1] ?? '';
  const isForPrograms = args.includes('--format') && ['json', 'csv', 'junit', 'github'].includes(format);
  if (other.code !== plain.code)
    found.push({ promise: 'languages equal', detail: `exit codes ${plain.code} and ${other.code}` });
  if (!isForPrograms || args.includes('--out')) return;
  const detail = difference({ ...plain, err: '' }, { ...other, err: '' });
  if (detail !== null) found.push({ promise: 'languages equal', detail });
}
