import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configOf } from '../../src/cli/options/run-inputs.ts';
import { type Settings, settingsOf } from '../../src/cli/options/settings.ts';
import type { Io } from '../../src/cli/process/io.ts';
import { parseDay } from '../../src/core/civil.ts';
import { ofText } from '../../src/core/fraction.ts';
import { kpiNames } from '../../src/kpis/names.ts';
import { noPaint } from '../../src/page/paint.ts';
import { folder, ioOf, optionsFrom, told } from './kit.ts';

const known = {
  kpis: kpiNames([{ id: 'cac' }, { id: 'cac_paid' }, { id: 'orders' }]),
  formats: () => ['shopify-orders', 'ga4-traffic'],
};

/** The settings of a command line in a folder with a configuration. */
async function settings(line: string, config?: string, over: Partial<Io> = {}): Promise<Settings> {
  const cwd = over.cwd ?? folder();
  if (config !== undefined) writeFileSync(join(cwd, 'kpi.yaml'), config);
  const io = ioOf({ cwd, ...over });
  const options = await optionsFrom(line);
  return settingsOf(options, await configOf(options, io), io, known);
}

describe('what nobody says', () => {
  it('has a default', async () => {
    const { zone, rates, options: _, limits: __, configFolder: ___, ...rest } = await settings('');
    expect(zone.name).toBe('Europe/Paris');
    expect(rates).toBe(null);
    expect(rest).toEqual({
      name: null,
      ...{ asOf: Date.UTC(2026, 10, 22, 12), grain: 'week', rules: { weekStart: 1, fiscalYearStartMonth: 1 } },
      ...{ from: null, to: null, last: null, all: false, includePartial: false, compare: [], events: [], by: [] },
      ...{ zoneIsSaid: false },
      ...{ kpis: null, groups: null, reportFormat: 'table', format: 'table', currency: null },
      ...{
        sources: [],
        channels: [],
        costs: [],
        engine: 'auto',
        duckdb: { threads: null, memoryLimit: null, tempDir: null },
        cache: 'off',
        strict: false,
        maxRejects: { percent: ofText('5') },
      },
      ...{
        rejects: null,
        ratesFile: null,
        lang: 'en',
        locale: 'en-US',
        paint: { out: noPaint, err: noPaint },
        quiet: false,
        verbose: false,
      },
    });
  });
});

