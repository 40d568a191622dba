import { describe, expect, it } from 'vitest';
import { type CalendarRules, type Grain, periodOf } from '../../src/core/calendar.ts';
import { DAY_HOURS, dayText, parseDay } from '../../src/core/civil.ts';
import { movedBase, type ShopEvent } from '../../src/core/events.ts';

const rules: CalendarRules = { weekStart: 1, fiscalYearStartMonth: 1 };
const event = (name: string, ...spans: (readonly [string, string])[]): ShopEvent => ({
  name,
  occurrences: spans.map(([from, to]) => ({ from: parseDay(from)!, to: parseDay(to)! })),
});
const easter = event(
  'Easter',
  ['2024-03-31', '2024-03-31'],
  ['2025-04-20', '2025-04-20'],
  ['2026-04-05', '2026-04-05'],
);
const sales = event('Sales', ['2025-01-08', '2025-02-04'], ['2026-01-07', '2026-02-10']);

function moved(day: string, grain: Exclude<Grain, 'all'>, ...events: ShopEvent[]): string | null {
  const found = movedBase(periodOf(parseDay(day)! * DAY_HOURS, grain, rules), grain, rules, events);
  return found === null ? null : `${found.base.name} ${found.name} ${dayText(found.then.from)}`;
}

describe('a moving event', () => {
  it('has its day compared with the day of the occurrence before', () => {
    expect(moved('2026-04-05', 'day', easter)).toBe('2025-04-20 Easter 2025-04-20');
    expect(moved('2025-04-20', 'day', easter)).toBe('2024-03-31 Easter 2024-03-31');
    expect(moved('2026-04-06', 'day', easter)).toBeNull();
  });

  it('has its days compared by their number', () => {
    expect(moved('2026-01-07', 'day', sales)).toBe('2025-01-08 Sales 2025-01-08');
    expect(moved('2026-02-03', 'day', sales)).toBe('2025-02-04 Sales 2025-01-08');
  });

  it('leaves days beyond the end of a shorter occurrence to the calendar', () => {
    expect(moved('2026-02-04', 'day', sales)).toBeNull();
    expect(moved('2026-02-10', 'day', sales)).toBeNull();
  });

  it('has the week in which it begins compared with the week in which it began', () => {
    // Easter 2026 is the Sunday of W14, Easter 2025 that of W16.
    expect(moved('2026-04-01', 'week', easter)).toBe('2025-W16 Easter 2025-04-20');
    expect(moved('2026-01-05', 'week', sales)).toBe('2025-W02 Sales 2025-01-08');
    // The sales go on in the week after, but do not begin in it.
    expect(moved('2026-01-12', 'week', sales)).toBeNull();
  });

  it('means nothing for longer and shorter periods', () => {
    for (const grain of ['hour', 'month', 'quarter', 'year'] as const)
      expect(moved('2026-04-05', grain, easter)).toBeNull();
  });

  it('means nothing where no earlier occurrence is told', () => {
    expect(moved('2024-03-31', 'day', easter)).toBeNull();
    expect(moved('2026-04-05', 'day')).toBeNull();
  });

  it('gives way to the next of the list where it tells nothing', () => {
    const once = event('Once', ['2026-04-05', '2026-04-05']);
    expect(moved('2026-04-05', 'day', once, easter)).toBe('2025-04-20 Easter 2025-04-20');
    const feast = event('Feast', ['2025-05-01', '2025-05-02'], ['2026-04-05', '2026-04-06']);
    expect(moved('2026-04-05', 'day', feast, easter)).toBe('2025-05-01 Feast 2025-05-01');
  });
});
