import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { boundOf } from '../src/checks/bound.ts';
import { rangeOf } from '../src/checks/range.ts';
import { foregone } from '../src/checks/sound.ts';
import { type Proposed, type Refused, type Seen, type Suggestion, suggestionsFor } from '../src/checks/suggest.ts';
import { type Rounding, shownIn, writtenIn } from '../src/checks/written.ts';
import { mainKpis } from '../src/cli/init/main-kpis.ts';
import { type Grain, type Period, periodsBetween } from '../src/core/calendar.ts';
import { DAY_HOURS, day } from '../src/core/civil.ts';
import { add, compare, type Fraction, negate, ofText, subtract, toDecimal } from '../src/core/fraction.ts';
import type { Unit } from '../src/core/kinds.ts';
import { defaultOptions } from '../src/core/options.ts';
import { kpis } from '../src/kpis/index.ts';
import { groups } from '../src/kpis/kpi.ts';
import { folder } from './cli/kit.ts';
import { root, run, wordsOf } from './support/run.ts';

const kpiOf = (id: string) => kpis.find((kpi) => kpi.id === id)!;
const of = (texts: readonly (string | null)[]): (Fraction | null)[] =>
  texts.map((text) => (text ? ofText(text) : null));

/** Periods one after the other, from Monday 21 September 2026 on. */
function periodsOf(grain: Exclude<Grain, 'all'>, count: number): Period[] {
  const from = day(2026, 9, 21) * DAY_HOURS;
  const longest = { hour: 1, day: 24, week: 168, month: 744, quarter: 2232, year: 8784 }[grain];
  const periods = periodsBetween(from, from + count * longest, grain, { weekStart: 1, fiscalYearStartMonth: 1 });
  return periods.slice(0, count);
}

function suggested(
  id: string,
  texts: readonly (string | null)[],
  {
    base = null,
    grain = 'week',
  }: { base?: readonly [id: string, counts: readonly string[]] | null; grain?: Exclude<Grain, 'all'> } = {},
): Suggestion {
  const seen: Seen = {
    kpi: kpiOf(id),
    values: of(texts),
    base: base === null ? null : { kpi: kpiOf(base[0]), values: of(base[1]) },
  };
  return suggestionsFor([seen], periodsOf(grain, texts.length), grain, defaultOptions)[0]!;
}
const mustOf = (suggestion: Suggestion): string => (suggestion as Proposed).must.text;
const becauseOf = (suggestion: Suggestion): string | undefined => (suggestion as Refused).because;
const same = (text: string, times = 8): string[] => Array.from({ length: times }, () => text);

