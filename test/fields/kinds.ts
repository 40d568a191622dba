import { zoneOf } from '../../src/core/zone.ts';
import { day, timestamp } from '../../src/fields/date.ts';
import { duration } from '../../src/fields/duration.ts';
import type { FieldKind, TextKind } from '../../src/fields/field.ts';
import { key } from '../../src/fields/key.ts';
import { integer, number, ratio } from '../../src/fields/number.ts';
import { enumOf, flag, text } from '../../src/fields/text-field.ts';

export const decimals = ['.', ','] as const;
export const zones = { source: zoneOf('America/New_York'), report: zoneOf('Europe/Paris') };

/** Every kind in every shape that matters, by a name for the test reports. */
export const numericKinds: readonly (readonly [string, FieldKind])[] = [
  ...decimals.flatMap((decimal): [string, FieldKind][] => [
    [`number ${decimal}`, number({ decimal })],
    [`ratio ${decimal}`, ratio({ decimal })],
    [`percent ${decimal}`, ratio({ decimal, bare: 'percent' })],
    [`integer ${decimal}`, integer({ decimal })],
    ...(['d', 'h', 'min', 's', 'ms'] as const).map((bare): [string, FieldKind] => [
      `duration ${bare} ${decimal}`,
      duration({ decimal, bare }),
    ]),
    [`duration m:s ${decimal}`, duration({ decimal, bare: 's', clock: 'm:s' })],
    [`duration h:m ${decimal}`, duration({ decimal, bare: 's', clock: 'h:m' })],
  ]),
  ...([undefined, 'ymd', 'dmy', 'mdy'] as const).flatMap((order): [string, FieldKind][] => [
    [`day ${order}`, day({ order }, zones)],
    [`timestamp ${order}`, timestamp({ order }, zones)],
  ]),
  ...(['s', 'ms', 'us'] as const).flatMap((unix): [string, FieldKind][] => [
    [`day unix ${unix}`, day({ unix }, zones)],
    [`timestamp unix ${unix}`, timestamp({ unix }, zones)],
  ]),
  ['enum', enumOf({ paid: 'paid', authorized: 'paid', partially_refunded: 'refunded', expédié: 'sent' })],
  ['enum with otherwise', enumOf({ paid: 1, open: 2 }, { otherwise: 3 })],
  ['flag', flag],
];

export const textKinds: readonly TextKind[] = [text, key];
