import { expect, it } from 'vitest';
import { ofText, toDecimal } from '../../src/core/fraction.ts';
import { platformKey } from '../../src/core/platforms.ts';
import { boundsOf, usualOf } from '../../src/core/usual.ts';
import { zoneOf } from '../../src/core/zone.ts';

it.each([
  // Distances from 12: 2, 1, 0, 1, 88; their middle is 1.
  ['10 11 12 13 100', '12', '1.4826'],
  // The middle of 10 and 14 is 12; distances 2, 2, 3, 8.
  ['9 14 10 20', '12', '3.7065'],
  // What does not vary has a spread of 5 % of its median.
  ['100 100 100 100', '100', '5'],
  ['-100 -100 -100', '-100', '5'],
  ['0 0 0 7', '0', '0'],
  ['3', '3', '0.15'],
])('of %s the median is %s and the spread %s', (values, median, spread) => {
  const usual = usualOf(values.split(' ').map(ofText));
  expect([toDecimal(usual.median), toDecimal(usual.spread)]).toEqual([median, spread]);
  const { low, high } = boundsOf(usual);
  // Three spreads on each side.
  expect([Number(toDecimal(low)), Number(toDecimal(high))]).toEqual([
    expect.closeTo(Number(median) - 3 * Number(spread), 9),
    expect.closeTo(Number(median) + 3 * Number(spread), 9),
  ]);
});

it.each([
  ['google', 'Google, Google Ads, google-ads, AdWords, Google AdWords, Google Ad, GOOGLE_ADS'],
  [
    'meta',
    'Meta, Facebook, FB, Instagram, Facebook & Instagram, Meta (Facebook), Meta Ads, Facebook Ads Manager, Meta Business',
  ],
  ['microsoft', 'Bing, Microsoft, Microsoft Advertising, Bing Ads'],
  ['tiktok', 'TikTok, tik_tok, TikTok Ads'],
  ['pinterest', ' Pinterest , Pinterest Ads'],
  ['loads', 'Loads'],
])('%s is the key of its names', (platform, names) => {
  for (const name of names.split(', ')) expect([name, platformKey(name)]).toEqual([name, platform]);
});

it.each([
  ['+05:30', '+05:30', 330],
  ['+0545', '+05:45', 345],
  ['-5', '-05:00', -300],
  ['utc+05:30', '+05:30', 330],
  ['+14:00', '+14:00', 840],
  ['-14', '-14:00', -840],
])('the offset %s is %s, %i minutes', (given, name, minutes) => {
  expect([zoneOf(given).name, zoneOf(given).offsetAt(0)]).toEqual([name, minutes]);
});

it.each(['+14:01', '+15', '+05:60', '+5:3', '+05:300'])('%s is no offset', (name) =>
  expect(() => zoneOf(name)).toThrow(/is not a time zone/),
);
