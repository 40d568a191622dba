import { noWords, yesWords } from '../../src/core/yes-words.ts';
import type { Zone } from '../../src/core/zone.ts';
import * as dates from '../../src/fields/date.ts';
import * as durations from '../../src/fields/duration.ts';
import { BLANK, type FieldKind, REFUSED, type TextKind } from '../../src/fields/field.ts';
import * as keys from '../../src/fields/key.ts';
import type { DateShape } from '../../src/fields/moment.ts';
import * as numbers from '../../src/fields/number.ts';
import * as texts from '../../src/fields/text-field.ts';
import { dayExamples } from './day-examples.ts';
import { durationExamples } from './duration-examples.ts';
import { type Example, inConvention } from './in-convention.ts';
import { numberExamples } from './number-examples.ts';
import { integerExamples, percentExamples, ratioExamples } from './ratio-examples.ts';
import { timestampExamples } from './timestamp-examples.ts';

/** The kinds of fields, each with examples on both sides of its bounds. */
export type ExampleKind = FieldKind & { readonly examples: readonly Example[] };
export type TextExampleKind = TextKind & { readonly examples: readonly (readonly [string, string | null])[] };

export const number = (shape: numbers.NumberShape): ExampleKind => ({
  ...numbers.number(shape),
  examples: inConvention(shape.decimal, numberExamples),
});

export const ratio = (shape: numbers.RatioShape): ExampleKind => ({
  ...numbers.ratio(shape),
  examples: inConvention(shape.decimal, shape.bare === 'percent' ? percentExamples : ratioExamples),
});

export const integer = (shape: numbers.NumberShape): ExampleKind => ({
  ...numbers.integer(shape),
  examples: inConvention(shape.decimal, integerExamples),
});

const seconds = { d: 86_400, h: 3_600, min: 60, s: 1, ms: 0.001 } as const;

export const duration = (shape: durations.DurationShape): ExampleKind => ({
  ...durations.duration(shape),
  examples: durationExamples(shape.decimal, seconds[shape.bare], shape.clock),
});

export const day = (shape: DateShape, zones: { readonly report: Zone }): ExampleKind => ({
  ...dates.day(shape, zones),
  examples: dayExamples(shape, zones.report),
});

export const timestamp = (shape: DateShape, zones: dates.Zones): ExampleKind => ({
  ...dates.timestamp(shape, zones),
  examples: timestampExamples(shape, zones.source, zones.report),
});

export const flag: ExampleKind = {
  ...texts.flag,
  examples: [
    ...noWords.map((word): Example => [word, 0]),
    ...yesWords.map((word): Example => [word, 1]),
    ['TRUE', 1],
    ['VRAI', 1],
    ['sí', 1],
    [' Non ', 0],
    ['maybe', REFUSED],
    ['2', REFUSED],
    ['01', REFUSED],
    ['', BLANK],
    ['n/a', BLANK],
  ],
};

export const text: TextExampleKind = {
  ...texts.text,
  examples: [
    ['a', 'a'],
    [' a\u00a0b \n', 'a\u00a0b'],
    ['a\u0000\nb\u001b', 'a\u0000\nb\u001b'],
    ['-', '-'],
    ['(not set)', '(not set)'],
    ['', null],
    [' \u00a0\u202f\t', null],
  ],
};

export const key: TextExampleKind = {
  ...keys.key,
  examples: [
    ['Ana@Example.com', 'ana@example.com'],
    [' ANA@example.com\u00a0', 'ana@example.com'],
    ['\u00c9va@example.com', '\u00c9va@example.com'],
    ['\u0130@example.com', '\u0130@example.com'],
    ['+33 6 12 34 56 78', '33612345678'],
    ['(555) 010-0199', '5550100199'],
    ["'+33612345678", '33612345678'],
    ["''a.a@a.aa", 'a.a@a.aa'],
    ['1001', '1001'],
    ['C-1001', 'C-1001'],
    ['c_1234567', 'c_1234567'],
    ['___', '___'],
    ['NULL', null],
    ['null1', 'null1'],
    ['1000371308.1700053044', '10003713081700053044'],
    ['0000-000.0', null],
    ['12-34', '12-34'],
    ['gid://shopify/Customer/1', 'gid://shopify/Customer/1'],
    ['0', null],
    ['00000000', null],
    ['5.27762E+12', null],
    ['5,27762E+12', null],
    ['', null],
    [' ', null],
    ['-', null],
    ['n/a', null],
  ],
};
