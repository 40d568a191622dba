import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultSizes, writeOrders, writeVisits } from '../../bench/generate.ts';
import { Random } from '../../bench/random.ts';
import { type Ran, run, wordsOf } from '../support/run.ts';

/* What earlier runs have left changes no byte of what a run prints, whatever happens to it. */

const folder = mkdtempSync(join(tmpdir(), 'kpi-remembered-'));
const cache = mkdtempSync(join(tmpdir(), 'kpi-cache-'));
const entries = join(cache, 'kpi');

beforeAll(() => {
  writeOrders(join(folder, 'orders.csv'), { ...defaultSizes, orders: 6000, irregular: 40 });
  writeVisits(join(folder, 'visits.csv'), { ...defaultSizes, visits: 30_000, irregular: 40 });
});
beforeEach(() => rmSync(entries, { recursive: true, force: true }));
afterAll(() => {
  for (const one of [folder, cache]) rmSync(one, { recursive: true, force: true });
});

const asked = 'report . --timezone Europe/Paris --currency EUR --as-of 2026-11-22 --last 3 --by channel --format json';
const other =
  'report . --timezone Europe/Paris --currency EUR --as-of 2026-11-22 --period month --all --format csv --full';

const say = (line: string, mode = 'content'): Promise<Ran> =>
  run([...wordsOf(line), '--cache', mode], { cwd: folder, env: { XDG_CACHE_HOME: cache } });

const named = (kind: string): string[] => readdirSync(entries).filter((name) => name.includes(kind));

/** Removes what was kept of some kinds: without answers settled records are asked, without these columns are read. */
const forget = (...kinds: readonly string[]): void => {
  for (const name of kinds.flatMap(named)) rmSync(join(entries, name));
};

