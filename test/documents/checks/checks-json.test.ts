import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sameInAll } from '../../../src/core/text.ts';
import { renderCheckJson } from '../../../src/documents/checks/checks-json.ts';
import type { CheckReport } from '../../../src/documents/checks/checks-model.ts';
import { checkSchema, schemas } from '../../../src/documents/checks/checks-schema.ts';
import { exact, kpi } from '../report/kit.ts';
import { base, bound, checked, hostile, quotient, result, shop } from './results-kit.ts';

// biome-ignore lint/suspicious/noExplicitAny: JSON of which single members are looked at
const parsed = (report: CheckReport): any => JSON.parse(renderCheckJson(report));

const one = checked(
  [
    result('Conversion holds', {
      where: 'conf/kpi.yaml:22',
      kpi: kpi('conversion_rate', {
        label: { en: 'Conversion rate', fr: 'Taux de conversion' },
        unit: 'ratio',
        group: 'traffic',
      }),
      dimensions: { channel: 'Paid "Search"', country: 'FR' },
      verdict: 'warn',
      because: 'not_significant',
      value: quotient('58', '4120'),
      marks: ['approx', 'incomplete'],
      as: 'relative',
      compared: exact('-0.25'),
      must: bound('>=', '-0.3', '>= -30%'),
      should: bound('>', '-0.1', '> -10%'),
      distance: exact('-0.15'),
      base: base({ of: 'reports/w46.json', value: exact('0.02') }),
      n: exact('4120'),
      interval: { low: 0.1 + 0.2, high: 1e-7 },
      onNull: 'skip',
    }),
  ],
  { warnings: [{ code: 'stale', message: sameInAll('a.csv ends early'), file: 'a.csv' }] },
);

