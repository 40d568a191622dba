import { execFileSync } from 'node:child_process';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CalendarGrain,
  type CalendarRules,
  type Grain,
  hoursOf,
  nextPeriod,
  periodOf,
  periodsBetween,
  previousPeriod,
  previousSpan,
  type Span,
  shiftedPartial,
  spanOf,
  yearBefore,
} from '../../src/core/calendar.ts';
import {
  civil,
  day,
  dayOfHour,
  dayText,
  modulo,
  parseDay,
  twoDigits,
  weekday,
  yearText,
} from '../../src/core/civil.ts';
import { zoneOf } from '../../src/core/zone.ts';

const ISO: CalendarRules = { weekStart: 1, fiscalYearStartMonth: 1 };
const SUNDAY: CalendarRules = { ...ISO, weekStart: 7 };
const APRIL: CalendarRules = { ...ISO, fiscalYearStartMonth: 4 };
const OCTOBER: CalendarRules = { ...ISO, fiscalYearStartMonth: 10 };
const GRAINS = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const;

const anyGrain = fc.constantFrom<CalendarGrain>(...GRAINS);
const anyHour = fc.integer({ min: day(1990, 1, 1) * 24, max: day(2040, 1, 1) * 24 });
const anyRules = fc.record({
  weekStart: fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<CalendarRules['weekStart']>,
  fiscalYearStartMonth: fc.integer({ min: 1, max: 12 }) as fc.Arbitrary<CalendarRules['fiscalYearStartMonth']>,
});

/** The first hour of `2026-11-22`, or the hour `2026-11-22T14`. */
const hourOf = (text: string): number => parseDay(text.slice(0, 10))! * 24 + Number(text.slice(11));
const hourText = (hour: number): string => periodOf(hour, 'hour', ISO).name;
/** `2026-11-16..2026-11-22`, the last day included. */
const daysOf = ({ from, to }: Span): string => `${dayText(from / 24)}..${dayText(to / 24 - 1)}`;
const span = (first: string, last: string): Span => hoursOf(parseDay(first)!, parseDay(last)!);
const periodAt = (text: string, grain: CalendarGrain, rules = ISO) => periodOf(hourOf(text), grain, rules);

