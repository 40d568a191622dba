import { expect, it } from 'vitest';
import { rejectText } from '../../src/core/reject-words.ts';
import { zonesWith } from '../../src/core/zones-with.ts';

const codes =
  'ambiguous breaks_convention cut_off ends_before_it_begins missing_value no_such_day no_such_time not_a_date not_a_duration not_a_number not_readable not_whole other_currency order_rejected order_row_missing out_of_range outside_period score_outside_scale score_outside_0_to_10 too_few_cells too_large too_many_cells unexpected_sign unexpected_percent unknown_currency unknown_zone unknown_word'.split(
    ' ',
  );

it('every reason has words of its own in both languages', () => {
  const texts = codes.map(rejectText);
  for (const [at, { en, fr }] of texts.entries()) {
    expect([codes[at], en]).toEqual([codes[at], expect.stringMatching(/^[a-z][a-z0-9 ]+$/)]);
    expect([codes[at], fr]).toEqual([codes[at], expect.stringMatching(/^[a-zéè][^_]{5,}$/)]);
    expect(fr).not.toBe(en);
  }
  expect(new Set(texts.map(({ en }) => en)).size).toBe(codes.length);
  expect(new Set(texts.map(({ fr }) => fr)).size).toBe(codes.length);
});

it('a reason without words is its code', () => {
  expect(rejectText('some_new_reason')).toEqual({ en: 'some new reason', fr: 'some new reason' });
});

it.each([
  [60, 120, 'Paris Berlin Madrid Rome Brussels Amsterdam Zurich'],
  [0, 60, 'London Lisbon'],
  [120, 180, 'Athens Helsinki Jerusalem'],
  [180, 180, 'Istanbul Moscow'],
  [-300, -240, 'New_York Toronto'],
  [-360, -300, 'Chicago'],
  [-420, -360, 'Denver'],
  [-420, -420, 'Phoenix'],
  [-480, -420, 'Los_Angeles Vancouver'],
  [-240, -180, 'Halifax'],
  [-360, -360, 'Mexico_City'],
  [-180, -180, 'Sao_Paulo'],
  [-300, -300, 'Bogota'],
  [60, 60, 'Casablanca Lagos'],
  [120, 120, 'Johannesburg'],
  [240, 240, 'Dubai'],
  [330, 330, 'Kolkata'],
  [420, 420, 'Bangkok'],
  [480, 480, 'Singapore Shanghai Perth'],
  [540, 540, 'Tokyo Seoul'],
  [600, 600, 'Brisbane'],
  [660, 600, 'Sydney'],
  [780, 720, 'Auckland'],
])('%i minutes in January and %i in July are those of %s', (january, july, cities) => {
  const found = zonesWith([
    { at: Date.UTC(2024, 0, 15), minutes: january },
    { at: Date.UTC(2024, 6, 15), minutes: july },
  ]);
  expect(found.map((zone) => zone.replace(/^.*\//, '')).join(' ')).toBe(cities);
});