describe('the JSON of checks', () => {
  it('is the contract, key by key', () => {
    // 58 / 4120 = 0.01407766990291…
    expect(renderCheckJson(one)).toBe(`{
  "schema": "kpi-check/1",
  "as_of": "2026-11-23T06:00:00+01:00",
  "timezone": "Europe/Paris",
  "currency": "EUR",
  "verdict": "warn",
  "counts": {
    "fail": 0,
    "warn": 1,
    "pass": 0,
    "skip": 0
  },
  "kpis": [
    {
      "id": "conversion_rate",
      "label": "Conversion rate",
      "unit": "ratio",
      "direction": "up",
      "group": "traffic"
    }
  ],
  "results": [
    {
      "check": "Conversion holds",
      "where": "conf/kpi.yaml:22",
      "kpi": "conversion_rate",
      "unit": "ratio",
      "period": "2026-W47",
      "from": "2026-11-16",
      "to": "2026-11-22",
      "dimensions": {
        "channel": "Paid \\"Search\\"",
        "country": "FR"
      },
      "verdict": "warn",
      "because": "not_significant",
      "detail": null,
      "value": 0.0140776699029,
      "null_reason": null,
      "flags": [
        "approx",
        "incomplete"
      ],
      "compared": -0.25,
      "compared_as": "relative",
      "must": {
        "operator": ">=",
        "value": -0.3,
        "text": ">= -30%"
      },
      "should": {
        "operator": ">",
        "value": -0.1,
        "text": "> -10%"
      },
      "distance": -0.15,
      "base": {
        "of": "reports/w46.json",
        "period": "2026-W46",
        "value": 0.02,
        "null_reason": null
      },
      "n": 4120,
      "interval": {
        "low": 0.3,
        "high": 0.0000001
      },
      "on_null": "skip"
    }
  ],
  "warnings": [
    {
      "code": "stale",
      "message": "a.csv ends early",
      "file": "a.csv"
    }
  ]
}
`);
  });

  it('has null where something is not known, with its reason', () => {
    const [first, second] = parsed(
      checked([
        result('a', { verdict: 'fail', because: 'no_value', reason: 'no_observations' }),
        result('b', { base: base({ value: null, reason: 'not_covered' }), detail: 'd' }),
      ]),
    ).results;
    expect(first).toMatchObject({
      value: null,
      null_reason: 'no_observations',
      because: 'no_value',
      must: null,
      n: null,
    });
    expect(first).toMatchObject({ compared: null, distance: null, base: null, interval: null, flags: [] });
    expect(second).toMatchObject({ base: { value: null, null_reason: 'not_covered' }, detail: 'd' });
  });

  it('is laid out as JSON.stringify does', () => {
    const { results } = shop;
    expect(renderCheckJson(one)).toBe(`${JSON.stringify(parsed(one), null, 2)}\n`.replace('1e-7', '0.0000001'));
    for (const report of [checked([]), checked(results)])
      expect(renderCheckJson(report)).toBe(`${JSON.stringify(parsed(report), null, 2)}\n`);
  });

  it('sums up: the worst verdict, where skipped checks do not count', () => {
    const all = (...verdicts: readonly ('pass' | 'warn' | 'fail' | 'skip')[]) =>
      parsed(checked(verdicts.map((verdict) => result('x', { verdict })))).verdict;
    expect(all()).toBe('pass');
    expect(all('skip')).toBe('pass');
    expect(all('pass', 'warn', 'skip')).toBe('warn');
    expect(all('warn', 'fail', 'pass')).toBe('fail');
    expect(parsed(shop).counts).toEqual({ fail: 3, warn: 2, pass: 3, skip: 3 });
  });

  it('names every KPI once', () => {
    const ids = parsed(shop).kpis.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(['mer', 'cac', 'orders', 'conversion_rate', 'net_sales', 'first_reply_time', 'ad_spend']);
  });

  it('prints numbers that no binary floating point holds', () => {
    const text = renderCheckJson(checked([result('x', { value: exact('12345678901234567890.123456') })]));
    expect(text).toContain('"value": 12345678901234567890.123456,');
    expect(text).toContain('"compared": 12345678901234567890.123456,');
  });

  it('carries hostile text whole, and nothing a terminal obeys or turns round', () => {
    const text = renderCheckJson(checked([result(hostile, { dimensions: { channel: hostile }, where: hostile })]));
    const [{ check, where, dimensions }] = JSON.parse(text).results;
    expect([check, where, dimensions.channel]).toEqual([hostile, hostile, hostile]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\ud800]/);
    expect(text).toContain('\\u202etxt\\u2028\\ud800');
  });

  it('escapes characters of two units by both', () => {
    expect(renderCheckJson(checked([result('a\u{e0041}b')]))).toContain('"check": "a\\udb40\\udc41b"');
  });
});

describe('the schema of the JSON of checks', () => {
  it('describes what is printed', () => {
    for (const report of [shop, one, checked([]), checked([result(hostile)], { currency: null })])
      expect(checkSchema.parse(parsed(report))).toEqual(parsed(report));
  });

  const changed = (change: (json: ReturnType<typeof parsed>) => void): unknown => {
    const json = parsed(one);
    change(json);
    return json;
  };

  it.each<[string, (json: ReturnType<typeof parsed>) => void]>([
    ['an unknown key', (json) => (json.results[0].more = 1)],
    ['an unknown verdict', (json) => (json.results[0].verdict = 'odd')],
    ['a verdict of all that is none', (json) => (json.verdict = 'skip')],
    ['an unknown operator', (json) => (json.results[0].must.operator = '==')],
    ['an unknown reason', (json) => (json.results[0].null_reason = 'odd')],
    ['an unknown mark', (json) => (json.results[0].flags = ['odd'])],
    ['half an interval', (json) => delete json.results[0].interval.low],
    ['another version', (json) => (json.schema = 'kpi-check/2')],
    ['a missing key', (json) => delete json.results[0].distance],
  ])('refuses %s', (_, change) => {
    expect(checkSchema.safeParse(changed(change)).success).toBe(false);
  });

  it.each(schemas)('is shipped as $path; else run npm run gen', ({ path, text }) => {
    expect(readFileSync(path, 'utf8')).toBe(text());
  });
});