describe('a run over files that an earlier run has read', () => {
  it('prints the same bytes, from an answer, from settled records and from columns', async () => {
    const cold = await say(asked, 'off');
    const first = await say(asked);
    expect(named('answers')).toHaveLength(1);
    expect(named('columns')).toHaveLength(2);
    expect(named('plans')).toHaveLength(2);
    const answered = await say(asked);
    forget('answers');
    const fromRecords = await say(asked);
    expect(named('facts')).toHaveLength(1);
    forget('answers', 'facts');
    const fromColumns = await say(asked);
    expect([first, answered, fromRecords, fromColumns]).toEqual([cold, cold, cold, cold]);
    expect(cold.code).toBe(0);
  });

  it('answers another question from the columns of the first', async () => {
    await say(asked);
    const kept = named('segments').length;
    expect(await say(other)).toEqual(await say(other, 'off'));
    expect(named('segments')).toHaveLength(kept);
  });

  it('asks the records that the first run has settled, if it asked for as much', async () => {
    const line = 'report . --timezone Europe/Paris --currency EUR --as-of 2026-11-22 --format json --all';
    /** When the settled records were last written: they are when they do not answer a question. */
    const written = (): string =>
      createHash('sha256')
        .update(readFileSync(join(entries, named('facts')[0]!)))
        .digest('hex');
    await say(`${line} --kpi orders,sessions,aov --by channel`);
    const first = written();
    for (const question of [
      '--kpi orders,sessions,aov --by country',
      '--kpi orders --period month --compare previous',
      '--kpi sessions --by device --period day --include-partial',
    ]) {
      expect(await say(`${line} ${question}`)).toEqual(await say(`${line} ${question}`, 'off'));
      expect(written(), question).toBe(first);
    }
    // Other amounts, and words that only a question about them reads.
    for (const question of ['--kpi net_sales', '--kpi net_sales --by discount_code', '--kpi orders']) {
      const before = written();
      expect(await say(`${line} ${question}`)).toEqual(await say(`${line} ${question}`, 'off'));
      expect(written(), question).not.toBe(before);
    }
  });

  it('shows the cells of too many rejected rows, which are kept nowhere', async () => {
    const path = join(folder, 'tickets.csv');
    const rows = Array.from({ length: 40 }, (_, n) => `${n},${n === 7 ? '2026-19-45' : '2026-11-02 10:00'}`);
    const line = 'report . --timezone Europe/Paris --currency EUR --as-of 2026-11-22 --kpi orders';
    try {
      writeFileSync(path, ['ticket_id,created_at', ...rows, ''].join('\n'));
      await say(line);
      expect(named('facts')).toHaveLength(1);
      const refused = await say(`${line} --max-rejects 1%`);
      expect(refused).toEqual(await say(`${line} --max-rejects 1%`, 'off'));
      expect(refused.err).toContain('record 8, column "created_at": no such day "2026-19-45"');
      for (const name of readdirSync(entries))
        expect(readFileSync(join(entries, name), 'latin1'), name).not.toContain('2026-19-45');
    } finally {
      rmSync(path);
    }
  });

  it('asks other records under other settings', async () => {
    const path = join(folder, 'kpi.yaml');
    const line = 'report . --currency EUR --as-of 2026-11-22 --format json --all --kpi orders,sessions';
    try {
      for (const [zone, config] of [
        ['Europe/Paris', 'valid_status: [paid]\n'],
        ['America/New_York', 'valid_status: [paid]\n'],
        ['Europe/Paris', 'valid_status: [pending]\n'],
        ['Europe/Paris', 'channels: [{ source: google, channel: Ads }]\n'],
      ] as const) {
        writeFileSync(path, config);
        const own = `${line} --timezone ${zone}`;
        expect(await say(own)).toEqual(await say(own, 'off'));
      }
      expect(named('facts')).toHaveLength(4);
      // Orders are in euros: each rate of the configuration gives other amounts.
      for (const rate of ['1.10', '1.20']) {
        writeFileSync(path, `rates: { EUR: ${rate} }\n`);
        const own =
          'report . --as-of 2026-11-22 --format json --all --kpi net_sales --timezone Europe/Paris --currency USD';
        const found = await say(own);
        expect(found).toEqual(await say(own, 'off'));
        expect(found.code, found.err).toBe(0);
      }
      expect(named('facts')).toHaveLength(6);
    } finally {
      rmSync(path);
    }
  });

  it('says with --verbose alone that something could not be kept', async () => {
    const cold = await say(asked, 'off');
    await say(asked);
    const [name = ''] = named('columns');
    forget('answers', 'facts', 'columns');
    mkdirSync(join(entries, name));
    expect(await say(asked)).toEqual(cold);
    const told = await say(`${asked} --verbose`);
    expect(told.out).toBe(cold.out);
    expect(told.err).toContain('nothing is kept: the folder cannot be written (EISDIR)\n');
  });

  it('says when it is made, though the answer is older', async () => {
    const line = 'report . --timezone Europe/Paris --currency EUR --kpi orders --format json';
    const first = await say(line);
    const again = await say(line);
    expect(again).toEqual(first);
    expect(again.out).toContain('"as_of": "2026-11-22T00:00:00+01:00"');
  });

  it('keeps nothing that names people', async () => {
    await say(asked);
    const all = readdirSync(entries).map((name) => readFileSync(join(entries, name), 'latin1'));
    expect(readFileSync(join(folder, 'orders.csv'), 'utf8')).toContain('@example.com');
    for (const text of all) expect(text).not.toMatch(/@example|Customer \d/);
  });

  it('is not led by what is damaged, cut or gone', async () => {
    const cold = await say(asked, 'off');
    await say(asked);
    const whole = join(cache, 'whole');
    cpSync(entries, whole, { recursive: true });
    const random = new Random(5, 3).at(0);
    for (let trial = 0; trial < 24; trial += 1) {
      rmSync(entries, { recursive: true });
      cpSync(whole, entries, { recursive: true });
      if (trial % 3 > 0) forget('answers');
      if (trial % 3 > 1) forget('facts');
      const names = readdirSync(entries).filter((name) => statSync(join(entries, name)).isFile());
      for (const name of names) {
        const path = join(entries, name);
        const bytes = readFileSync(path);
        const harm = random.below(4);
        if (harm === 0) rmSync(path);
        else if (harm === 1) writeFileSync(path, bytes.subarray(0, random.below(bytes.length)));
        else if (harm === 2) {
          const at = random.below(bytes.length);
          bytes[at] = bytes[at]! ^ (1 + random.below(255));
          writeFileSync(path, bytes);
        }
      }
      expect(await say(asked), `trial ${trial}`).toEqual(cold);
    }
    rmSync(whole, { recursive: true });
  }, 120_000);

  it('sees that a file was edited, and that one was added', async () => {
    await say(asked);
    const path = join(folder, 'orders.csv');
    const before = readFileSync(path, 'utf8');
    const [header = '', first = ''] = before.split('\n');
    try {
      writeFileSync(path, before.replaceAll('paid,', 'paid ,').replace('14.', '15.'));
      expect(await say(asked)).toEqual(await say(asked, 'off'));
      writeFileSync(path, before);
      writeFileSync(join(folder, 'more.csv'), `${header}\n${first.replace(/^#\d+/, '#999999')}\n`);
      expect(await say(asked)).toEqual(await say(asked, 'off'));
    } finally {
      writeFileSync(path, before);
      rmSync(join(folder, 'more.csv'), { force: true });
    }
  });

  it('sees that the configuration was changed', async () => {
    const path = join(folder, 'kpi.yaml');
    try {
      writeFileSync(path, 'name: One\n');
      const line = 'report . --timezone Europe/Paris --currency EUR --as-of 2026-11-22 --format html';
      const one = await say(line);
      writeFileSync(path, 'name: Two\n');
      const two = await say(line);
      expect(one.out).toContain('One');
      expect(two.out).toContain('Two');
    } finally {
      rmSync(path);
    }
  });

  it('keeps no answer of a run that writes files or tells rejected cells', async () => {
    const rejects = join(cache, 'rejects.csv');
    await say(`${asked} --rejects ${rejects}`);
    expect(readFileSync(rejects, 'utf8')).toContain('orders.csv');
    await say(`normalize . --out ${join(cache, 'records')} --timezone Europe/Paris`);
    const found = await run(wordsOf('cache status'), { env: { XDG_CACHE_HOME: cache } });
    expect(found.out).not.toMatch(/[1-9]\d* entr/);
  });
});
