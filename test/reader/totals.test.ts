import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Random } from '../../bench/random.ts';
import { type Division, division } from '../../src/reader/division.ts';
import { SegmentReader } from '../../src/reader/segment.ts';
import { run, wordsOf } from '../support/run.ts';

/*
 * Rows of daily tables that cannot be totals are taken from the columns, and added up there; all others as from a short file:
 * which rows are totals, what they say and what counts is the same as row by row.
 */

/** Tests divide files otherwise. */
const sizes = division as { -readonly [K in keyof Division]: Division[K] };
const usual = { ...division };
const read = vi.spyOn(SegmentReader.prototype, 'read');
beforeAll(() => Object.assign(sizes, { workersFrom: Number.POSITIVE_INFINITY }));
afterAll(() => {
  Object.assign(sizes, usual);
  read.mockRestore();
});

const money = (cents: number): string => (cents / 100).toFixed(2);
const pick = <T>(random: Random, from: readonly T[]): T => from[random.below(from.length)]!;

/** Spend by day and campaign as people keep it by hand, with totals of days, of all, and rows that only look so. */
function handMade(random: Random): string[] {
  const first = random.once(3) ? 'campaign' : 'date';
  const decimals = random.once(3) ? 3 : 2;
  // Where nothing cost anything, the other figures show what is a total.
  const isFree = random.once(3);
  // With nothing odd but the total of all.
  const isClean = random.once(3);
  const odd = (times: number): boolean => !isClean && random.once(times);
  const amount = (cents: number): string => (cents / 100).toFixed(random.once(2) ? 2 : decimals);
  const row = (day: string, name: string, cents: number, clicks: number | ''): string => {
    const [cost, ...rest] = [amount(cents), String(clicks), pick(random, ['EUR', 'EUR', ''])];
    return (first === 'date' ? [day, name, cost, ...rest] : [name, day, cost, ...rest]).join();
  };
  const names = ['Brand', 'Generic', ...(isClean ? [] : ['Total care']), 'Sommer', 'Video "new"'].map((name) =>
    name.includes('"') ? `"${name.replaceAll('"', '""')}"` : name,
  );
  if (odd(4)) names.push('Total');
  const lines: string[] = [];
  let [all, clicks] = [0, 0];
  for (let day = 1; day <= 28; day += 1) {
    const date = `2026-10-${String(day).padStart(2, '0')}`;
    let [cost, own] = [0, 0];
    for (const name of names) {
      const [cents, count] = [isFree ? 0 : random.below(90_000), random.below(400)];
      if (random.once(90)) lines.push(row(date, name, 0, ''));
      const isOdd = odd(40);
      lines.push(
        isOdd ? row(pick(random, ['', '31/31/2026', date]), name, cents, count) : row(date, name, cents, count),
      );
      if (odd(60)) lines.push(pick(random, ['', row(date, name, cents, count).replace(/,[\d.]+,/, ',€12,')]));
      cost += cents;
      own += count;
    }
    if (odd(3)) lines.push(row(date, 'Total', cost + (random.once(5) ? 777 : 0), own));
    if (odd(9)) lines.push(row('', pick(random, ['', 'Total', 'Subtotal:']), cost, own));
    all += cost;
    clicks += own;
  }
  if (odd(6)) for (let n = 0; n < 120; n += 1) lines.push(row('', `Name ${n}`, 100, 1));
  const last = pick(random, isFree ? ['Ensemble'] : ['Total', 'Grand total', '', 'Ensemble', 'none']);
  const total = row(
    random.once(4) ? '2026-10-28' : '',
    last,
    all + pick(random, [0, 0, 30, 5000]),
    clicks + pick(random, [0, 0, 1]),
  );
  if (last !== 'none') lines[random.once(3) ? 'unshift' : 'push'](total);
  const head = first === 'date' ? 'date,campaign' : 'campaign,date';
  return [`${head},cost,clicks,currency`, ...lines];
}

/** An export of Google Ads by day and campaign, with its own totals. */
function googleAds(random: Random): string[] {
  const lines: string[] = [];
  let all = 0;
  for (let day = 1; day <= 20; day += 1)
    for (let campaign = 0; campaign < 6; campaign += 1) {
      const cents = random.below(50_000);
      all += cents;
      const name = random.once(50) ? 'Total: Brand' : `Campaign ${campaign}`;
      const date = random.once(60) ? ' --' : `2026-10-${String(day).padStart(2, '0')}`;
      const cost = random.once(30) ? `"1,${100 + random.below(800)}.50"` : money(cents);
      lines.push([date, name, 'EUR', cost, random.below(900), random.below(90), '0.00', '0.00'].join());
    }
  const end = ['Total: Campaigns', 'Total: Account'].map((name) => `${name}, --, --,${money(all)},1,1,0.00,0.00`);
  return [
    'Day,Campaign,Currency code,Cost,Impr.,Clicks,Conversions,Conv. value',
    ...lines,
    ...(random.once(2) ? end : []),
  ];
}

describe.each([
  ['by hand', handMade],
  ['Google Ads', googleAds],
])('sums of days: %s', (_, rowsOf) => {
  it.each(Array.from({ length: 15 }, (_, at) => at + 1))('seed %i', async (seed) => {
    const folder = mkdtempSync(join(tmpdir(), 'kpi-totals-'));
    const rejects = join(folder, 'rejects.txt');
    try {
      const random = new Random(seed, 7).at(0);
      const text = `${rowsOf(random).join(random.once(3) ? '\r\n' : '\n')}\n`;
      writeFileSync(join(folder, 'spend.csv'), text);
      const line =
        'report spend.csv --full --period month --by campaign --format json --currency EUR --max-rejects 99% --timezone Europe/Paris --engine memory --rejects rejects.txt';
      const results = [];
      for (const segment of [0, 300, 1500, text.length]) {
        Object.assign(sizes, segment === 0 ? { from: Number.POSITIVE_INFINITY } : { from: 0, segment });
        const before = read.mock.calls.length;
        const { out, err, code } = await run(wordsOf(line), { cwd: folder });
        expect(read.mock.calls.length > before, 'is read by columns').toBe(segment > 0);
        results.push({ code, out, err, refused: existsSync(rejects) ? readFileSync(rejects, 'utf8') : '' });
        rmSync(rejects, { force: true });
      }
      for (const one of results.slice(1)) expect(one).toEqual(results[0]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