describe('the command line outranks the configuration, which outranks the defaults', () => {
  const cases: [keyof Settings, string, string, unknown, unknown][] = [
    ['zoneIsSaid', '--timezone UTC', 'timezone: UTC', true, true],
    ['grain', '--period day', 'report: { period: month }', 'day', 'month'],
    ['by', '--by source', 'report: { by: [channel, country] }', ['source'], ['channel', 'country']],
    ['by', '--by none', 'report: { by: channel }', [], ['channel']],
    ['compare', '--compare none', 'report: { compare: year }', [], ['year']],
    ['includePartial', '--no-include-partial', 'report: { include_partial: true }', false, true],
    ['last', '--last 2', 'report: { last: 5 }', 2, 5],
    ['last', '--all', 'report: { last: 5 }', null, 5],
    ['to', '--from 2026-02-01', 'report: { to: 2026-01-01 }', null, parseDay('2026-01-01')],
    ['kpis', '--kpi cac', 'report: { kpi: "orders, cac_paid" }', ['cac'], ['orders', 'cac_paid']],
    ['kpis', '--group sales', 'report: { kpi: [orders] }', null, ['orders']],
    ['groups', '--group sales', 'report: { group: social }', ['sales'], ['social']],
    ['reportFormat', '--format json', 'report: { format: csv }', 'json', 'csv'],
    ['currency', '--currency usd', 'currency: EUR', 'USD', 'EUR'],
    ['engine', '--engine memory', 'report: { engine: auto }', 'memory', 'auto'],
    ['cache', '--cache stat', 'report: { cache: content }', 'stat', 'content'],
    ['cache', '--no-cache', 'report: { cache: stat }', 'off', 'stat'],
    ['strict', '--no-strict', 'report: { strict: true }', false, true],
    ['strict', '--max-rejects 9', 'report: { strict: true }', false, true],
    ['maxRejects', '--strict', 'report: { max_rejects: 7 }', { rows: 0 }, { rows: 7 }],
    ['rejects', '--rejects a.csv', 'report: { rejects: b.csv }', 'a.csv', 'b.csv'],
    ['lang', '--lang en', 'report: { lang: fr }', 'en', 'fr'],
    ['locale', '--locale de-AT', 'report: { locale: fr_CA }', 'de-AT', 'fr-CA'],
  ];
  it.each(cases)('%s: %s over %s', async (key, line, config, over, under) => {
    expect((await settings(line, config, { env: {} }))[key]).toEqual(over);
    expect((await settings('', config, { env: {} }))[key]).toEqual(under);
  });

  it('for the cache, with the variable KPI_CACHE between the two', async () => {
    const cacheOf = async (line: string, KPI_CACHE: string | undefined, config?: string) =>
      (await settings(line, config, { env: { KPI_CACHE } })).cache;
    expect(await cacheOf('--cache content', 'off')).toBe('content');
    expect(await cacheOf('', 'off', 'report: { cache: content }')).toBe('off');
    expect(await cacheOf('', ' Content ', 'report: { cache: off }')).toBe('content');
    expect(await cacheOf('', '', 'report: { cache: stat }')).toBe('stat');
    // What runs from its sources may have changed since.
    expect(await cacheOf('', undefined)).toBe('off');
    expect(await told(() => cacheOf('', 'no'))).toBe('KPI_CACHE must be one of stat, content, off, not "no"');
  });

  it('for the zone, then the system', async () => {
    expect((await settings('--timezone UTC', 'timezone: Asia/Tokyo')).zone.name).toBe('UTC');
    expect((await settings('', 'timezone: Asia/Tokyo')).zone.name).toBe('Asia/Tokyo');
  });

  it('for what KPIs mean', async () => {
    const config = 'assume_full_history: true\nactive_days: 90';
    expect((await settings('', config)).options).toMatchObject({ assume_full_history: true, active_days: 90 });
    expect((await settings('--no-assume-full-history', config)).options.assume_full_history).toBe(false);
    expect((await settings('--assume-full-history')).options.assume_full_history).toBe(true);
  });

  it('for rates', async () => {
    const cwd = folder();
    for (const [name, rate] of [
      ['a', 2],
      ['b', 3],
    ])
      writeFileSync(join(cwd, `${name}.csv`), `date,currency,rate\n2026-01-01,USD,${rate}\n`);
    const at = async (line: string, config: string) => (await settings(line, config, { cwd })).rates?.at('USD', 20779);
    expect(await at('--rates a.csv', 'rates: b.csv')).toBe(2_000_000_000_000n);
    expect(await at('', 'rates: b.csv')).toBe(3_000_000_000_000n);
    expect(await at('', 'rates: { USD: 0.5 }')).toBe(500_000_000_000n);
  });
});

