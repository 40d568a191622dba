import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/* A report of sessions is read by whatever it is split, unless its rows hold a part of the sessions or one of them twice. */

const report = (...lines: string[]): string =>
  table(
    '# ----------------------------------------',
    '# Traffic acquisition',
    '# Account: Example',
    '# Property: Example',
    '# ----------------------------------------',
    '# ',
    '# All Users',
    '# Start date: 20260901',
    '# End date: 20260930',
    ...lines,
  );
const line = 'report a.csv --timezone Europe/Paris --kpi sessions --all --period all --compare none';

describe('a report of Google Analytics 4', () => {
  it.each([
    'City',
    'Browser',
    'New / returning',
    'Hour',
    'Day of week name',
    'Session manual campaign name',
    'Navigateur',
  ])('by %s has all sessions', async (dimension) => {
    const { row } = await told(line, {
      'a.csv': report(`${dimension},Sessions,Engaged sessions`, 'a,10,5', '07,20,5'),
    });
    expect(row().values.sessions).toBe(30);
  });

  it.each(['Session Google Ads campaign', 'Page location', 'Audience name'])('by %s is refused', async (dimension) => {
    const { code, err } = await kpi(line, { 'a.csv': report(`${dimension},Sessions`, 'a,10', 'b,20') });
    expect(code).toBe(2);
    expect(err).toContain('one session in several rows');
    expect(err).not.toContain('has no sessions');
  });
});

describe('a table of Shopify', () => {
  const rates = 'report a.csv --timezone Europe/Paris --kpi sessions,bounce_rate,conversion_rate --all --period all';

  it('gives bounces and purchases by their rates', async () => {
    const file = table(
      '"Day","Online store visitors","Sessions","Bounce rate","Conversion rate"',
      '"2026-09-01",80,100,0.4,0.02',
      '"2026-09-02",80,100,0.5,0',
    );
    const { row } = await told(rates, { 'a.csv': file });
    expect(row().values).toEqual({ sessions: 200, bounce_rate: 0.45, conversion_rate: 0.01 });
  });

  it('without them has no rate of 0', async () => {
    const without = table('"Day","Online store visitors","Sessions"', '"2026-09-01",80,100');
    expect((await told(rates, { 'a.csv': without })).row().values.bounce_rate).toBeNull();
  });
});

describe('a sheet with the steps of a shop', () => {
  it('has them by their usual names', async () => {
    const sheet = table('Date,Sessions,Add to cart,Checkout,Purchases', '2026-09-01,100,10,5,2');
    const kpis = 'add_to_cart_rate,checkout_reach_rate,conversion_rate';
    const { row } = await told(`report a.csv --timezone Europe/Paris --kpi ${kpis} --all --period all`, {
      'a.csv': sheet,
    });
    expect(row().values).toEqual({ add_to_cart_rate: 0.1, checkout_reach_rate: 0.5, conversion_rate: 0.02 });
  });
});
