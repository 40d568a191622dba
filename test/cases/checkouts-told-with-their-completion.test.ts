import { describe, expect, it } from 'vitest';
import { table, told } from './kit.ts';

/* A list of all checkouts says itself which were lost. Orders of the till, or of checkouts begun before, are no part of it. */

const two = '--timezone Europe/Paris --currency EUR --as-of 2026-11-16 --from 2026-11-02 --to 2026-11-15';
const rate = '--kpi checkout_abandonment_rate';
const checkouts = table(
  'checkout_id,created_at,channel,value,completed_at',
  // First week: 1 of 3 is lost, though one is completed a week later.
  'c1,2026-11-02 10:00,Email,10,2026-11-02 10:20',
  'c2,2026-11-04 10:00,Email,10,2026-11-12 09:00',
  'c3,2026-11-08 10:00,Paid Search,10,',
  // Second week: 1 of 1.
  'c4,2026-11-15 10:00,Paid Search,10,',
);
const orders = table(
  'order_id,ordered_at,gross_sales',
  ...[2, 3, 5, 8, 12, 15].map((day, i) => `${i + 1},2026-11-${String(day).padStart(2, '0')} 12:00,20`),
);

describe('checkouts told with their completion', () => {
  it('are lost by the day on which they began', async () => {
    const { row } = await told(`report . ${two} ${rate}`, { 'checkouts.csv': checkouts, 'orders.csv': orders });
    expect(row('2026-W45').values).toEqual({ checkout_abandonment_rate: 0.333333333333 });
    expect(row('2026-W46').values).toEqual({ checkout_abandonment_rate: 1 });
    expect(row()).toMatchObject({ values: { checkout_abandonment_rate: 0.5 }, flags: {} });
  });

  it('need no orders, and tell channels', async () => {
    const { row } = await told(`report . ${two} ${rate} --by channel`, { 'checkouts.csv': checkouts });
    expect(row('all', { channel: 'Email' }).values).toEqual({ checkout_abandonment_rate: 0 });
    expect(row('all', { channel: 'Paid Search' }).values).toEqual({ checkout_abandonment_rate: 1 });
    expect(row().values).toEqual({ checkout_abandonment_rate: 0.5 });
  });

  it('are held against all orders where no file tells completions, and marked', async () => {
    // A list of what was lost: 2 beside 6 orders.
    const lost = table('checkout_id,created_at,value', 'x1,2026-11-02 10:00,10', 'x2,2026-11-15 10:00,10');
    const { row } = await told(`report . ${two} ${rate}`, { 'lost.csv': lost, 'orders.csv': orders });
    expect(row()).toMatchObject({
      values: { checkout_abandonment_rate: 0.25 },
      flags: { checkout_abandonment_rate: ['approx'] },
    });
  });

  it('may all be lost, but more likely the file does not tell: unknown, or held against all orders, and said', async () => {
    const never = table(
      'checkout_id,created_at,value,completed_at',
      'x1,2026-11-02 10:00,10,',
      'x2,2026-11-15 10:00,10,',
    );
    const alone = await told(`report . ${two} ${rate}`, { 'checkouts.csv': never });
    expect(alone.row()).toMatchObject({
      values: { checkout_abandonment_rate: null },
      nulls: { checkout_abandonment_rate: 'missing_kind' },
    });
    expect(alone.codes).toContain('no_completions');
    // 2 beside 6 orders.
    const beside = await told(`report . ${two} ${rate}`, { 'checkouts.csv': never, 'orders.csv': orders });
    expect(beside.row()).toMatchObject({
      values: { checkout_abandonment_rate: 0.25 },
      flags: { checkout_abandonment_rate: ['approx'] },
    });
    // Another export of the same list has completions: then these were lost.
    const both = { 'a/checkouts.csv': never, 'b/checkouts.csv': checkouts };
    const whole = await told(`report . ${two} ${rate}`, both);
    expect(whole.codes).not.toContain('no_completions');
    // 2 and 2 of 2 and 4.
    expect(whole.row()).toMatchObject({ values: { checkout_abandonment_rate: 0.666666666667 }, flags: {} });
  });

  it('stand alone beside a list without completions, marked', async () => {
    // What the second list lost is of begun checkouts that nobody counts: 2 of 4 of the first.
    const lost = table('Checkout_id;created_at;value', 'x1;2026-11-03 10:00;10', 'x2;2026-11-15 10:00;10');
    const files = { 'all/checkouts.csv': checkouts, 'lost/lost.csv': lost, 'orders.csv': orders };
    const config =
      'sources: [{ path: all/checkouts.csv, store: a }, { path: lost/lost.csv, store: b }, { path: orders.csv }]\n';
    const { row } = await told(`report ${two} ${rate}`, { ...files, 'kpi.yaml': config });
    expect(row()).toMatchObject({
      values: { checkout_abandonment_rate: 0.5 },
      flags: { checkout_abandonment_rate: ['incomplete'] },
    });
  });
});

describe('a list of lost checkouts that marks those that became orders after all', () => {
  it.each([
    ['recovered', 'No', 'Yes'],
    ['is_completed', 'false', 'true'],
    ['Récupéré', 'non', 'oui'],
    ['status', 'abandoned', 'recovered'],
    ['Recovery status', 'Not recovered', 'Recovered'],
  ])('by %s: they are orders, not lost', async (name, lost, recovered) => {
    const list = table(
      `checkout_id,created_at,value,${name}`,
      `c1,2026-11-02 10:00,10,${lost}`,
      `c2,2026-11-04 10:00,10,${recovered}`,
      `c3,2026-11-15 10:00,10,${lost}`,
    );
    const { row, files } = await told(`report . ${two} ${rate} --period all`, {
      'lost.csv': list,
      'orders.csv': orders,
    });
    // 2 beside 6 orders, of which one was begun as c2.
    expect(row()).toMatchObject({
      values: { checkout_abandonment_rate: 0.25 },
      flags: { checkout_abandonment_rate: ['approx'] },
    });
    expect(files.find(({ path }) => path === 'lost.csv')).toMatchObject({ read: 3, accepted: 2, skipped: 1 });
  });

  it('is not asked where it has the times of it', async () => {
    const marked = table(
      'checkout_id,created_at,completed_at,recovered',
      'c1,2026-11-02 10:00,2026-11-02 10:20,yes',
      'c2,2026-11-15 10:00,,no',
    );
    const { row } = await told(`report . ${two} ${rate} --period all`, { 'checkouts.csv': marked });
    expect(row().values).toEqual({ checkout_abandonment_rate: 0.5 });
  });
});
