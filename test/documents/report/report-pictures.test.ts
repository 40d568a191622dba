import { describe, expect, it } from 'vitest';
import { ofText } from '../../../src/core/fraction.ts';
import { heatOf } from '../../../src/documents/cohorts/cohort-map.ts';
import { renderCohortsHtml } from '../../../src/documents/cohorts/cohorts-html.ts';
import type { CohortReport, CohortRow } from '../../../src/documents/cohorts/cohorts-model.ts';
import { renderFunnelHtml } from '../../../src/documents/funnel/funnel-html.ts';
import type { Funnel, FunnelRow, FunnelStep } from '../../../src/documents/funnel/funnel-model.ts';
import type { Figure } from '../../../src/figures/figure-model.ts';
import { figure, missing, over } from './kit.ts';

const english = { lang: 'en', locale: 'en-US' } as const;
const french = { lang: 'fr', locale: 'fr-FR' } as const;

const step = (name: FunnelStep['step'], count: string | null, rest: FunnelStep['figures'] = {}): FunnelStep => ({
  step: name,
  figures: { count: count === null ? missing('not_covered') : figure(count), ...rest },
  compare: {},
});
const loss: FunnelRow['loss'] = {
  figures: { share: figure(over('9', '10')), lost_carts: figure('60'), lost_value: figure('3000') },
  compare: {},
  biggest: { from: 'visits', to: 'carts' },
  biggestBefore: {},
};
const row = (steps: readonly FunnelStep[], rest: Partial<FunnelRow> = {}): FunnelRow => ({
  period: '2026-W45',
  from: '2026-11-02',
  to: '2026-11-08',
  partial: false,
  dimensions: {},
  steps,
  loss,
  ...rest,
});
const funnel = (rows: readonly FunnelRow[], rest: Partial<Funnel> = {}): Funnel => ({
  asOf: '2026-11-22T00:00:00+01:00',
  timezone: 'Europe/Paris',
  currency: 'EUR',
  grain: 'week',
  from: '2026-11-02',
  to: '2026-11-08',
  dimensions: [],
  counting: 'closed',
  steps: rows[0]?.steps.map((one) => one.step) ?? [],
  rows,
  files: [],
  warnings: [],
  ...rest,
});

/** Half the width of each bar, of 500. */
const bars = (page: string): number[] =>
  [...page.matchAll(/<svg class="?fb[^>]*><path d="M[\d.]+ 0H([\d.]+)V10/g)].map(([, right]) => Number(right) - 500);

describe('the picture of a funnel', () => {
  it('has bars as long as their counts are, and where most is lost', () => {
    const rates = { base: figure('1000'), rate: figure(over('1', '10')), loss: figure('900') };
    const page = renderFunnelHtml(
      funnel([row([step('visits', '1000'), step('carts', '100', rates), step('purchases', '40')])]),
      english,
    );
    expect(bars(page)).toEqual([500, 50, 20]);
    expect(page).toContain('<li data-step=carts class=fx>');
    expect(page).toContain('Visits → Carts');
    expect(page).toContain('data-v=3000 data-f=lost_value>€3,000.00');
    expect(page).not.toContain('not drawn to scale');
  });

  it('keeps impressions from flattening the rest, and says so', () => {
    const page = renderFunnelHtml(
      funnel([row([step('impressions', '1000000'), step('visits', '1000'), step('carts', '500')])]),
      english,
    );
    expect(bars(page)).toEqual([500, 400, 200]);
    expect(page).toContain('Impressions are not drawn to scale');
  });

  it('draws no bar of what is not known, a trace of what is little, and none of 0', () => {
    const page = renderFunnelHtml(
      funnel([row([step('visits', '1000000'), step('carts', null), step('checkouts', '1'), step('purchases', '0')])]),
      french,
    );
    expect(bars(page)).toEqual([500, 1.5, 0]);
    expect(page).toContain('data-n=not_covered data-f=count>–¹');
  });

  it('says which funnels of many it leaves out', () => {
    const weeks = Array.from({ length: 20 }, (_, i) => `2026-W${i + 10}`);
    const channels = Array.from({ length: 30 }, (_, g) => `channel ${g}`);
    const page = renderFunnelHtml(
      funnel(
        weeks.flatMap((period) => [
          ...channels.map((channel) => row([step('visits', '10')], { period, dimensions: { channel } })),
          row([step('visits', '300')], { period }),
        ]),
        { dimensions: ['channel'] },
      ),
      english,
    );
    expect(page.match(/<article>/g)).toHaveLength(240);
    expect(page).toContain('The first 24 of 30 groups are shown');
    expect(page).toContain('The last 10 of 20 periods are shown');
    expect(page.indexOf('id=h-p-1>2026-W29')).toBeGreaterThan(-1);
  });

  it('says that there is nothing to show', () => {
    const page = renderFunnelHtml(funnel([], { from: null, to: null, counting: null }), english);
    expect(page).toContain('Nothing to show');
  });
});

const ages = (values: readonly (string | null)[]): CohortRow['ages'] =>
  values.map((value) => {
    const of = (text: string): Figure => (value === null ? missing('insufficient_history') : figure(text));
    return {
      active_customers: of(value ?? ''),
      retention: value === null ? missing('insufficient_history') : figure(over(value, '10')),
      orders: of(value ?? ''),
      orders_per_customer: of(value ?? ''),
      revenue_per_customer: of(value ?? ''),
      margin_per_customer: of(value ?? ''),
    };
  });
