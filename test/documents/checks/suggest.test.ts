import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { mainKpis } from '../../../src/cli/init/main-kpis.ts';
import { groups } from '../../../src/kpis/kpi.ts';
import { folder } from '../../cli/kit.ts';
import { root, run, wordsOf } from '../../support/run.ts';
import { kpiOf } from './kit.ts';

describe('the main KPIs', () => {
  it('are KPIs of their group with a better side, at most 12', () => {
    for (const group of groups) {
      for (const id of mainKpis[group].ids) {
        const kpi = kpiOf(id);
        expect([id, kpi?.group, kpi?.unit === 'text', kpi?.direction === 'flat']).toEqual([id, group, false, false]);
      }
    }
    const taken = groups.map((group) => mainKpis[group].take);
    expect(taken.reduce((sum, take) => sum + take, 0)).toBeLessThanOrEqual(12);
  });
});

describe('kpi check --suggest', () => {
  const shop = 'fixtures/shop --timezone Europe/Paris --as-of 2026-11-16';
  const check = (line: string, cwd = root) => run(wordsOf(`check ${line}`), { cwd });

  it.each(['week', 'day', 'month', 'hour', 'quarter', 'year', 'all'])(
    'by %s prints YAML that kpi check takes and the files pass',
    async (grain) => {
      const { code, out } = await check(`--suggest ${shop} --period ${grain}`);
      expect(code).toBe(0);
      const { checks } = parse(out) as { checks: Record<string, unknown>[] };
      expect(checks.every(({ period = 'week' }) => period === grain)).toBe(true);
      if (checks.length === 0) return;
      const place = folder();
      writeFileSync(join(place, 'kpi.yaml'), out);
      const ran = await run(wordsOf(`check ${join(root, 'fixtures/shop')} --as-of 2026-11-16 --format json`), {
        cwd: place,
      });
      expect([ran.code, ran.err.includes('kpi:')]).toEqual([0, false]);
      const { results } = JSON.parse(ran.out) as { results: { verdict: string }[] };
      expect(results.map(({ verdict }) => verdict)).toEqual(checks.map(() => 'pass'));
    },
  );

  it('rests on the periods that are asked for', async () => {
    const { out } = await check(`--suggest ${shop} --last 6 --kpi sessions`);
    expect(out).toContain('in 6 weeks, 2026-W41 to 2026-W46');
    const span = await check(`--suggest ${shop} --from 2026-08-03 --to 2026-11-01 --kpi sessions,clicks`);
    expect(span.out).toMatch(/in (\d of )?13 weeks, 2026-W32 to 2026-W44/);
  });

  it('says of KPIs that are asked for why they have none', async () => {
    const { out } = await check(`--suggest ${shop} --kpi sessions,ad_spend,visitors,ltv_cac_rating,orders`);
    expect((parse(out) as { checks: { kpi: string }[] }).checks.map(({ kpi }) => kpi)).toEqual(['sessions']);
    expect(out).toContain('#   ad_spend: neither more nor less of it is better');
    expect(out).toContain('#   visitors: no file has the records or columns it needs');
    expect(out).toMatch(/# {3}orders: it varies too much/);
    expect((await check(`--suggest ${shop} --kpi ordrs`)).err).toContain('there is no KPI "ordrs"');
  });

  it('looks at no hour that is still to come', async () => {
    const { out } = await check(
      '--suggest fixtures/shop --timezone Europe/Paris --as-of 2026-11-15T10:00:00 --period hour',
    );
    expect(out).toContain('in 8 Sundays at 10:00, 2026-09-20T10 to 2026-11-08T10');
  });

  it('of files with too few periods says that, once', async () => {
    const { code, out } = await check(`--suggest ${shop} --from 2026-11-02`);
    expect([code, out]).toEqual([
      0,
      '# None suggested: the files hold 2 weeks, 2026-W45 to 2026-W46; 4 complete ones are needed.\nchecks: []\n',
    ]);
  });

  it('needs no configuration, and goes by the one that is there', async () => {
    const place = folder();
    const config = `timezone: Europe/Paris\nreport: { period: month, from: 2026-11-01 }\nsources: [{ path: "${join(root, 'fixtures/shop')}" }]\n`;
    writeFileSync(join(place, 'kpi.yaml'), config);
    const { code, out } = await check('--suggest --as-of 2026-11-16', place);
    expect(code).toBe(0);
    expect(out).toContain('8 months, 2026-03 to 2026-10');
    expect(out).not.toContain('period:');
    // What is a part does not take the place of the whole.
    const refused = await check('--suggest --as-of 2026-11-16 --out kpi.yaml', place);
    expect([refused.code, refused.err]).toEqual([
      2,
      'kpi: kpi.yaml is a configuration, of which the checks are only a part\n' +
        '  name another file, and copy from it what you want to keep\n',
    ]);
    expect(readFileSync(join(place, 'kpi.yaml'), 'utf8')).toBe(config);
  });

  it('writes a file', async () => {
    const place = folder();
    mkdirSync(join(place, 'checks'));
    const line = `check --suggest ${join(root, 'fixtures/shop')} --as-of 2026-11-16 --out checks/{from}.yaml --out -`;
    const { code, out } = await run(wordsOf(line), { cwd: place });
    expect(code).toBe(0);
    expect(readFileSync(join(place, 'checks/2026-09-21.yaml'), 'utf8')).toBe(out);
  });

  it.each([
    ['--suggest --format json', '--suggest and --format contradict each other'],
    ['--suggest --exit-zero', '--suggest and --exit-zero contradict each other'],
    ['--suggest --error-on-warning', '--suggest and --error-on-warning contradict each other'],
    ['--kpi sessions', '--kpi needs --suggest: each check names its own KPI'],
  ])('%s is a contradiction', async (options, says) => {
    const { code, err } = await check(`fixtures/shop ${options}`);
    expect([code, err.split('\n', 1)[0]]).toEqual([2, `kpi: ${says}`]);
    expect(existsSync(join(root, 'kpi.yaml'))).toBe(false);
  });
});
