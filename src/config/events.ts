import * as z from 'zod/mini';
import { dayText, parseDay } from '../core/civil.ts';
import type { Occurrence, ShopEvent } from '../core/events.ts';
import { date, req, text } from './parts.ts';

const span = z
  .strictObject({ from: req('First day.', date()), to: req('Last day.', date()) })
  .check(z.refine(({ from, to }) => from <= to, { path: ['to'], error: 'must not be before from', when: whenDates }));

/** Of days that are none nothing more is said. */
function whenDates({ issues }: z.core.ParsePayload): boolean {
  return issues.length === 0;
}

const occurrence = z.union([date(), span], {
  error: 'must be a day, such as 2026-11-27, or { from: 2026-01-07, to: 2026-02-03 }',
});

type Given = z.infer<typeof occurrence>;

const daysOf = (given: Given): Occurrence => {
  const { from, to } = typeof given === 'string' ? { from: given, to: given } : given;
  return { from: parseDay(from)!, to: parseDay(to)! };
};

const spanText = ({ from, to }: Occurrence): string =>
  from === to ? dayText(from) : `${dayText(from)} to ${dayText(to)}`;

/** Days in their order: which occurrence is the one before is then plain to see, and no day is of two. */
const inOrder = z.check<Given[]>(({ value, issues }) => {
  if (issues.length > 0) return;
  for (const [at, given] of value.entries()) {
    const before = value[at - 1];
    if (before === undefined) continue;
    const [then, now] = [daysOf(before), daysOf(given)];
    if (now.from > then.to) continue;
    const shares = now.to >= then.from;
    issues.push({
      code: 'custom',
      input: given,
      path: [at],
      message: shares
        ? `shares a day with the one above it, ${spanText(then)}`
        : `is before the one above it, ${spanText(then)}`,
    });
  }
});

const event = z.strictObject(
  {
    name: req('What it is called.', text()),
    days: req(
      'When it was and will be, oldest first: a day, or { from, to }.',
      z
        .array(occurrence, { error: 'must be a list of days' })
        .check(z.minLength(1, { error: 'must name a day' }), inOrder),
    ),
  },
  { error: 'must be an event, such as { name: Black Friday, days: [2025-11-28, 2026-11-27] }' },
);

/** The table of moving events. */
export const events = z.array(event, { error: 'must be a list of events' }).check(
  z.check<z.infer<typeof event>[]>(({ value, issues }) => {
    for (const [at, { name }] of value.entries()) {
      const twin = value.findIndex((other) => other.name === name);
      if (twin < at)
        issues.push({
          code: 'custom',
          input: name,
          path: [at, 'name'],
          message: `is that of another event: "${name}"`,
        });
    }
  }),
);

/** The events of a configuration, their days as numbers. */
export const shopEvents = (given: z.infer<typeof events> = []): ShopEvent[] =>
  given.map(({ name, days }) => ({ name, occurrences: days.map(daysOf) }));
