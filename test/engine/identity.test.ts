import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/core/civil.ts';
import { zoneOf } from '../../src/core/zone.ts';
import {
  agree,
  amountsDiffer,
  type Closeness,
  isDamagedId,
  type Lasting,
  looksRounded,
  storesDiffer,
} from '../../src/engine/state/identity.ts';

const zone = zoneOf('Europe/Paris');
const at = (day: string, clock: string): number => {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return zone.instant(parseDay(day)! * 86_400_000 + ((hours * 60 + minutes) * 60 + seconds) * 1000);
};
const row = (instant: number, who = Number.NaN, store: string | null = null): Lasting => ({ at: instant, who, store });

describe('an id', () => {
  it.each(['5.27762E+12', '5,27762e+12', '#5E+12', ' 5.3E+9 '])('%s was written by a spreadsheet', (id) =>
    expect(isDamagedId(id)).toBe(true),
  );
  it.each(['5.27762E12', 'A+5E+12', '5E+', 'E+12', '5.E+12', '5+12', '527762', '5E+12x'])('%s was not', (id) =>
    expect(isDamagedId(id)).toBe(false),
  );
  it.each(['1234567890123450', '#1234567890123450000', ' 1234567890123450 '])('%s looks rounded', (id) =>
    expect(looksRounded(id)).toBe(true),
  );
  it.each(['123456789012345', '1234567890123456', '12345678901230', 'a1234567890123450', '1234567890123450x'])(
    '%s does not',
    (id) => expect(looksRounded(id)).toBe(false),
  );
});

describe('two rows of one id', () => {
  const same = (a: Lasting, b: Lasting, closeness: Closeness): boolean => {
    const found = agree('ticket', a, b, closeness, zone);
    expect(agree('ticket', b, a, closeness, zone)).toBe(found);
    return found;
  };

  it('are one by a time that both state as precisely', () => {
    const exact = row(at('2026-11-02', '10:00:30'));
    expect(same(exact, row(at('2026-11-02', '10:00:30')), 'instant')).toBe(true);
    // One file states minutes only.
    expect(same(exact, row(at('2026-11-02', '10:00:00')), 'instant')).toBe(true);
    expect(same(exact, row(at('2026-11-02', '10:00:31')), 'instant')).toBe(false);
    expect(same(exact, row(at('2026-11-02', '10:01:00')), 'instant')).toBe(false);
    expect(same(exact, row(at('2026-11-02', '09:59:59')), 'instant')).toBe(false);
  });

  it('are one on a day, if one states a day only', () => {
    const exact = row(at('2026-11-02', '23:59:59'));
    expect(same(exact, row(at('2026-11-02', '00:00')), 'instant')).toBe(true);
    expect(same(exact, row(at('2026-11-03', '00:00')), 'instant')).toBe(false);
    // One hour after midnight is a time.
    expect(same(exact, row(at('2026-11-02', '01:00')), 'instant')).toBe(false);
    expect(same(exact, row(at('2026-11-02', '00:01')), 'instant')).toBe(false);
  });

  it('that are lines are one on a local day', () => {
    const line = row(at('2026-11-02', '00:00:01'));
    expect(same(line, row(at('2026-11-02', '23:59:59')), 'day')).toBe(true);
    expect(same(line, row(at('2026-11-01', '23:59:59')), 'day')).toBe(false);
  });

  it('of a session are less than a day apart', () => {
    const begun = row(at('2026-11-02', '10:00:00'));
    expect(same(begun, row(at('2026-11-03', '09:59:59')), 'session')).toBe(true);
    expect(same(begun, row(at('2026-11-03', '10:00:00')), 'session')).toBe(false);
  });

  it('without a time may be one', () => {
    expect(same(row(Number.NaN), row(at('2026-11-02', '10:00')), 'instant')).toBe(true);
  });

  it('of two shops are two, whatever else; the case of a name makes no shop', () => {
    const when = at('2026-11-02', '10:00:30');
    expect(same(row(when, Number.NaN, 'a'), row(when, Number.NaN, 'b'), 'instant')).toBe(false);
    expect(same(row(when, Number.NaN, 'a'), row(when, Number.NaN, 'A'), 'instant')).toBe(true);
    expect(same(row(when, Number.NaN, 'a'), row(when), 'instant')).toBe(true);
    expect([storesDiffer(null, 'b'), storesDiffer('a', null), storesDiffer(null, null)]).toEqual([false, false, false]);
  });

  it('of two people are two; nobody knows of an address and a number', () => {
    const when = at('2026-11-02', '10:00');
    // Fingerprints of addresses are even, of numbers odd.
    expect(same(row(when, 2), row(when, 2), 'instant')).toBe(true);
    expect(same(row(when, 2), row(when, 4), 'instant')).toBe(false);
    expect(same(row(when, 3), row(when, 5), 'instant')).toBe(false);
    expect(same(row(when, 2), row(when, 3), 'instant')).toBe(true);
    expect(same(row(when, 2), row(when), 'instant')).toBe(true);
  });

  it('that are orders are one at one second, though the address was changed', () => {
    const [exact, minute] = [at('2026-11-02', '10:00:30'), at('2026-11-02', '10:00')];
    expect(agree('order', row(exact, 2), row(exact, 4), 'instant', zone)).toBe(true);
    expect(agree('order', row(minute, 2), row(minute, 4), 'instant', zone)).toBe(false);
    expect(agree('order', row(exact, 2), row(minute, 4), 'instant', zone)).toBe(false);
    expect(agree('ticket', row(exact, 2), row(exact, 4), 'instant', zone)).toBe(false);
  });
});

it.each([
  [100, 75, false],
  [100, 74, true],
  [74, 100, true],
  [-100, -75, false],
  [-100, -74, true],
  [100, -100, true],
  [0, 100, false],
  [100, 0, false],
])('amounts of %i and %i differ by more than a quarter of the larger: %s', (a, b, differ) => {
  expect(amountsDiffer(a, b)).toBe(differ);
});
