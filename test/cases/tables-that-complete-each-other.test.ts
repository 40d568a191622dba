import { describe, expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/*
 * Shopify and GA4 export sessions in one table, and carts or visitors in another: each is whole, and so are the rates of both.
 */

const ask = `report . ${lastWeek} --as-of 2026-11-12 --compare none`;
const sessions = table('"Day","Online store visitors","Sessions"', '"2026-11-02",900,1000', '"2026-11-08",900,1000');
const behaviour = table(
  '"Day","Sessions with cart additions","Sessions that reached checkout","Sessions that completed checkout"',
  '"2026-11-02",100,50,30',
  '"2026-11-08",100,50,30',
);

describe('a table of sessions beside one of carts of the same tool', () => {
  it('lacks nothing, nor does the other', async () => {
    const { row } = await told(`${ask} --kpi sessions,add_to_cart_rate,conversion_rate,checkout_reach_rate`, {
      'sessions.csv': sessions,
      'behaviour.csv': behaviour,
    });
    // 2000, 200 / 2000, 60 / 2000, 100 / 200.
    const rates = { add_to_cart_rate: 0.1, conversion_rate: 0.03, checkout_reach_rate: 0.5 };
    expect(row().values).toEqual({ sessions: 2000, ...rates });
    expect(row().flags).toEqual({});
  });

  it('lacks what it does not reach', async () => {
    const { row } = await told(`${ask} --kpi sessions,add_to_cart_rate`, {
      'sessions.csv': sessions,
      'behaviour.csv': behaviour.replace('"2026-11-08"', '"2026-11-03"'),
    });
    expect(row().flags).toEqual({ add_to_cart_rate: ['incomplete'] });
  });
});
