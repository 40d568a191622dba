import { expect } from 'vitest';
import type { JsonRow } from '../support/ask.ts';
import type { Told } from './reports.ts';

/**
 * Figures that add up, by their definitions: counts and sums of records. Of these, over periods: also new customers, of whom each
 * has one first order, and the growth of followers, which is a difference between two ends.
 */
const sums = [
  ...['gross_sales', 'discounts', 'returns', 'net_sales', 'shipping_charged', 'taxes', 'total_sales', 'revenue'],
  ...['orders', 'units_sold', 'gross_margin', 'sessions', 'ad_spend', 'impressions', 'clicks', 'conversions'],
  ...['conversion_value', 'tickets_created', 'tickets_solved', 'complaints', 'engagements'],
  ...['emails_delivered', 'email_revenue', 'search_clicks', 'search_impressions', 'new_customers'],
] as const;

/** Sums of several kinds of records, which only the total has where one of the kinds names no group. */
const ofSeveralKinds = ['cm2', 'contribution_margin'] as const;

export const overPeriods: readonly string[] = [...sums, ...ofSeveralKinds, 'follower_growth'];

/**
 * An order of a customer who is new in the period counts as a new customer's, whichever of the period's days it is of: a sum over
 * groups, not over periods.
 */
export const overGroups: readonly string[] = [...sums, 'revenue_new_customers', 'revenue_returning_customers'];

/** Of shops without a customer or visitor in common, distinct people add up as well. */
export const overShops: readonly string[] = [
  ...overPeriods,
  ...[
    'revenue_new_customers',
    'revenue_returning_customers',
    'customers',
    'returning_customers',
    'visitors',
    'backlog',
  ],
  'followers',
];

type Rows = readonly JsonRow[];

/** What distinguishes rows; the spelling of a group is that of its first row, so that it does not. */
const placeOf = ({ period, dimensions }: JsonRow): string => `${period} ${JSON.stringify(dimensions)}`.toLowerCase();

/** Every figure of two reports side by side, by row and KPI; the rows and KPIs are the same. */
export function* besideEachOther(
  before: Rows,
  after: Rows,
): Generator<{ id: string; a: Figure; b: Figure; where: string }> {
  expect(after.map(placeOf).sort()).toEqual(before.map(placeOf).sort());
  const found = new Map(after.map((row) => [placeOf(row), row]));
  for (const row of before) {
    const other = found.get(placeOf(row))!;
    expect(Object.keys(other.values)).toEqual(Object.keys(row.values));
    for (const id of Object.keys(row.values))
      yield { id, a: figureIn(row, id), b: figureIn(other, id), where: `${placeOf(row)} ${id}` };
  }
}

/** The figure that is in the same place of other rows; an unknown one if they have none there. */
export function figureAt(rows: Rows, row: JsonRow, id: string): Figure {
  const found = rows.find((other) => placeOf(other) === placeOf(row));
  return found === undefined ? { value: null, because: 'no row', marks: [] } : figureIn(found, id);
}

export interface Figure {
  readonly value: number | string | null;
  readonly because: string | undefined;
  readonly marks: readonly string[];
}

export const figureIn = ({ values, nulls, flags }: JsonRow, id: string): Figure => ({
  value: values[id] ?? null,
  because: nulls[id],
  marks: flags[id] ?? [],
});

/** Amounts and counts as whole millionths. */
export const exact = (value: number | string | null | undefined): number => Math.round(Number(value ?? 0) * 1e6);

/** All figures are equal, with the reasons of those that are not known and their marks. */
export function equal(before: Told, after: Told): void {
  const unlike: string[] = [];
  let known = 0;
  for (const { a, b, where } of besideEachOther(before.rows, after.rows)) {
    if (a.value !== null) known += 1;
    if (JSON.stringify(a) !== JSON.stringify(b)) unlike.push(`${where}: ${JSON.stringify(a)}, ${JSON.stringify(b)}`);
  }
  expect(unlike).toEqual([]);
  expect(known).toBeGreaterThan(800);
}

/** The same, but of marks: where files end and begin is marked, and that has changed. */
export function equalButForMarks(before: Told, after: Told): void {
  const bare = ({ rows, out }: Told): Told => ({ rows: rows.map((row) => ({ ...row, flags: {} })), out });
  equal(bare(before), bare(after));
}

/** A sum of figures, unknown ones left out; null if none is known. */
export function added(figures: readonly Figure[]): number | null {
  const known = figures.filter(({ value }) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, { value }) => sum + exact(value), 0);
}

/** Figures that must be the sums of others, and how many were compared. */
export class Sums {
  readonly #unlike: string[] = [];
  #compared = 0;

  add(where: string, whole: Figure, parts: readonly Figure[]): void {
    const sum = added(parts);
    if (whole.value === null && sum === null) return;
    this.#compared += 1;
    if (whole.value === null || sum === null || exact(whole.value) !== sum)
      this.#unlike.push(
        `${where}: ${whole.value ?? whole.because} is not the sum of ${parts.map(({ value, because }) => value ?? because).join(', ')}`,
      );
  }

  prove(least: number): void {
    expect(this.#unlike).toEqual([]);
    expect(this.#compared).toBeGreaterThan(least);
  }
}
