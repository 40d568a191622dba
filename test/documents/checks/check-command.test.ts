import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { kpis } from '../../../src/kpis/index.ts';
import { root, run } from '../../support/run.ts';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'kpi-check-'));
  const own = cwd;
  onTestFinished(() => rmSync(own, { recursive: true }));
});

const put = (name: string, ...lines: string[]): void => writeFileSync(join(cwd, name), `${lines.join('\n')}\n`);
const config = (...lines: string[]): void =>
  put('kpi.yaml', 'timezone: Europe/Paris', 'currency: EUR', 'sources: [{ path: exports }]', ...lines);

/** The last complete week before 22 November 2026 is 2026-W46, 9 to 15 November. */
const visits = (
  rows: readonly (readonly [day: string, channel: string, sessions: number, purchases: number])[],
): void => {
  put('exports-visits.csv', 'date,channel,sessions,purchases', ...rows.map((row) => row.join()));
};
const orders = (rows: readonly (readonly [id: string, at: string, value: number])[]): void => {
  put('exports-orders.csv', 'order_id,ordered_at,gross_sales', ...rows.map((row) => row.join()));
};
const exports = ['exports-visits.csv', 'exports-orders.csv'];

interface Result {
  readonly check: string;
  readonly kpi: string;
  readonly period: string;
  readonly dimensions: Record<string, string>;
  readonly verdict: string;
  readonly because: string | null;
  readonly value: number | null;
  readonly compared: number | null;
  readonly distance: number | null;
  readonly n: number | null;
  readonly base: { readonly of: string; readonly period: string; readonly value: number | null } | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** The results of `kpi check`, and its exit code. */
async function checked(files: readonly string[], ...more: string[]): Promise<{ code: number; results: Result[] }> {
  const { code, out, err } = await run(['check', ...files, '--format', 'json', '--quiet', ...more], { cwd });
  expect(err).toBe('');
  return { code, results: JSON.parse(out).results };
}

const brief = ({ results }: { results: readonly Result[] }) =>
  results.map(({ verdict, because, value, dimensions }) => [verdict, because, value, ...Object.values(dimensions)]);

describe('kpi check', () => {
  it('ends with 1 where a check fails, with 0 where all hold or only warn', async () => {
    visits([['2026-11-10', 'Email', 200, 3]]);
    for (const [bounds, verdict, code] of [
      ['must: ">= 1.5%"', 'pass', 0],
      ['must: ">= 1.6%"', 'fail', 1],
      ['must: ">= 1%", should: ">= 2%"', 'warn', 0],
    ] as const) {
      config(`checks: [{ kpi: conversion_rate, ${bounds} }]`);
      const found = await checked(['exports-visits.csv']);
      expect([found.code, brief(found)]).toEqual([code, [[verdict, null, 0.015]]]);
    }
    expect((await checked(['exports-visits.csv'], '--error-on-warning')).code).toBe(1);
    config('checks: [{ kpi: conversion_rate, must: ">= 1.6%" }]');
    expect((await checked(['exports-visits.csv'], '--exit-zero')).code).toBe(0);
  });

  const verdictOf = async (check: string): Promise<string | undefined> => {
    config(`checks: [{ ${check} }]`);
    return (await checked(exports.filter((name) => existsSync(join(cwd, name))))).results[0]?.verdict;
  };

  it('compares unrounded values: a third is above 33.3333333333 % and below the next such number', async () => {
    visits([['2026-11-10', 'Email', 3, 1]]);
    expect(await verdictOf('kpi: conversion_rate, must: ">= 33.3333333333%"')).toBe('pass');
    expect(await verdictOf('kpi: conversion_rate, must: ">= 33.3333333334%"')).toBe('fail');
  });

  it.each([
    ['>=', 'pass'],
    ['<=', 'pass'],
    ['>', 'fail'],
    ['<', 'fail'],
  ])('of equality %s makes a %s', async (operator, verdict) => {
    visits([['2026-11-10', 'Email', 200, 3]]);
    expect(await verdictOf(`kpi: conversion_rate, must: "${operator} 1.5%"`)).toBe(verdict);
  });

  it('looks at each group, and says of one that no record has that nothing is known', async () => {
    visits([
      ['2026-11-10', 'Email', 100, 3],
      ['2026-11-11', 'Direct', 100, 1],
      // Of another week.
      ['2026-11-03', 'Referral', 100, 1],
    ]);
    config('checks:', '  - { kpi: conversion_rate, by: channel, must: ">= 2%" }');
    expect(brief(await checked(['exports-visits.csv']))).toEqual([
      ['fail', null, 0.01, 'Direct'],
      ['pass', null, 0.03, 'Email'],
      // Its last visits were in the week before.
      ['fail', 'no_value', null, 'Referral'],
    ]);
    config('checks:', '  - { kpi: conversion_rate, where: { channel: [Email, TV] }, must: ">= 2%", on_null: warn }');
    expect(brief(await checked(['exports-visits.csv']))).toEqual([
      ['pass', null, 0.03, 'Email'],
      ['warn', 'no_value', null, 'TV'],
    ]);
  });

  it('fails where the files cannot tell a KPI, unless on_null says otherwise', async () => {
    visits([['2026-11-10', 'Email', 100, 3]]);
    for (const [more, verdict, code] of [
      ['', 'fail', 1],
      [', on_null: warn', 'warn', 0],
      [', on_null: skip', 'skip', 0],
    ] as const) {
      config(`checks: [{ kpi: cac, must: "<= 60"${more} }]`);
      const found = await checked(['exports-visits.csv']);
      expect([found.code, brief(found)]).toEqual([code, [[verdict, 'no_value', null]]]);
    }
  });

  it('sees nothing in a period that the files do not reach, never an older figure', async () => {
    visits([['2026-11-02', 'Email', 100, 3]]);
    config('checks: [{ kpi: conversion_rate, must: ">= 1%" }]');
    const found = await checked(['exports-visits.csv']);
    expect(found.results[0]).toMatchObject({ period: '2026-W46', verdict: 'fail', value: null });
  });

  it('skips what rests on too few, and says so', async () => {
    visits([
      ['2026-11-10', 'Email', 29, 0],
      ['2026-11-10', 'Direct', 30, 0],
    ]);
    config('checks: [{ kpi: conversion_rate, by: channel, must: ">= 1%", min_base: { sessions: 30 } }]');
    expect(brief(await checked(['exports-visits.csv']))).toEqual([
      ['fail', null, 0, 'Direct'],
      ['skip', 'below_min_base', 0, 'Email'],
    ]);
  });

  it('compares with the period before; a small change is passed over', async () => {
    orders([
      ['1', '2026-11-04 10:00:00', 1000],
      ['2', '2026-11-11 10:00:00', 700],
    ]);
    const found: unknown[] = [];
    for (const bounds of [
      'must: ">= -20%"',
      'must: ">= -200"',
      'must: ">= -20%", min_abs_change: 301',
      'must: ">= -30%"',
    ]) {
      config(`checks: [{ kpi: gross_sales, vs: previous, ${bounds} }]`);
      const { results } = await checked(['exports-orders.csv']);
      expect(results[0]?.base).toMatchObject({ of: 'previous', period: '2026-W45', value: 1000 });
      found.push(results.map(({ verdict, compared, distance }) => [verdict, compared, distance])[0]);
    }
    expect(found).toEqual([
      ['fail', -0.3, -0.1],
      ['fail', -300, -100],
      ['skip', -0.3, null],
      ['pass', -0.3, 0],
    ]);
  });

  it.each([
    ['2026-W53', '2027-01-04', '2026-W01', '2025-12-30'],
    ['2027-W01', '2027-01-11', '2026-W02', '2026-01-06'],
    ['2025-W01', '2025-01-06', '2024-W01', '2024-01-02'],
  ])('compares %s with the week 52 weeks before, %s', async (week, asOf, before, day) => {
    const inWeek = new Date(Date.parse(`${asOf}T00:00:00Z`) - 6 * 86_400_000).toISOString().slice(0, 10);
    orders([
      ['1', `${day} 10:00:00`, 400],
      ['2', `${inWeek} 10:00:00`, 500],
    ]);
    config('checks: [{ kpi: gross_sales, vs: year, must: ">= 25%" }]');
    const { results } = await checked(['exports-orders.csv'], '--as-of', asOf);
    expect(results[0]).toMatchObject({
      period: week,
      verdict: 'pass',
      compared: 0.25,
      base: { period: before, value: 400 },
    });
  });

  it('compares a part of a week with as many days of the one before', async () => {
    orders([
      ['1', '2026-11-02 10:00:00', 100],
      ['2', '2026-11-04 10:00:00', 50],
      // Not among the first three days of its week.
      ['3', '2026-11-06 10:00:00', 1000],
      ['4', '2026-11-09 10:00:00', 300],
    ]);
    config('checks: [{ kpi: gross_sales, vs: previous, must: ">= 100%" }]');
    const { results } = await checked(['exports-orders.csv'], '--from', '2026-11-09', '--to', '2026-11-11');
    expect(results[0]).toMatchObject({ verdict: 'pass', compared: 1, base: { value: 150 } });
  });

  it('prorates a target by the real days of the period', async () => {
    orders([['1', '2026-11-11 10:00:00', 7600]]);
    // 92 days of 1000 each, and 7 of them.
    config(
      'targets:',
      '  - { kpi: gross_sales, period: 2026-Q4, value: 92000 }',
      'checks:',
      '  - { kpi: gross_sales, vs: target, must: ">= 100%" }',
      '  - { kpi: gross_sales, vs: target, period: month, must: ">= 10%" }',
    );
    const { results } = await checked(['exports-orders.csv'], '--as-of', '2026-12-01');
    expect(results.map(({ period, base }) => [period, base?.value])).toEqual([
      ['2026-W48', 7000],
      ['2026-11', 30_000],
    ]);
    const week = await checked(['exports-orders.csv']);
    expect(week.results[0]).toMatchObject({ verdict: 'pass', compared: 1.08571428571, base: { value: 7000 } });
  });

  it('compares with a saved report, by its newest complete period', async () => {
    orders([
      ['1', '2026-11-03 10:00:00', 1000],
      ['2', '2026-11-10 10:00:00', 900],
    ]);
    config('checks: [{ kpi: gross_sales, vs: saved.json, must: ">= -5%" }]');
    const report = 'report exports-orders.csv --kpi gross_sales --last 1 --out saved.json --quiet --as-of 2026-11-12';
    expect((await run(report.split(' '), { cwd })).code).toBe(0);
    const { code, results } = await checked(['exports-orders.csv']);
    expect([code, results[0]?.compared, results[0]?.base]).toEqual([
      1,
      -0.1,
      { of: 'saved.json', period: '2026-W45', value: 1000, null_reason: null },
    ]);
  });

  it('tells a bad rate on few observations from a bad rate', async () => {
    visits([
      // 1 of 20: the interval reaches from 0.9 % to 23.6 %.
      ['2026-11-10', 'Email', 20, 1],
      // 50 of 1000: from 3.8 % to 6.5 %.
      ['2026-11-10', 'Direct', 1000, 50],
    ]);
    config('checks: [{ kpi: conversion_rate, by: channel, must: ">= 10%", significant: true }]');
    const { results } = await checked(['exports-visits.csv']);
    expect(results.map(({ verdict, because, n }) => [verdict, because, n])).toEqual([
      ['fail', null, 1000],
      ['pass', 'not_significant', 20],
    ]);
    // Wilson's formula by hand: (1 + 1.9208) / 23.8415 ± 1.96 / 23.8415 × √(0.95 + 0.9604).
    expect(results[1]?.interval?.low).toBeCloseTo(0.0089, 4);
    expect(results[1]?.interval?.high).toBeCloseTo(0.2361, 4);
  });

  it('looks at the periods that the check or the command line names', async () => {
    visits([
      ['2026-11-09', 'Email', 100, 3],
      ['2026-11-21', 'Email', 100, 1],
    ]);
    config(
      'checks:',
      '  - { kpi: conversion_rate, must: ">= 2%" }',
      '  - { kpi: conversion_rate, period: day, must: ">= 2%" }',
    );
    const one = await checked(['exports-visits.csv']);
    expect(one.results.map(({ period, verdict }) => [period, verdict])).toEqual([
      ['2026-W46', 'pass'],
      ['2026-11-21', 'fail'],
    ]);
    const two = await checked(['exports-visits.csv'], '--last', '2', '--as-of', '2026-11-23');
    expect(two.results.map(({ period }) => period)).toEqual(['2026-W46', '2026-W47', '2026-11-21', '2026-11-22']);
  });

  it('counts the last day of its period to its last second, and nothing of the next day', async () => {
    orders([
      ['1', '2026-11-08 23:59:59', 1],
      ['2', '2026-11-09 00:00:00', 10],
      ['3', '2026-11-15 23:59:59', 100],
      ['4', '2026-11-16 00:00:00', 1000],
    ]);
    config(
      'checks:',
      '  - { kpi: gross_sales, must: ">= 110" }',
      '  - { kpi: gross_sales, period: day, must: "<= 100" }',
      '  - { kpi: orders, vs: target, must: ">= 100%" }',
      'targets: [{ kpi: orders, from: 2026-11-09, to: 2026-11-15, value: 2 }]',
    );
    const week = { period: '2026-W46', from: '2026-11-09', to: '2026-11-15' };
    const { results } = await checked(['exports-orders.csv'], '--as-of', '2026-11-16');
    expect(results).toMatchObject([
      { ...week, verdict: 'pass', value: 110 },
      { period: '2026-11-15', from: '2026-11-15', to: '2026-11-15', verdict: 'pass', value: 100 },
      { ...week, verdict: 'pass', value: 2, compared: 1 },
    ]);
  });

  it('writes several formats in one run, under the names of its period', async () => {
    visits([['2026-11-10', 'Email', 100, 3]]);
    config('checks: [{ kpi: conversion_rate, must: ">= 5%" }]');
    const line = 'check exports-visits.csv --format github --out - --out {period}.xml --out {from}.json --quiet';
    const { code, out } = await run(line.split(' '), { cwd });
    expect([code, out.split('::')[1]?.split(' ')[0]]).toEqual([1, 'error']);
    expect(readFileSync(join(cwd, '2026-W46.xml'), 'utf8')).toContain('<failure');
    expect(JSON.parse(readFileSync(join(cwd, '2026-11-09.json'), 'utf8')).results).toHaveLength(1);
  });

  it('adds its table to the page of a run on GitHub', async () => {
    visits([['2026-11-10', 'Email', 100, 3]]);
    config('checks: [{ kpi: conversion_rate, must: ">= 5%" }]');
    put('summary.md', 'before');
    const page = join(cwd, 'summary.md');
    await run('check exports-visits.csv --format github --quiet'.split(' '), {
      cwd,
      env: { GITHUB_STEP_SUMMARY: page },
    });
    const text = readFileSync(page, 'utf8');
    expect(text.startsWith('before\n')).toBe(true);
    expect(text).toContain('conversion_rate');
  });

  it('gives the same on both engines', async () => {
    visits([
      ['2026-11-10', 'Email', 20, 1],
      ['2026-11-10', 'Direct', 1000, 50],
      ['2026-11-03', 'Direct', 500, 50],
    ]);
    orders([['1', '2026-11-11 10:00:00', 7600]]);
    config(
      'checks:',
      '  - { kpi: conversion_rate, by: channel, must: ">= 10%", significant: true }',
      '  - { kpi: sessions, vs: previous, must: ">= 0%" }',
      '  - { kpi: average_order_value, must: ">= 50" }',
    );
    const lines = ['memory', 'duckdb'].map((engine) => ['check', ...exports, '--format', 'json', '--engine', engine]);
    const [memory, duckdb] = [await run(lines[0]!, { cwd }), await run(lines[1]!, { cwd })];
    expect(duckdb).toEqual(memory);
    expect(memory.code).toBe(1);
  });
});

it.each(['', ', by: channel'])('the value of a check%s is the figure of the report', async (by) => {
  const least = { ratio: '0.01%', duration: '1s', months: '2' } as Record<string, string>;
  const own = kpis.filter(({ bands }) => bands === undefined);
  const lines = own.map(({ id, unit }) => `  - { kpi: ${id}${by}, must: ">= ${least[unit] ?? '1'}", on_null: skip }`);
  put('kpi.yaml', 'timezone: Europe/Paris', 'checks:', ...lines);
  const shop = join(root, 'fixtures/shop');
  const { results } = await checked([shop]);
  const ids = own.map(({ id }) => id).join();
  const line = `report ${shop} --last 1 --kpi ${ids} --format json --quiet${by === '' ? '' : ' --by channel'}`;
  const report = JSON.parse((await run(line.split(' '), { cwd })).out);
  const rows: { period: string; dimensions: { channel?: string }; values: Record<string, number | null> }[] =
    report.rows;
  let compared = 0;
  for (const { kpi, dimensions, period, value } of results) {
    const row = rows.find((one) => one.period === period && one.dimensions.channel === dimensions.channel);
    expect([kpi, value]).toEqual([kpi, row?.values[kpi]]);
    if (value !== null) compared += 1;
  }
  expect(results.length).toBeGreaterThanOrEqual(own.length);
  expect(compared).toBeGreaterThan(40);
});

describe('errors of kpi check', () => {
  const told = async (...args: string[]): Promise<[number, string | undefined]> => {
    const { code, err } = await run(['check', ...args], { cwd });
    return [code, err.split('\n')[0]];
  };

  it('no_checks: where nothing says what must hold', async () => {
    visits([['2026-11-10', 'Email', 100, 3]]);
    expect(await told('exports-visits.csv')).toEqual([2, 'kpi: there is no kpi.yaml with checks']);
    config();
    expect(await told('exports-visits.csv')).toEqual([2, 'kpi: kpi.yaml has no checks']);
  });

  it('an unreadable file outranks a failed check', async () => {
    visits([['2026-11-10', 'Email', 100, 0]]);
    config('checks: [{ kpi: conversion_rate, must: ">= 5%" }]');
    expect(await told('exports-visits.csv', 'gone.csv')).toEqual([2, 'kpi: gone.csv does not exist']);
  });

  it('a mistake in the configuration is told before any file is read', async () => {
    config('checks: [{ kpi: conversion_rat, must: ">= 5%" }]');
    const [code, line] = await told('gone.csv');
    expect(code).toBe(2);
    expect(line).toMatch(/^kpi: kpi\.yaml:4: .*conversion_rat/);
  });

  it('bad_report: a saved report that is none, or of other figures', async () => {
    orders([
      ['1', '2026-11-03 10:00:00', 1000],
      ['2', '2026-11-10 10:00:00', 900],
    ]);
    config('checks: [{ kpi: gross_sales, vs: saved.json, must: ">= -5%" }]');
    expect(await told('exports-orders.csv')).toEqual([2, 'kpi: kpi.yaml:4: saved.json cannot be read (ENOENT)']);
    for (const [text, says] of [
      ['{', 'saved.json is not a JSON report'],
      ['{}', 'saved.json is not a report written by this version of kpi'],
      ['{"schema": "kpi-report/1"}', 'saved.json is a report that was cut off or changed'],
      ['{"schema": "kpi-report/1", "period": "week", "kpis": [], "rows": []}', 'saved.json has no complete period'],
    ] as const) {
      put('saved.json', text);
      expect(await told('exports-orders.csv')).toEqual([2, `kpi: ${says}`]);
    }
    const report = (more: string) =>
      run(`report exports-orders.csv --last 2 --out saved.json --quiet ${more}`.split(' '), { cwd });
    await report('--kpi orders');
    expect(await told('exports-orders.csv')).toEqual([2, 'kpi: kpi.yaml:4: saved.json has no gross_sales']);
    await report('--kpi gross_sales --period day --as-of 2026-11-12');
    expect(await told('exports-orders.csv')).toEqual([
      2,
      'kpi: kpi.yaml:4: saved.json is a report by day, the check is by week',
    ]);
    await report('--kpi gross_sales --currency USD');
    expect(await told('exports-orders.csv')).toEqual([
      2,
      'kpi: kpi.yaml:4: saved.json is in USD, the files are in EUR',
    ]);
  });
});
