import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { goldenCase, goldenCases } from '../support/golden.ts';
import { lines, mangledShop } from '../support/mangled-shop.ts';
import { run, wordsOf } from '../support/run.ts';

/*
 * Every engine gives the same bytes: on each golden case, and on shops whose cells are mangled at random. A failure names its
 * seed; KPI_SEED=7 tries that one, KPI_SHOPS=1000 so many.
 */

const { KPI_SEED: only, KPI_SHOPS: count } = process.env;
if (count !== undefined) vi.setConfig({ testTimeout: 3_600_000 });

/** Runs a line on both engines. */
async function onBoth(line: readonly string[], around: Parameters<typeof run>[1]) {
  const memory = await run([...line, '--engine', 'memory'], around);
  const duckdb = await run([...line, '--engine', 'duckdb'], around);
  return { memory, duckdb };
}

describe('golden cases', () => {
  const cases = goldenCases(/^(report|explain|cohorts|funnel)$/);

  it('are many', () => expect(cases.length).toBeGreaterThan(60));

  it.each(cases)('%s', async (name) => {
    const { words, around } = goldenCase(name);
    const { memory, duckdb } = await onBoth(words, around);
    // What `--verbose` tells of the engine itself is another matter.
    const plain = ({ err, ...rest }: typeof memory) => ({ ...rest, err: err.replace(/^engine: \w+$/m, '') });
    expect(plain(duckdb)).toEqual(plain(memory));
  });
});

describe('mangled shops', () => {
  const seeds = only === undefined ? Array.from({ length: Number(count ?? 30) }, (_, i) => i + 1) : [Number(only)];
  let some = 0;

  it.each(seeds)('seed %i', async (seed) => {
    const folder = mkdtempSync(join(tmpdir(), 'kpi-engines-'));
    try {
      await mangledShop(folder, seed);
      const line = `report . --format json --max-rejects 100% --timezone Europe/Paris --currency EUR ${lines[seed % lines.length]}`;
      const rejects = (engine: string) => join(tmpdir(), `kpi-rejects-${process.pid}-${engine}.csv`);
      const [memory, duckdb] = [
        await run([...wordsOf(line), '--engine', 'memory', '--rejects', rejects('memory')], { cwd: folder }),
        await run([...wordsOf(line), '--engine', 'duckdb', '--rejects', rejects('duckdb')], { cwd: folder }),
      ];
      if (existsSync(rejects('memory'))) {
        expect(readFileSync(rejects('duckdb'), 'utf8')).toBe(readFileSync(rejects('memory'), 'utf8'));
        for (const engine of ['memory', 'duckdb']) rmSync(rejects(engine));
      }
      expect(duckdb.err).toBe(memory.err);
      expect(duckdb.code).toBe(memory.code);
      expect(duckdb.out).toBe(memory.out);
      const funnel =
        'funnel . --format json --max-rejects 100% --timezone Europe/Paris --currency EUR --all --by channel';
      const both = await onBoth(wordsOf(funnel), { cwd: folder });
      expect(both.duckdb).toEqual(both.memory);
      if (memory.code === 0) some += 1;
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('give reports often enough to tell', () => expect(some).toBeGreaterThan(seeds.length / 4));
});
