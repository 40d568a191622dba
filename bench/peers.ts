import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheHome, kpi, paired, type Run } from './process.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A script that works out the same weekly table by channel, as people would write it. */
interface Peer {
  readonly name: string;
  readonly run: (folder: string) => Run;
  /** What the ratio of `kpi` to it must not pass, null where it is only told. */
  readonly most: number | null;
  /** What it needs that is not there: it is skipped. */
  readonly lacks: string | null;
}

/** Debian's own interpreter, which its packages belong to. */
const python = '/usr/bin/python3';
const hasPandas = (): boolean => existsSync(python) && spawnSync(python, ['-c', 'import pandas']).status === 0;

const hasMiller = (): boolean => spawnSync('mlr', ['--version']).status === 0;

const peers = (): Peer[] => [
  { name: "an expert's DuckDB SQL", run: (folder) => ['bench/peers/duckdb.mjs', folder], most: 1, lacks: null },
  { name: 'a csv-parse script', run: (folder) => ['bench/peers/csv-parse.mjs', folder], most: 0.2, lacks: null },
  {
    name: 'a pandas script',
    run: (folder) => [python, 'bench/peers/weekly.py', folder],
    most: 0.15,
    lacks: hasPandas() ? null : `${python} has no pandas`,
  },
  {
    name: 'a Miller script',
    run: (folder) => ['/bin/sh', 'bench/peers/miller.sh', folder],
    most: null,
    lacks: hasMiller() ? null : 'mlr is not installed',
  },
];

const idsOf = {
  visits: 'sessions,visitors',
  orders: 'orders,average_order_value,customers',
  all: 'sessions,visitors,orders,average_order_value,customers,ad_spend,clicks,tickets_created,first_reply_time',
} as const;
type What = keyof typeof idsOf;

/** The weekly table by channel, of all weeks. */
const table = (folder: string, engine: string, what: What = 'all'): Run =>
  kpi(
    ...[
      'report',
      what === 'all' ? folder : join(folder, `${what}.csv`),
      '--by',
      'channel',
      '--all',
      '--kpi',
      idsOf[what],
      '--format',
      'csv',
      '--engine',
      engine,
      '--quiet',
    ],
    ...['--timezone', 'Europe/Paris', '--currency', 'EUR', '--as-of', '2026-11-22'],
  );

const printed = ([first = '', ...rest]: Run): string[] => {
  const [program, args] = first.startsWith('/') ? [first, rest] : [process.execPath, [first, ...rest]];
  const { stdout, status } = spawnSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}`);
  return stdout.trim().split('\n');
};

/** Throws where a peer's number is not the one that `kpi` has: to the cent, for every cell and total. */
function compare(folder: string, peer: Peer, engine = 'memory', what: What = 'all'): number {
  const own = new Map<string, number>();
  for (const line of printed(table(folder, engine, what)).slice(1)) {
    const [period, from, , , channel, id, , value = ''] = line.split(',');
    if (value !== '') own.set(`${period === 'all' ? '' : from},${channel},${id}`, Number(value));
  }
  const theirs = printed(peer.run(folder));
  for (const line of theirs) {
    const at = line.lastIndexOf(',');
    const [cell, value] = [line.slice(0, at), Number(line.slice(at + 1))];
    const found = own.get(cell) ?? Number.NaN;
    if (!(Math.abs(found - value) <= 0.011)) throw new Error(`${peer.name} has ${value} in ${cell}, kpi ${found}`);
  }
  return theirs.length;
}

/** A line a peer: the times of both, and whether the numbers are the same. Says which peers are left out. */
export function againstPeers(folder: string, pairs: number) {
  const all = peers();
  for (const { name, lacks } of all) if (lacks !== null) console.log(`${name}: skipped, ${lacks}`);
  const present = all.filter(({ lacks }) => lacks === null);
  return present.map((peer) => {
    const cells = compare(folder, peer);
    const { ms, peerMs, ratio } = paired(table(folder, 'memory'), peer.run(folder), pairs);
    const seconds = (time: number) => `${(time / 1000).toFixed(1)} s`;
    return {
      what: `weekly table by channel against ${peer.name} (${cells} equal numbers)`,
      measured: `${seconds(ms)} against ${seconds(peerMs)}`,
      result: `${ratio.toFixed(2)}×`,
      target: peer.most === null ? '' : `≤ ${peer.most}×`,
      met: peer.most === null || ratio <= peer.most,
    };
  });
}

/** Both engines against an expert's SQL on files with more and more rows as exports of life have them, and file by file. */
export function irregular(folders: readonly (readonly [share: string, folder: string])[], pairs: number) {
  const seconds = (time: number) => `${(time / 1000).toFixed(2)} s`;
  const whats: readonly What[] = ['visits', 'orders', 'all'];
  return folders.flatMap(([share, folder]) =>
    whats.flatMap((what) =>
      ['memory', 'duckdb'].map((engine) => {
        const run: Run = ['bench/peers/duckdb.mjs', folder, ...(what === 'all' ? [] : [what])];
        const expert: Peer = { name: "an expert's DuckDB SQL", run: () => run, most: null, lacks: null };
        const cells = compare(folder, expert, engine, what);
        const { ms, peerMs, ratio } = paired(table(folder, engine, what), run, pairs);
        return {
          what: `${what === 'all' ? 'all files' : what}, ${share} irregular, ${engine} against an expert's DuckDB SQL (${cells} equal numbers)`,
          measured: `${seconds(ms)} against ${seconds(peerMs)}`,
          result: `${ratio.toFixed(2)}×`,
          target: '≤ 1.0×',
          met: ratio <= 1,
        };
      }),
    ),
  );
}

/**
 * What is kept between runs, against an expert's SQL that reads everything: the first run, the same question again, another
 * one over the same files.
 */
export function cached(folder: string, pairs: number) {
  const kept = join(cacheHome, 'kpi');
  const forget = (which: RegExp) => () => {
    const names = existsSync(kept) ? readdirSync(kept) : [];
    for (const name of names) if (which.test(name)) rmSync(join(kept, name), { recursive: true });
  };
  const run: Run = [...table(folder, 'memory'), '--cache', 'stat'];
  const cases = [
    ['nothing is kept yet', /./, 1],
    ['the same question again', /^nothing$/, 0.1],
    ['another question over the same files', /answers/, 0.35],
  ] as const;
  return cases.map(([what, gone, most]) => {
    const { ms, peerMs, ratio } = paired(run, ['bench/peers/duckdb.mjs', folder], pairs, forget(gone));
    const seconds = (time: number) => `${(time / 1000).toFixed(2)} s`;
    return {
      what: `cache: ${what}, against an expert's DuckDB SQL`,
      measured: `${seconds(ms)} against ${seconds(peerMs)}`,
      result: `${ratio.toFixed(2)}×`,
      target: `≤ ${most}×`,
      met: ratio <= most,
    };
  });
}

/** The engines against each other, by size: what keeping sessions in DuckDB costs. */
export function engines(folders: readonly (readonly [name: string, folder: string])[], pairs: number) {
  return folders.map(([name, folder]) => {
    const { ms, peerMs, ratio } = paired(table(join(folder), 'duckdb'), table(folder, 'memory'), pairs);
    const seconds = (time: number) => `${(time / 1000).toFixed(2)} s`;
    return {
      what: `engines: duckdb against memory, ${name}`,
      measured: `${seconds(ms)} against ${seconds(peerMs)}`,
      result: `${ratio.toFixed(2)}×`,
      target: '',
      met: true,
    };
  });
}