describe('periodOf', () => {
  it.each<[string, CalendarGrain, CalendarRules, string, string]>([
    ['2026-11-22T14', 'day', ISO, '2026-11-22', '2026-11-22..2026-11-22'],
    ['2026-11-22', 'week', ISO, '2026-W47', '2026-11-16..2026-11-22'],
    ['2026-11-22', 'month', ISO, '2026-11', '2026-11-01..2026-11-30'],
    ['2024-02-29T23', 'month', ISO, '2024-02', '2024-02-01..2024-02-29'],
    ['2026-11-22', 'quarter', ISO, '2026-Q4', '2026-10-01..2026-12-31'],
    ['2026-11-22', 'year', ISO, '2026', '2026-01-01..2026-12-31'],
    ['0987-11-22', 'year', ISO, '0987', '0987-01-01..0987-12-31'],
    // A week belongs to the year of its Thursday.
    ['2021-01-01', 'week', ISO, '2020-W53', '2020-12-28..2021-01-03'],
    ['2027-01-01', 'week', ISO, '2026-W53', '2026-12-28..2027-01-03'],
    ['2027-01-04', 'week', ISO, '2027-W01', '2027-01-04..2027-01-10'],
    ['2024-12-30', 'week', ISO, '2025-W01', '2024-12-30..2025-01-05'],
    ['2023-01-01', 'week', ISO, '2022-W52', '2022-12-26..2023-01-01'],
    ['2026-11-22', 'week', SUNDAY, 'week of 2026-11-22', '2026-11-22..2026-11-28'],
    ['2026-11-21', 'week', SUNDAY, 'week of 2026-11-15', '2026-11-15..2026-11-21'],
    ['2027-01-01', 'week', { ...ISO, weekStart: 6 }, 'week of 2026-12-26', '2026-12-26..2027-01-01'],
    // Fiscal years are named by the year they end in.
    ['2026-03-31', 'year', APRIL, 'FY2026', '2025-04-01..2026-03-31'],
    ['2026-04-01', 'year', APRIL, 'FY2027', '2026-04-01..2027-03-31'],
    ['2026-03-31', 'quarter', APRIL, 'FY2026-Q4', '2026-01-01..2026-03-31'],
    ['2026-04-01', 'quarter', APRIL, 'FY2027-Q1', '2026-04-01..2026-06-30'],
    ['2025-10-01', 'year', OCTOBER, 'FY2026', '2025-10-01..2026-09-30'],
    ['2025-12-31', 'quarter', OCTOBER, 'FY2026-Q1', '2025-10-01..2025-12-31'],
    ['2026-09-30', 'quarter', OCTOBER, 'FY2026-Q4', '2026-07-01..2026-09-30'],
    ['2026-01-15', 'quarter', { ...ISO, fiscalYearStartMonth: 12 }, 'FY2026-Q1', '2025-12-01..2026-02-28'],
    ['2026-01-15', 'quarter', { ...ISO, fiscalYearStartMonth: 2 }, 'FY2026-Q4', '2025-11-01..2026-01-31'],
    ['2026-04-15', 'month', APRIL, '2026-04', '2026-04-01..2026-04-30'],
  ])('%s by %s', (hour, grain, rules, name, days) => {
    const period = periodAt(hour, grain, rules);
    expect(`${period.name} ${daysOf(period)}`).toBe(`${name} ${days}`);
  });

  it('names an hour by its day and hour', () => {
    const from = hourOf('2026-11-22T14');
    expect(periodOf(from, 'hour', ISO)).toEqual({ name: '2026-11-22T14', from, to: from + 1 });
    expect(hourText(-1)).toBe('1969-12-31T23');
  });

  it('agrees with the arithmetic of whole days', () => {
    const startOf = (months: number): number => day(Math.floor(months / 12), modulo(months, 12) + 1, 1) * 24;
    fc.assert(
      fc.property(anyHour, anyRules, (hour, rules) => {
        const today = dayOfHour(hour);
        const span = (grain: CalendarGrain, by = ISO): readonly number[] => {
          const { from, to } = periodOf(hour, grain, by);
          return [from, to];
        };
        const week = (today - modulo(weekday(today) - rules.weekStart, 7)) * 24;
        expect(span('week', rules)).toEqual([week, week + 7 * 24]);
        const { year, month } = civil(today);
        const count = year * 12 + month - 1;
        expect(span('month', rules)).toEqual([startOf(count), startOf(count + 1)]);
        const before = rules.fiscalYearStartMonth - 1;
        const first = Math.floor((count - before) / 12) * 12 + before;
        expect(span('year', rules)).toEqual([startOf(first), startOf(first + 12)]);
        const quarter = first + Math.floor((count - first) / 3) * 3;
        expect(span('quarter', rules)).toEqual([startOf(quarter), startOf(quarter + 3)]);
        // An ISO week has the number and year of its Thursday.
        const thursday = today - modulo(weekday(today) - 1, 7) + 3;
        const number = Math.floor((thursday - day(civil(thursday).year, 1, 1)) / 7) + 1;
        const name = `${yearText(civil(thursday).year)}-W${twoDigits(number)}`;
        expect(periodOf(hour, 'week', ISO).name).toBe(name);
      }),
      { numRuns: 500 },
    );
  });
});

