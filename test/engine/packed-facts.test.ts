import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { byRows } from '../../src/engine/load/feed-rows.ts';
import { packFacts, readFiles, readOf, unpackFacts } from '../../src/engine/load/index.ts';
import { naming } from '../../src/engine/naming.ts';
import { goldenCase, goldenCases } from '../support/golden.ts';
import { lines, mangledShop } from '../support/mangled-shop.ts';
import { type Around, type Ran, run, wordsOf } from '../support/run.ts';

/*
 * Records that were read and settled for any question, kept as bytes and found again, give the same bytes as reading the
 * files for one question: on each golden case, and on shops whose cells are mangled at random. So what a question is
 * answered with depends on nothing else that was asked when the files were read. By other dimensions they give the same
 * bytes, or say that they cannot tell.
 */

type Mode = 'read' | 'kept' | 'kept by others';

const engine = vi.hoisted(() => ({ mode: 'read' as Mode, kept: 0, keptByOthers: 0, refused: 0 }));

vi.mock('../../src/engine/memory/index.ts', async (original) => {
  const { readFiles: own } = await original<typeof import('../../src/engine/memory/index.ts')>();
  return {
    readFiles: async (given: Parameters<typeof own>[0]) => {
      if (engine.mode === 'read') return own(given);
      const { files, by, limits, setting } = given;
      const others = by.length === 0 ? (['channel', 'country'] as const) : [];
      const readBy = engine.mode === 'kept' ? by : others;
      const { measures: _, ...anything } = setting;
      const found = new Map<string, Uint8Array<ArrayBuffer>>();
      await readFiles(files, anything, readBy, naming(byRows(limits)), undefined, (loaded) => {
        for (const [name, { buffer, byteOffset, byteLength }] of packFacts(loaded, readBy))
          found.set(name, new Uint8Array(buffer, byteOffset, byteLength).slice() as Uint8Array<ArrayBuffer>);
      });
      const known = unpackFacts(found, files, setting, by);
      if (engine.mode === 'kept') engine.kept += 1;
      else engine[known === null ? 'refused' : 'keptByOthers'] += 1;
      return known === null && engine.mode === 'kept by others' ? own(given) : readOf(known!, by);
    },
  };
});

/** What a line prints from files, and from what was kept. */
async function eachWay(line: readonly string[], around: Around) {
  const said: Ran[] = [];
  for (const mode of ['read', 'kept', 'kept by others'] as const) {
    engine.mode = mode;
    said.push(await run(line, around));
  }
  engine.mode = 'read';
  const [read, ...kept] = said as [Ran, ...Ran[]];
  return { read, kept };
}

describe('golden cases', () => {
  const cases = goldenCases(/^(report|explain|cohorts|funnel|check)$/);

  it.each(cases)('%s', async (name) => {
    const { words, around } = goldenCase(name);
    // The cells of rejected rows are not kept: where they are shown, the files are read again.
    const { read, kept } = await eachWay([...words, '--engine', 'memory'], around);
    if (!/cannot be read, more than/.test(read.err)) expect(kept).toEqual([read, read]);
  });

  it('are answered from what was kept', () => {
    expect(engine.kept).toBeGreaterThan(100);
    expect(engine.keptByOthers).toBeGreaterThan(50);
  });
});

describe('mangled shops', () => {
  it.each(Array.from({ length: 30 }, (_, i) => i + 1))('seed %i', async (seed) => {
    const folder = mkdtempSync(join(tmpdir(), 'kpi-kept-facts-'));
    try {
      await mangledShop(folder, seed);
      const options = '--format json --max-rejects 100% --timezone Europe/Paris --currency EUR';
      for (const line of [`report . ${options} ${lines[seed % lines.length]}`, `cohorts . ${options} --by channel`]) {
        const { read, kept } = await eachWay([...wordsOf(line), '--engine', 'memory'], { cwd: folder });
        expect(kept).toEqual([read, read]);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

it('more combinations of words than a call may have arguments are found again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-kept-facts-'));
  try {
    const rows = Array.from({ length: 150_000 }, (_, n) => `2026-11-02,Google,c${n},1.00`);
    writeFileSync(join(folder, 'spend.csv'), ['date,platform,campaign,cost', ...rows, ''].join('\n'));
    const line =
      'report . --kpi ad_spend --all --period all --include-partial --format csv --timezone UTC --currency EUR';
    const { read, kept } = await eachWay([...wordsOf(line), '--engine', 'memory'], { cwd: folder });
    expect(read.out).toContain(',ad_spend,money,150000,');
    expect(kept).toEqual([read, read]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);

describe('two tables of the same days', () => {
  it.each(['', '--by channel', '--by country'])('are chosen by the dimensions asked for: %s', async (by) => {
    const folder = mkdtempSync(join(tmpdir(), 'kpi-kept-facts-'));
    try {
      writeFileSync(join(folder, 'channels.csv'), 'date,channel,sessions\n2026-11-02,Email,30\n2026-11-02,Direct,70\n');
      writeFileSync(join(folder, 'countries.csv'), 'date,country,sessions\n2026-11-02,FR,60\n2026-11-02,BE,50\n');
      engine.refused = 0;
      const line = `report . --kpi sessions --all --include-partial --format csv --timezone Europe/Paris ${by}`;
      const { read, kept } = await eachWay([...wordsOf(line), '--engine', 'memory'], { cwd: folder });
      expect(kept).toEqual([read, read]);
      expect(engine.refused).toBe(1);
      expect(read.out).toContain(by === '--by channel' ? ',30,' : by === '--by country' ? ',60,' : 'sessions');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
