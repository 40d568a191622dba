import { describe, expect, it } from 'vitest';
import { daysBetween, orders } from './days-kit.ts';
import { kpi, told } from './kit.ts';

const zone = '--timezone Europe/Paris --currency EUR --compare previous,year --period month --kpi gross_sales';

describe('a shop of one order of 10.00 a day, on 31 March', () => {
  const files = { 'orders.csv': orders(daysBetween('2025-01-01', '2026-03-30')) };

  it('has not changed since the 28 days of February', async () => {
    const { row } = await told(`report . ${zone} --as-of 2026-03-31 --include-partial --last 1`, files);
    // 30 days at 10.00 are in the figure; 28 of them, 280.00, are compared with 28 days of February.
    expect(row('2026-03')).toMatchObject({ values: { gross_sales: 300 }, partial: true });
    expect(row('2026-03').compare!.previous).toMatchObject({
      values: { gross_sales: 280 },
      change_abs: { gross_sales: 0 },
      change_pct: { gross_sales: 0 },
    });
    // 1 to 30 March of both years.
    expect(row('2026-03').compare!.year).toMatchObject({
      values: { gross_sales: 300 },
      change_pct: { gross_sales: 0 },
    });
  });

  it.each([
    // 28 days from the beginning, from the end, and within the month.
    ['2026-03-01', '2026-03-30', 300],
    ['2026-03-02', '2026-03-31', 290],
    ['2026-03-02', '2026-03-30', 290],
  ])('has not changed from %s to %s either', async (from, to, value) => {
    const { row } = await told(`report . ${zone} --as-of 2026-03-31 --from ${from} --to ${to}`, files);
    expect(row('2026-03').values.gross_sales).toBe(value);
    expect(row('2026-03').compare!.previous!.change_pct.gross_sales).toBe(0);
  });

  it.each([
    ['en', 'This month so far · Mar 1 – 28 (28 days)   vs the same 28 days', '±0.0% on Feb  ±0.0% on 2025 (30 days)'],
    ['fr', 'Ce mois-ci · 1–28 mars (28 jours)   vs les 28 mêmes jours', '±0,0 % sur févr.  ±0,0 % sur 2025 (30 jours)'],
  ])('shows the days that are compared (%s)', async (lang, title, changes) => {
    const { out } = await kpi(
      `report orders.csv --timezone Europe/Paris --currency EUR --period month --as-of 2026-03-31 --lang ${lang}`,
      files,
    );
    const plain = out.replace(/[\u00a0\u202f\u2009]/g, ' ');
    expect(plain).toContain(title);
    expect(plain).toContain(changes);
  });
});

it('a part without its beginning is cut there', async () => {
  // 28 days of February are compared with 4 to 31 March; of these the last two have no order: 26 at 10.00.
  const sold = daysBetween('2026-01-01', '2026-04-01').filter((day) => day !== '2026-03-30' && day !== '2026-03-31');
  const { row } = await told(`report . ${zone} --as-of 2026-04-02 --from 2026-03-02 --to 2026-03-31`, {
    'orders.csv': orders(sold),
  });
  expect(row('2026-03').values.gross_sales).toBe(280);
  expect(row('2026-03').compare!.previous).toMatchObject({
    values: { gross_sales: 280 },
    change_abs: { gross_sales: -20 },
  });
});

it('all of March is compared with all of February', async () => {
  const files = { 'orders.csv': orders(daysBetween('2026-01-01', '2026-04-01')) };
  const { row } = await told(`report . ${zone} --as-of 2026-04-02 --last 1`, files);
  // 31 days against 28.
  expect(row('2026-03').compare!.previous).toMatchObject({
    values: { gross_sales: 280 },
    change_abs: { gross_sales: 30 },
  });
});