describe('periods tile time', () => {
  it('without hole or overlap, each hour in exactly one', () => {
    fc.assert(
      fc.property(
        anyHour,
        fc.integer({ min: 1, max: 2_000 }),
        anyGrain,
        anyRules,
        fc.nat(),
        (from, length, grain, rules, pick) => {
          const periods = periodsBetween(from, from + length, grain, rules);
          expect(periods[0]!.from).toBeLessThanOrEqual(from);
          expect(periods.at(-1)!.from).toBeLessThan(from + length);
          expect(periods.at(-1)!.to).toBeGreaterThanOrEqual(from + length);
          for (const [at, period] of periods.entries()) {
            expect(period.from).toBe(at === 0 ? period.from : periods[at - 1]!.to);
            expect(period.to).toBeGreaterThan(period.from);
            if (grain !== 'hour') expect([period.from % 24, period.to % 24]).toEqual([0, 0]);
          }
          expect(new Set(periods.map(({ name }) => name)).size).toBe(periods.length);
          const hour = from + (pick % length);
          expect(periods.filter((period) => period.from <= hour && hour < period.to)).toEqual([
            periodOf(hour, grain, rules),
          ]);
        },
      ),
    );
  });

  it('and there are none in an empty span', () => expect(periodsBetween(5, 5, 'week', ISO)).toEqual([]));

  it('every instant of every zone lies in exactly one', () => {
    const zones = ['Europe/Paris', 'Pacific/Apia', 'America/Sao_Paulo', 'Australia/Lord_Howe'].map(zoneOf);
    const anyInstant = fc.integer({ min: Date.UTC(2009, 0, 1), max: Date.UTC(2030, 0, 1) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), anyInstant, anyGrain, anyRules, (zone, instant, grain, rules) => {
        const hour = zone.hour(instant);
        const around = periodsBetween(hour - 24, hour + 24, grain, rules, zone);
        expect(around.filter(({ from, to }) => from <= hour && hour < to)).toHaveLength(1);
      }),
    );
  });

  it('next and previous undo each other', () => {
    const zones = [undefined, zoneOf('Europe/Paris'), zoneOf('Pacific/Apia')];
    fc.assert(
      fc.property(anyHour, anyGrain, anyRules, fc.constantFrom(...zones), (hour, grain, rules, zone) => {
        // A period that exists in the zone: one that is next to another.
        const period = nextPeriod(periodOf(hour, grain, rules), grain, rules, zone);
        expect(nextPeriod(previousPeriod(period, grain, rules, zone), grain, rules, zone)).toEqual(period);
        expect(previousPeriod(nextPeriod(period, grain, rules, zone), grain, rules, zone)).toEqual(period);
        expect(periodOf(period.to - 1, grain, rules)).toEqual(period);
      }),
    );
  });
});

describe('hours on the days of a clock change', () => {
  const hoursOn = (date: string, zone?: string): string[] =>
    periodsBetween(hourOf(date), hourOf(date) + 24, 'hour', ISO, zone === undefined ? undefined : zoneOf(zone)).map(
      ({ name }) => name.slice(11),
    );

  it.each([
    ['Europe/Paris', '2026-03-29', 23, '02'],
    ['America/New_York', '2026-03-08', 23, '02'],
    ['America/Sao_Paulo', '2018-11-04', 23, '00'],
    // Half an hour is skipped, the other half is there.
    ['Australia/Lord_Howe', '2026-10-04', 24, undefined],
    ['Pacific/Apia', '2011-12-30', 0, '00'],
    // The hour that occurs twice is one period.
    ['Europe/Paris', '2026-10-25', 24, undefined],
    ['UTC', '2026-03-29', 24, undefined],
    ['Asia/Kolkata', '2026-03-29', 24, undefined],
    // The clock went from 00:01 to 01:01: both hours have minutes.
    ['America/St_Johns', '2010-03-14', 24, undefined],
  ])('%s %s has %i, not %s', (zone, date, count, missing) => {
    const hours = hoursOn(date, zone);
    expect(hours).toHaveLength(count);
    if (missing !== undefined) expect(hours).not.toContain(missing);
    expect(hoursOn(date)).toHaveLength(24);
  });

  it('next and previous step over the hour that does not exist, if told the zone', () => {
    const [one, three] = [periodAt('2026-03-29T01', 'hour'), periodAt('2026-03-29T03', 'hour')];
    const paris = zoneOf('Europe/Paris');
    expect(nextPeriod(one, 'hour', ISO, paris)).toEqual(three);
    expect(previousPeriod(three, 'hour', ISO, paris)).toEqual(one);
    expect(nextPeriod(one, 'hour', ISO).name).toBe('2026-03-29T02');
    expect(previousPeriod(three, 'hour', ISO).name).toBe('2026-03-29T02');
  });

  it('a day without any hour is still a day', () => {
    const days = periodsBetween(hourOf('2011-12-29'), hourOf('2012-01-01'), 'day', ISO, zoneOf('Pacific/Apia'));
    expect(days.map(({ name }) => name)).toEqual(['2011-12-29', '2011-12-30', '2011-12-31']);
  });
});