const cohort = (name: string, values: readonly (string | null)[], rest: Partial<CohortRow> = {}): CohortRow => ({
  cohort: name,
  from: `${name}-01`,
  to: `${name}-28`,
  partial: false,
  dimensions: {},
  figures: {
    customers: figure('10'),
    cac: figure('4'),
    payback: figure('2'),
    orders: figure('12'),
    unidentified_orders: figure('1'),
  },
  ages: ages(values),
  ...rest,
});
const cohorts = (rows: readonly CohortRow[], rest: Partial<CohortReport> = {}): CohortReport => ({
  asOf: '2026-11-22T00:00:00+01:00',
  timezone: 'Europe/Paris',
  currency: 'EUR',
  grain: 'month',
  from: '2026-01-01',
  to: '2026-03-31',
  dimensions: [],
  cacBasis: 'media',
  paybackUnit: 'months',
  ages: rows[0]?.ages.length ?? 0,
  orders: 36,
  unidentified: 3,
  cohorts: rows,
  warnings: [],
  ...rest,
});
const mapOf = (page: string, metric: string): string[] => {
  const start = page.indexOf(`data-map=${metric}>`);
  return page.slice(start, page.indexOf('</table>', start)).split('<tr>').slice(2);
};
const cellsOf = (line: string): string[] => line.split('<td').slice(1);

describe('the heat map of cohorts', () => {
  const page = renderCohortsHtml(
    cohorts([
      cohort('2026-01', ['10', '3', '0']),
      cohort('2026-02', ['10', '6', null]),
      cohort('2026-03', ['10', null, null]),
    ]),
    english,
  );

  it('tells 0, what is not over, and what is much apart, without colours too', () => {
    const [first, second, third] = mapOf(page, 'retention').map(cellsOf);
    // Behind the column of new customers. Age 0 has no shade, 0 has none, the most has the darkest.
    expect(first!.slice(1).map((cell) => /class=(\w+)/.exec(cell)?.[1] ?? '')).toEqual(['', 'x4', '']);
    expect(second!.slice(1).map((cell) => /class=(\w+)/.exec(cell)?.[1] ?? '')).toEqual(['', 'x6', 'xn']);
    expect(first![3]).toContain('>0.0%<small data-v=0>0</small>');
    expect(third![2]).toContain('data-n=insufficient_history><span class=sr>not over yet</span>');
  });

  it('marks the age at which the margin has reached the CAC', () => {
    const paid = mapOf(page, 'margin_per_customer').map((line) =>
      cellsOf(line)
        .slice(2)
        .map((cell) => /xp/.test(cell.slice(0, cell.indexOf('>')))),
    );
    expect(paid).toEqual([
      [false, true, false],
      [false, true, false],
      [false, false, false],
    ]);
    expect(page).toContain('here the margin reaches the CAC');
    expect(page).toContain('data-v=2>2 mo');
  });

  it('says what it leaves out of many cohorts', () => {
    const days = Array.from({ length: 90 }, (_, i) => `day ${i + 100}`);
    const many = Array.from({ length: 80 }, () => '1');
    const big = renderCohortsHtml(
      cohorts(
        days.map((day) => cohort(day, many)),
        { grain: 'day', ages: 80 },
      ),
      french,
    );
    expect(mapOf(big, 'retention')).toHaveLength(60);
    expect(cellsOf(mapOf(big, 'retention')[0]!)).toHaveLength(61);
    expect(big).toContain('Les 60 cohortes les plus récentes sur 90 sont montrées');
    expect(big).toContain('Les 60 premiers âges sur 80 sont montrés');
    expect(big.length).toBeLessThan(1_500_000);
  });

  it('says which groups it leaves out', () => {
    const channels = Array.from({ length: 40 }, (_, g) => `channel ${g}`);
    const months = Array.from({ length: 30 }, (_, i) => `m${i}`);
    const many = Array.from({ length: 30 }, () => '1');
    const rows = months.flatMap((month) => [
      ...channels.map((channel) => cohort(month, many, { dimensions: { channel } })),
      cohort(month, many),
    ]);
    const grouped = renderCohortsHtml(cohorts(rows, { dimensions: ['channel'], ages: 30 }), english);
    expect(grouped).toContain('The first 7 of 40 groups are shown');
    expect(grouped.length).toBeLessThan(3_000_000);
  });

  it('says that there is nothing to show', () => {
    expect(renderCohortsHtml(cohorts([]), english)).toContain('Nothing to show');
  });
});

describe('heatOf', () => {
  const values = (...texts: string[]) => texts.map(ofText);
  it('parts the values from the lowest to the highest into six shades', () => {
    const { level } = heatOf(values('10', '40', '22'), false);
    expect(values('10', '14.9', '15', '25', '39.9', '40').map(level)).toEqual([1, 1, 2, 4, 6, 6]);
  });
  it('keeps 0 without one where it means something', () => {
    const { level } = heatOf(values('0', '0.6'), true);
    expect(values('0', '0.01', '0.3', '0.6').map(level)).toEqual([0, 1, 4, 6]);
  });
  it('has none where all are the same, or there are none', () => {
    expect(heatOf(values('3', '3'), false)).toMatchObject({ isFlat: true });
    expect(heatOf([], true).level(ofText('1'))).toBe(0);
  });
  it('stays within its shades for values of any size', () => {
    const { level } = heatOf(values(`-${'9'.repeat(320)}`, '9'.repeat(320)), false);
    expect(values(`-${'9'.repeat(320)}`, '0', '9'.repeat(320)).map(level)).toEqual([1, 4, 6]);
  });
});
