import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Where runs that are measured with a cache have it. */
export const cacheHome = `${root}.bench/cache`;
const peakModule = new URL('peak.mjs', import.meta.url).href;

/** Arguments of Node, or of the program that the first of them is the whole path of. */
export type Run = readonly string[];

/** `kpi` with arguments, as it is built. */
export const kpi = (...args: string[]): Run => ['bin/kpi.js', ...args];

function run(args: Run, peak: boolean): { ms: number; peakBytes: number } {
  const other = args[0]?.startsWith('/') === true;
  const [program = '', ...rest] = other ? args : [process.execPath, ...(peak ? ['--import', peakModule] : []), ...args];
  const begin = performance.now();
  const { status, stderr, output } = spawnSync(program, rest, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    // Every run reads its files, unless its arguments say otherwise.
    env: { ...process.env, KPI_CACHE: 'off', XDG_CACHE_HOME: cacheHome },
  });
  const ms = performance.now() - begin;
  if (status !== 0) throw new Error(`${program} ${rest.join(' ')} ended with ${status}: ${stderr}`);
  return { ms, peakBytes: Number(output[3]) * 1024 };
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
};

/** A process against a peer: medians of their times, and the median of the ratios of pairs. */
export interface Paired {
  readonly ms: number;
  readonly peerMs: number;
  readonly ratio: number;
}

/**
 * Runs both in turn, so that what else the machine does falls on both; the first pair only warms the disk cache. `before`: what
 * has to be so before the first of them runs.
 */
export function paired(own: Run, peer: Run, pairs: number, before: () => void = () => {}): Paired {
  const runOwn = (): number => {
    before();
    return run(own, false).ms;
  };
  const times: { own: number; peer: number }[] = [];
  for (let pair = 0; pair <= pairs; pair += 1) {
    // Which comes first changes from pair to pair.
    const first = pair % 2 === 0 ? runOwn() : run(peer, false).ms;
    const second = pair % 2 === 0 ? run(peer, false).ms : runOwn();
    if (pair > 0) times.push(pair % 2 === 0 ? { own: first, peer: second } : { own: second, peer: first });
  }
  return {
    ms: median(times.map((time) => time.own)),
    peerMs: median(times.map((time) => time.peer)),
    ratio: median(times.map((time) => time.own / time.peer)),
  };
}

/** Peak memory of a process in bytes: the median of some runs. */
export const peakOf = (args: Run, runs: number): number =>
  median(Array.from({ length: runs }, () => run(args, true).peakBytes));
