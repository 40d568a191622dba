import * as z from 'zod/mini';
import { dayText, parseDay } from '../core/civil.ts';
import type { Occurrence, ShopEvent } from '../core/events.ts';
import { quoted, sameInAll, type Text } from '../core/text.ts';
import { date, req, text } from './config-parts.ts';
import { mustBe, said } from './said.ts';

const span = z.strictObject({ from: req('First day.', date()), to: req('Last day.', date()) }).check(
  z.refine(({ from, to }) => from <= to, {
    path: ['to'],
    ...said({ en: 'must not be before from', fr: 'ne doit pas être antérieur à from' }),
    when: whenDates,
  }),
);

/** Invalid days are not checked further. */
function whenDates({ issues }: z.core.ParsePayload): boolean {
  return issues.length === 0;
}

const occurrence = z.union(
  [date(), span],
  mustBe({
    en: 'a day, such as 2026-11-27, or { from: 2026-01-07, to: 2026-02-03 }',
    fr: 'un jour, par exemple 2026-11-27, ou { from: 2026-01-07, to: 2026-02-03 }',
  }),
);

type Given = z.infer<typeof occurrence>;

const daysOf = (given: Given): Occurrence => {
  const { from, to } = typeof given === 'string' ? { from: given, to: given } : given;
  return { from: parseDay(from)!, to: parseDay(to)! };
};

const spanText = ({ from, to }: Occurrence): Text =>
  from === to
    ? sameInAll(dayText(from))
    : { en: `${dayText(from)} to ${dayText(to)}`, fr: `du ${dayText(from)} au ${dayText(to)}` };

/** Days in order: then the previous occurrence is obvious, and no day belongs to two. */
const inOrder = z.check<Given[]>(({ value, issues }) => {
  if (issues.length > 0) return;
  for (const [at, given] of value.entries()) {
    const before = value[at - 1];
    if (before === undefined) continue;
    const [then, now] = [daysOf(before), daysOf(given)];
    if (now.from > then.to) continue;
    const shares = now.to >= then.from;
    const { en, fr } = spanText(then);
    const { error: message } = said(
      shares
        ? {
            en: `shares a day with the one above it, ${en}`,
            fr: `a un jour en commun avec ce qui précède dans la liste, ${fr}`,
          }
        : { en: `is before the one above it, ${en}`, fr: `est antérieur à ce qui précède dans la liste, ${fr}` },
    );
    issues.push({ code: 'custom', input: given, path: [at], message });
  }
});

const event = z.strictObject(
  {
    name: req('What it is called.', text()),
    days: req(
      'When it was and will be, oldest first: a day, or { from, to }.',
      z
        .array(occurrence, mustBe({ en: 'a list of days', fr: 'une liste de jours' }))
        .check(z.minLength(1, said({ en: 'must name a day', fr: 'doit contenir au moins un jour' })), inOrder),
    ),
  },
  mustBe({
    en: 'an event, such as { name: Black Friday, days: [2025-11-28, 2026-11-27] }',
    fr: 'un événement, par exemple { name: Black Friday, days: [2025-11-28, 2026-11-27] }',
  }),
);

/** The table of moving events. */
export const events = z.array(event, mustBe({ en: 'a list of events', fr: "une liste d'événements" })).check(
  z.check<z.infer<typeof event>[]>(({ value, issues }) => {
    for (const [at, { name }] of value.entries()) {
      const twin = value.findIndex((other) => other.name === name);
      if (twin < at)
        issues.push({
          code: 'custom',
          input: name,
          path: [at, 'name'],
          message: said({
            en: `is that of another event: ${quoted(name).en}`,
            fr: `est déjà celui d'un autre événement\u00a0: ${quoted(name).fr}`,
          }).error,
        });
    }
  }),
);

/** The events of a configuration, their days as numbers. */
export const shopEvents = (given: z.infer<typeof events> = []): ShopEvent[] =>
  given.map(({ name, days }) => ({ name, occurrences: days.map(daysOf) }));