describe('yearBefore', () => {
  it.each<[string, CalendarGrain, CalendarRules, string]>([
    ['2026-11-22T14', 'hour', ISO, '2025-11-23T14'],
    ['2026-11-22', 'day', ISO, '2025-11-23'],
    ['2024-02-29', 'day', ISO, '2023-03-02'],
    ['2026-11-22', 'week', ISO, '2025-W47'],
    ['2026-12-31', 'week', ISO, '2026-W01'],
    ['2027-01-04', 'week', ISO, '2026-W02'],
    ['2020-12-31', 'week', ISO, '2020-W01'],
    ['2026-11-22', 'week', SUNDAY, 'week of 2025-11-23'],
    ['2024-02-29', 'month', ISO, '2023-02'],
    ['2025-02-01', 'month', ISO, '2024-02'],
    ['2026-11-22', 'quarter', ISO, '2025-Q4'],
    ['2026-11-22', 'quarter', APRIL, 'FY2026-Q3'],
    ['2026-11-22', 'year', ISO, '2025'],
    ['2026-11-22', 'year', OCTOBER, 'FY2026'],
  ])('of %s by %s', (hour, grain, rules, name) => {
    expect(yearBefore(periodAt(hour, grain, rules), grain, rules).name).toBe(name);
  });

  it('keeps the weekday of hours, days and weeks and the length', () => {
    fc.assert(
      fc.property(anyHour, fc.constantFrom<Grain>('hour', 'day', 'week'), anyRules, (hour, grain, rules) => {
        const period = periodOf(hour, grain as CalendarGrain, rules);
        const base = yearBefore(period, grain, rules);
        expect([period.from - base.from, period.to - base.to]).toEqual([364 * 24, 364 * 24]);
      }),
    );
  });

  it.each([
    ['2026-11-02', '2026-11-15', '2025-11-02..2025-11-15'],
    ['2024-02-01', '2024-02-29', '2023-02-01..2023-02-28'],
    ['2024-02-01', '2024-02-28', '2023-02-01..2023-02-28'],
    ['2024-02-29', '2024-02-29', '2023-02-28..2023-02-28'],
    // Whole months stay whole months.
    ['2025-02-01', '2025-02-28', '2024-02-01..2024-02-29'],
  ])('of the span %s to %s', (first, last, expected) => {
    const base = yearBefore(span(first, last), 'all', ISO);
    expect([base.name, daysOf(base)]).toEqual([expected, expected]);
  });
});

