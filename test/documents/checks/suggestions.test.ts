import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Grain, type Period, periodsBetween } from '../../../src/core/calendar.ts';
import { DAY_HOURS, day } from '../../../src/core/civil.ts';
import { add, compare, type Fraction, ofText, toDecimal } from '../../../src/core/fraction.ts';
import { defaultOptions } from '../../../src/core/kpi-options.ts';
import { boundOf, settledBy } from '../../../src/documents/checks/bound.ts';
import type { KpiHistory } from '../../../src/documents/checks/history.ts';
import {
  type Proposed,
  type Refused,
  type Suggestion,
  suggestionsFor,
} from '../../../src/documents/checks/suggestions.ts';
import { rangeOf } from '../../../src/documents/checks/value-range.ts';
import { kpis } from '../../../src/kpis/index.ts';
import { kpiOf } from './kit.ts';

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
  const history: KpiHistory = {
    kpi: kpiOf(id),
    values: of(texts),
    base: base === null ? null : { kpi: kpiOf(base[0]), values: of(base[1]) },
  };
  return suggestionsFor([history], periodsOf(grain, texts.length), grain, defaultOptions)[0]!;
}
const mustOf = (suggestion: Suggestion): string => (suggestion as Proposed).must.text;
const becauseOf = (suggestion: Suggestion): string | undefined => (suggestion as Refused).because;
const same = (text: string, times = 8): string[] => Array.from({ length: times }, () => text);

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
          expect(settledBy(rangeOf(kpi, defaultOptions), read.bound)).toBe(null);
          const order = compare(values.at(-1)!, read.bound.value);
          expect(kpi.direction === 'up' ? order >= 0 : order <= 0).toBe(true);
          // The order of all but the last does not matter.
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