describe('an amount', () => {
  it.each<[string, Unit, Rounding, string]>([
    ['0.0187', 'ratio', 'down', '1.8%'],
    ['0.0187', 'ratio', 'up', '1.9%'],
    ['0.00071', 'ratio', 'down', '0.071%'],
    ['0.999', 'ratio', 'up', '100%'],
    ['312.9', 'count', 'down', '310'],
    ['312.9', 'count', 'up', '320'],
    ['7.9', 'count', 'down', '7'],
    ['0.5', 'count', 'down', '0'],
    ['0.5', 'count', 'up', '1'],
    ['60', 'money', 'down', '60'],
    ['59.99', 'money', 'down', '59'],
    ['1.239', 'money', 'up', '1.3'],
    ['18342.5', 'money', 'up', '19000'],
    ['-12.1', 'score', 'down', '-13'],
    ['-12.1', 'score', 'up', '-12'],
    ['0', 'score', 'down', '0'],
    ['3.14', 'multiple', 'down', '3.1'],
    ['27000', 'duration', 'up', '7.5h'],
    ['27001', 'duration', 'up', '7.6h'],
    ['172800', 'duration', 'up', '2d'],
    ['172799', 'duration', 'up', '48h'],
    ['2700', 'duration', 'down', '45 min'],
    ['59.5', 'duration', 'up', '60s'],
    ['-7200', 'duration', 'down', '-2h'],
    ['11.2', 'months', 'up', '12'],
  ])('%s as %s, rounded %s, is %s', (text, unit, rounding, written) => {
    expect(writtenIn(ofText(text), unit, 2, rounding)).toBe(written);
  });

  it.each<[string, Unit, string]>([
    ['18342.55', 'money', '18343'],
    ['62.449', 'money', '62.4'],
    ['0.004629', 'ratio', '0.463%'],
    ['2.5', 'count', '2.5'],
    ['7650', 'duration', '2.13h'],
  ])('%s as %s is shown as %s', (text, unit, shown) => expect(shownIn(ofText(text), unit)).toBe(shown));

  it('is rounded outwards by less than a tenth, and is what checks read', () => {
    const units: readonly Unit[] = ['money', 'ratio', 'multiple', 'decimal', 'duration', 'score'];
    const value = fc.tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.bigInt(1n, 10n ** 9n));
    fc.assert(
      fc.property(value, fc.constantFrom(...units), ([n, d], unit) => {
        const exact: Fraction = { n, d, divided: true };
        const read = (rounding: Rounding) =>
          boundOf(`>= ${writtenIn(exact, unit, 2, rounding)}`, unit, 'own').bound.value;
        const [low, high] = [read('down'), read('up')];
        expect(compare(low, exact)).toBeLessThanOrEqual(0);
        expect(compare(high, exact)).toBeGreaterThanOrEqual(0);
        const size = n < 0n ? negate(exact) : exact;
        const tenth: Fraction = { n: size.n, d: size.d * 10n, divided: true };
        expect(compare(subtract(high, low), tenth)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('a suggestion', () => {
  it('lies 3 spreads below the median where more is better', () => {
    // Median 100; distances 0 0 10 10 10 10 20 30, their median 10: 100 - 3 * 14.826 = 55.522.
    const values = ['100', '110', '90', '100', '80', '90', '110', '130'];
    const { usual } = suggested('sessions', values) as Proposed;
    expect([usual.median, usual.spread].map((value) => toDecimal(value))).toEqual(['100', '14.826']);
    expect(mustOf(suggested('sessions', values))).toBe('>= 55');
  });

  it('lies 3 spreads above it where less is better', () => {
    const values = ['100', '110', '90', '100', '80', '90', '110', '130'];
    // 144.478
    expect(mustOf(suggested('cac', values))).toBe('<= 150');
    expect(mustOf(suggested('refund_rate', ['0.01', '0.012', '0.011', '0.01', '0.009', '0.01']))).toBe('<= 1.3%');
    expect(mustOf(suggested('first_reply_time', ['3600', '7200', '10800', '7200', '7200', '14400']))).toBe('<= 4.3h');
  });

  it('does not move for one outlier', () => {
    const usual = ['100', '110', '90', '100', '80', '90', '110', '100'];
    const bounds = usual.flatMap((_, place) =>
      ['0', '1', '100000', '99999999'].flatMap((outlier) => {
        const values = usual.map((value, at) => (at === place ? outlier : value));
        const found = suggested('sessions', [...values, '100']);
        return Number(mustOf(found).slice(3));
      }),
    );
    expect(Math.min(...bounds)).toBeGreaterThanOrEqual(55);
    expect(Math.max(...bounds)).toBeLessThanOrEqual(70);
  });

  it('takes 5 % of the median for a spread, where values hardly differ', () => {
    expect(mustOf(suggested('sessions', same('200')))).toBe('>= 170');
    expect(mustOf(suggested('sessions', [...same('200'), '201', '199']))).toBe('>= 170');
    expect(mustOf(suggested('cpc', same('0.4')))).toBe('<= 0.46');
  });

  it('needs 4 values', () => {
    expect(suggested('sessions', ['5', null, null, '5', '5'])).toMatchObject({ because: 'few', count: 3 });
    expect(mustOf(suggested('sessions', [null, '50', '50', '50', '50']))).toBe('>= 42');
    expect(suggested('sessions', [null, null, null, null, null])).toMatchObject({ because: 'few', count: 0 });
    expect(suggested('sessions', [])).toMatchObject({ because: 'few', count: 0 });
  });

  it('is not made of KPIs that have no better side, or no numbers', () => {
    expect(becauseOf(suggested('ad_spend', same('5')))).toBe('neutral');
    expect(becauseOf(suggested('ltv_cac_rating', same('5')))).toBe('words');
  });

  it('is none that could never fail', () => {
    expect(becauseOf(suggested('orders', ['2', '9', '1', '7', '3', '8', '1', '5']))).toBe('unsteady');
    expect(becauseOf(suggested('net_sales', ['20', '90', '10', '70', '30', '80', '10', '50']))).toBe('unsteady');
    expect(becauseOf(suggested('cart_abandonment_rate', ['0.9', '0.7', '0.8', '0.95']))).toBe('unsteady');
    expect(becauseOf(suggested('nps', ['-60', '80', '-20', '50']))).toBe('unsteady');
    // Amounts that were below 0 may be again.
    expect(mustOf(suggested('contribution_margin', ['-5', '20', '-10', '15', '5']))).toBe('>= -40');
  });

  it('is none where the value was 0 most of the time: one refund is no alarm', () => {
    expect(becauseOf(suggested('refund_rate', ['0', '0', '0', '0.1', '0', '0']))).toBe('zero');
  });

  it('is none that the last period would fail', () => {
    const found = suggested('sessions', [...same('100'), '60']);
    expect(found).toMatchObject({ because: 'beyond', must: { text: '>= 85' } });
    expect(becauseOf(suggested('sessions', [...same('100'), null]))).toBe('unknown');
  });

  it('skips periods without a value where some had none', () => {
    expect(suggested('cac', ['50', null, '52', '51', '50'])).toMatchObject({ skipsNull: true });
    expect(suggested('cac', ['50', '53', '52', '51', '50'])).toMatchObject({ skipsNull: false });
  });

  it('asks for half of the smallest count that was divided by', () => {
    const base = ['orders', ['40', '31', '60', '55', '80']] as const;
    const found = suggested('average_order_value', ['50', '53', '52', '51', '50'], { base }) as Proposed;
    expect(found.minBase).toMatchObject({ kpi: { id: 'orders' }, least: '15' });
    // Too few to ask for; and a period in which none is known.
    const few = ['orders', ['3', '31', '60', '55', '80']] as const;
    expect(suggested('average_order_value', ['50', '53', '52', '51', '50'], { base: few })).toMatchObject({
      minBase: null,
    });
    // A week without orders is skipped for its orders, not for want of a value.
    const empty = ['orders', ['40', '0', '60', '55', '80']] as const;
    expect(suggested('average_order_value', ['50', null, '52', '51', '50'], { base: empty })).toMatchObject({
      minBase: { least: '20' },
      skipsNull: false,
    });
  });

  it('compares days with the same weekday, and asks what the weakest weekday can give', () => {
    const values = Array.from({ length: 56 }, (_, place) => (place % 7 === 6 ? '20' : '100'));
    const found = suggested('sessions', values, { grain: 'day' }) as Proposed;
    expect(found.must.text).toBe('>= 17');
    expect(found.usual.periods.map(({ name }) => name)).toEqual(
      Array.from({ length: 8 }, (_, week) => periodsOf('day', 56)[week * 7 + 6]!.name),
    );
    // Less is better: the weekday that has most.
    expect(mustOf(suggested('tickets_created', values, { grain: 'day' }))).toBe('<= 120');
  });

  it('compares hours with the same hour of the same weekday', () => {
    const values = Array.from({ length: 8 * 168 }, (_, hour) => (hour % 168 === 30 ? '40' : '100'));
    const found = suggested('sessions', values, { grain: 'hour' }) as Proposed;
    expect(found.must.text).toBe('>= 34');
    expect(found.usual.periods).toHaveLength(8);
  });

  it('passes over weekdays on which the shop is closed, not over those of which little is known', () => {
    const closed = Array.from({ length: 56 }, (_, place) => (place % 7 === 6 ? null : '50'));
    const open = closed.map((value, place) => (place === 55 ? '50' : value));
    const shifted = closed.slice(1);
    expect(suggested('average_order_value', [...shifted, '50'], { grain: 'day' })).toMatchObject({ skipsNull: true });
    expect(suggested('average_order_value', open, { grain: 'day' })).toMatchObject({ because: 'few', count: 1 });
  });

  it('is one that checks take, and that holds of the last period', () => {
    const ids = kpis.filter(({ unit, direction }) => unit !== 'text' && direction !== 'flat').map(({ id }) => id);
    const value = fc.option(fc.tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 10_000 })), {
      freq: 8,
    });
    let proposed = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        fc.array(value, { minLength: 4, maxLength: 12 }),
        fc.boolean(),
        (id, pairs, near) => {
          const values = pairs.map((pair): Fraction | null => {
            if (pair === null) return null;
            const own: Fraction = { n: BigInt(pair[0]), d: BigInt(pair[1]), divided: true };
            return near ? add(ofText('100'), { ...own, d: own.d * 100n }) : own;
          });
          const kpi = kpiOf(id);
          const seen = [{ kpi, values, base: null }];
          const periods = periodsOf('week', values.length);
          const [found] = suggestionsFor(seen, periods, 'week', defaultOptions) as [Suggestion];
          expect(suggestionsFor(seen, periods, 'week', defaultOptions)).toEqual([found]);
          if ('because' in found) return;
          proposed += 1;
          const read = boundOf(found.must.text, kpi.unit, 'own');
          expect(read).toEqual({ bound: found.must, as: 'own' });
          expect(foregone(read.bound, rangeOf(kpi, defaultOptions))).toBe(null);
          const order = compare(values.at(-1)!, read.bound.value);
          expect(kpi.direction === 'up' ? order >= 0 : order <= 0).toBe(true);
          // The order of all but the last is of no matter.
          const turned = [...values.slice(0, -1).reverse(), values.at(-1)!];
          const [other] = suggestionsFor([{ kpi, values: turned, base: null }], periods, 'week', defaultOptions);
          expect(mustOf(other!)).toBe(found.must.text);
        },
      ),
      { numRuns: 500 },
    );
    expect(proposed).toBeGreaterThan(20);
  });
});

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
      '# None proposed: the files hold 2 weeks, 2026-W45 to 2026-W46; 4 complete ones are needed.\nchecks: []\n',
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
    ['--kpi sessions', '--kpi needs --suggest: checks say themselves which KPIs they look at'],
  ])('%s is a contradiction', async (options, says) => {
    const { code, err } = await check(`fixtures/shop ${options}`);
    expect([code, err.split('\n', 1)[0]]).toEqual([2, `kpi: ${says}`]);
    expect(existsSync(join(root, 'kpi.yaml'))).toBe(false);
  });
});
