import { zoneOf } from '../../src/core/zone.ts';
import {
  day,
  duration,
  type ExampleKind,
  flag,
  integer,
  key,
  number,
  ratio,
  type TextExampleKind,
  text,
  timestamp,
} from './with-examples.ts';

export const decimals = ['.', ','] as const;
export const zones = { source: zoneOf('America/New_York'), report: zoneOf('Europe/Paris') };

/** Every kind in every shape that matters, by a name for the test reports. */
export const numericKinds: readonly (readonly [string, ExampleKind])[] = [
  ...decimals.flatMap((decimal): [string, ExampleKind][] => [
    [`number ${decimal}`, number({ decimal })],
    [`ratio ${decimal}`, ratio({ decimal })],
    [`percent ${decimal}`, ratio({ decimal, bare: 'percent' })],
    [`integer ${decimal}`, integer({ decimal })],
    ...(['d', 'h', 'min', 's', 'ms'] as const).map((bare): [string, ExampleKind] => [
      `duration ${bare} ${decimal}`,
      duration({ decimal, bare }),
    ]),
    [`duration m:s ${decimal}`, duration({ decimal, bare: 's', clock: 'm:s' })],
    [`duration h:m ${decimal}`, duration({ decimal, bare: 's', clock: 'h:m' })],
  ]),
  ...([undefined, 'ymd', 'dmy', 'mdy'] as const).flatMap((order): [string, ExampleKind][] => [
    [`day ${order}`, day({ order }, zones)],
    [`timestamp ${order}`, timestamp({ order }, zones)],
  ]),
  ...(['s', 'ms', 'us'] as const).flatMap((unix): [string, ExampleKind][] => [
    [`day unix ${unix}`, day({ unix }, zones)],
    [`timestamp unix ${unix}`, timestamp({ unix }, zones)],
  ]),
  ['flag', flag],
];

export const textKinds: readonly TextExampleKind[] = [text, key];