describe('settings', () => {
  it('take a bare date as midnight in the report zone', async () => {
    expect((await settings('--as-of 2026-11-22')).asOf).toBe(Date.UTC(2026, 10, 21, 23));
    expect((await settings('--as-of 2026-11-22T06:00 --timezone Asia/Tokyo')).asOf).toBe(Date.UTC(2026, 10, 21, 21));
    expect((await settings('--as-of 2026-11-22T06:00:00Z')).asOf).toBe(Date.UTC(2026, 10, 22, 6));
  });

  it('take the rules of the calendar', async () => {
    const { rules } = await settings('', 'week_start: sunday\nfiscal_year_start_month: 4');
    expect(rules).toEqual({ weekStart: 7, fiscalYearStartMonth: 4 });
  });

  it('have paths of the configuration relative to the working folder', async () => {
    const root = folder();
    mkdirSync(join(root, 'work'));
    const lists = 'sources: [{ path: exports/a.csv }, { path: . }]\nreport: { rejects: out/r.csv }\n';
    writeFileSync(join(root, 'kpi.yaml'), lists);
    const { sources, rejects } = await settings('', undefined, { cwd: join(root, 'work') });
    expect(sources.map(({ path }) => path)).toEqual([join('..', 'exports/a.csv'), '..']);
    expect(rejects).toBe(join('..', 'out/r.csv'));
  });

  it('give sources, channels and costs in the units of the program', async () => {
    const found = await settings(
      '',
      `sources: [{ path: a.csv, kind: order, from: 2026-01-01, to: 2026-01-31, currency: usd, columns: { ordered_at: Tag } }]
channels: [{ source: google, channel: Paid }]
costs: [{ date: 2026-01-01, category: other, amount: "12.5000005" }]`,
    );
    const [january, end] = [parseDay('2026-01-01'), parseDay('2026-01-31')];
    expect(found.sources).toEqual([
      {
        ...{ path: 'a.csv', kind: 'order', from: january, to: end, currency: 'USD' },
        ...{ columns: { ordered_at: 'Tag' }, where: 'kpi.yaml:1' },
      },
    ]);
    expect(found.channels).toEqual([{ source: 'google', channel: 'Paid' }]);
    expect(found.costs).toEqual([
      {
        date: january,
        dateFrom: null,
        dateTo: null,
        category: 'other',
        amount: 12_500_001,
        currency: null,
        channel: null,
      },
    ]);
  });

  it('limit what a file may cost', async () => {
    const { limits } = await settings('', 'limits: { max_ratio: 7 }');
    expect(limits).toMatchObject({ maxRatio: 7, maxColumns: 16384 });
  });

  it.each([
    [{ LANG: 'fr_CA.UTF-8' }, '', 'fr', 'fr-CA'],
    [{ LANG: 'fr_FR', LC_MESSAGES: 'en_GB.UTF-8' }, '', 'en', 'en-US'],
    [{ LANG: 'de_DE.UTF-8' }, '', 'en', 'en-US'],
    [{ LANG: 'en_GB@euro' }, '', 'en', 'en-GB'],
    [{ LC_ALL: 'C.UTF-8', LANG: 'fr_FR' }, '', 'en', 'en-US'],
    [{ LANG: 'en_US' }, '--lang fr', 'fr', 'fr-FR'],
    [{ LANG: 'fr_BE' }, '--lang en', 'en', 'en-US'],
    [{}, '', 'en', 'en-US'],
  ])('follow the system: %j %s', async (env, line, lang, locale) => {
    expect(await settings(line, undefined, { env })).toMatchObject({ lang, locale });
  });

  it.each([
    ['--kpi cak', '', '--kpi: there is no KPI "cak"\ndid you mean cac?\nsee kpi list'],
    [
      '',
      'report:\n  kpi: [cac, ordres]',
      'kpi.yaml:2: report.kpi: there is no KPI "ordres"\ndid you mean orders?\nsee kpi list',
    ],
    ['--timezone Europe/Pariss', '', /^"Europe\/Pariss" is not a time zone\ndid you mean Europe\/Paris\?/],
    [
      '--currency EURO',
      '',
      '"EURO" is not a currency\ndid you mean EUR?\nuse a code of three letters, such as EUR or USD',
    ],
    ['--rates no.csv', '', 'the rates no.csv does not exist\ncheck --rates, or rates in the configuration'],
    [
      '--config no.yaml',
      '',
      'the configuration no.yaml does not exist\ncheck --config, or leave it out to have kpi.yaml looked for',
    ],
    [
      '',
      'report: { last: 3, all: true }',
      'kpi.yaml:1: report.last and report.all contradict each other\ngive one of them',
    ],
    [
      '',
      'report: { strict: true, max_rejects: 1 }',
      'kpi.yaml:1: report.strict and report.max_rejects contradict each other\ngive one of them',
    ],
    [
      '',
      'report: { from: 2026-02-01, to: 2026-01-01 }',
      'kpi.yaml:1: report.from 2026-02-01 is after report.to 2026-01-01',
    ],
    [
      '',
      'report:\n  locale: qq-!!',
      'kpi.yaml:2: locale "qq-!!" is not a locale\nwrite a language and a country, such as fr-FR',
    ],
    [
      '',
      'sources: [{ path: a, format: shopify-order }]',
      'kpi.yaml:1: "shopify-order" is not a format\ndid you mean shopify-orders?',
    ],
    [
      '',
      'sources:\n  - path: a\n    kind: order\n    columns:\n      orderd_at: Tag',
      'kpi.yaml:5: "orderd_at" is not a field of the kind order\ndid you mean ordered_at?\nsee kpi list --fields',
    ],
    [
      '',
      'sources: [{ path: a, columns: { zebra: Tag } }]',
      'kpi.yaml:1: "zebra" is not a field\nsee kpi list --fields',
    ],
  ])('refuse %s %s', async (line, config, says) => {
    const words = await told(() => settings(line, config));
    if (typeof says === 'string') expect(words).toBe(says);
    else expect(words).toMatch(says);
  });
});