describe('spans and partial periods', () => {
  it('a span is compared with as many days before', () => {
    const all = spanOf(hourOf('2026-11-02'), hourOf('2026-11-16'));
    expect(all.name).toBe('2026-11-02..2026-11-15');
    expect(previousSpan(all)).toEqual(spanOf(hourOf('2026-10-19'), hourOf('2026-11-02')));
    expect(previousPeriod(all, 'all', ISO)).toEqual(previousSpan(all));
  });

  it.each<[string, CalendarGrain, string, string, string]>([
    ['2026-11-22', 'month', '2026-11-01', '2026-11-21', '2026-10-01..2026-10-21'],
    ['2026-11-22', 'month', '2026-11-10', '2026-11-21', '2026-10-10..2026-10-21'],
    ['2026-03-30', 'month', '2026-03-01', '2026-03-30', '2026-02-01..2026-02-28'],
    ['2024-03-30', 'month', '2024-03-01', '2024-03-30', '2024-02-01..2024-02-29'],
    ['2026-11-22', 'week', '2026-11-16', '2026-11-18', '2026-11-09..2026-11-11'],
    ['2026-11-22', 'quarter', '2026-10-01', '2026-11-21', '2026-07-01..2026-08-21'],
  ])('in %s by %s, %s to %s', (hour, grain, first, last, expected) => {
    const period = periodAt(hour, grain);
    expect(daysOf(shiftedPartial(period, span(first, last), previousPeriod(period, grain, ISO)))).toBe(expected);
  });

  it.each([
    // A day that the base does not have is held against its last.
    ['2026-03-30', '2026-03-30', '2026-02-28..2026-02-28'],
    ['2026-03-20', '2026-03-30', '2026-02-18..2026-02-28'],
    ['2026-03-10', '2026-03-12', '2026-02-10..2026-02-12'],
    // Without its beginning a period is counted from the end: 23 days.
    ['2026-03-09', '2026-03-31', '2026-02-06..2026-02-28'],
    ['2026-03-02', '2026-03-31', '2026-02-01..2026-02-28'],
  ])('a part of March from %s to %s is held against equally many days: %s', (first, last, expected) => {
    const march = periodAt('2026-03-30', 'month');
    const { from, to } = shiftedPartial(march, span(first, last), previousPeriod(march, 'month', ISO));
    expect(spanOf(from, to).name).toBe(expected);
  });

  it('never leaves the base, and of a whole period is the whole base unless that is longer', () => {
    fc.assert(
      fc.property(anyHour, anyGrain, anyRules, fc.nat(), fc.nat(), (hour, grain, rules, start, length) => {
        const p = periodOf(hour, grain, rules);
        const base = previousPeriod(p, grain, rules);
        const from = p.from + (start % (p.to - p.from));
        const cut = { from, to: Math.min(p.to, from + 1 + length) };
        const moved = shiftedPartial(p, cut, base);
        expect(moved.from).toBeGreaterThanOrEqual(base.from);
        expect(moved.to).toBeGreaterThanOrEqual(moved.from);
        expect(moved.to).toBeLessThanOrEqual(base.to);
        expect(moved.to - moved.from).toBeLessThanOrEqual(cut.to - cut.from);
      }),
    );
  });
});

it('gives the same answers whatever the zone of the system', () => {
  const source = `
    import { periodsBetween, yearBefore } from './src/core/calendar.ts';
    import { zoneOf, instantText } from './src/core/zone.ts';
    const out = [];
    const rules = { weekStart: 7, fiscalYearStartMonth: 4 };
    for (const grain of ['day', 'week', 'month', 'quarter', 'year'])
      for (const p of periodsBetween(${hourOf('2010-01-01')}, ${hourOf('2020-01-01')}, grain, rules))
        out.push([p, yearBefore(p, grain, rules)]);
    for (const name of ['Europe/Paris', 'Pacific/Apia', 'America/Sao_Paulo', '+01:00']) {
      const zone = zoneOf(name);
      for (let at = Date.UTC(2010, 0, 1); at < Date.UTC(2020, 0, 1); at += 7_654_321_000)
        out.push(instantText(at, zone), zone.instant(at), zone.hour(at));
      for (const at of ['2011-12-30T12:00Z', '2018-11-04T00:30Z', '2019-03-31T02:30Z'])
        out.push(instantText(zone.instant(Date.parse(at)), zone));
    }
    console.log(new Date(0).getTimezoneOffset() + '|' + JSON.stringify(out));`;
  const { outputFiles } = buildSync({
    stdin: { contents: source, resolveDir: process.cwd(), loader: 'ts' },
    ...{ bundle: true, write: false, format: 'esm', platform: 'node' },
  });
  const runs = ['UTC', 'Pacific/Apia', 'America/Sao_Paulo'].map((TZ) =>
    execFileSync(process.execPath, ['--input-type=module', '-'], {
      input: outputFiles[0]!.text,
      env: { ...process.env, TZ },
      encoding: 'utf8',
    }).split('|'),
  );
  expect(runs.map(([offset]) => offset)).toEqual(['0', '660', '180']);
  expect(runs[0]![1]!.length).toBeGreaterThan(100_000);
  expect(runs[1]![1]).toBe(runs[0]![1]);
  expect(runs[2]![1]).toBe(runs[0]![1]);
});
