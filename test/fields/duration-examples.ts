import { BLANK, REFUSED } from '../../src/fields/field.ts';
import type { Decimal } from '../../src/fields/numeral.ts';
import type { Example } from './in-convention.ts';
import { inConvention } from './in-convention.ts';

const second = 1e6;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** `scale` is the unit of a number alone, in seconds. */
export const durationExamples = (decimal: Decimal, scale: number, clock?: 'm:s' | 'h:m'): readonly Example[] =>
  inConvention(decimal, [
    ['12', Math.round(12 * scale * second)],
    ['12.5', Math.round(12.5 * scale * second)],
    ['-12', -Math.round(12 * scale * second)],
    ['0', 0],
    ['-0', 0],
    ['1,234', Math.round(1234 * scale * second)],
    ['0:00:27', 27 * second],
    ['00:01:23', 83 * second],
    ['1:30:00', 1.5 * hour],
    ['64:00:00', 64 * hour],
    ['-00:05:00', -5 * minute],
    ['0:00:12.25', 12.25 * second],
    ['0:60:00', REFUSED],
    ['0:00:60', REFUSED],
    ['0:0:1', REFUSED],
    ['1:2:03:04', REFUSED],
    ['4:31', clock === 'm:s' ? 4 * minute + 31 * second : clock === 'h:m' ? 4 * hour + 31 * minute : REFUSED],
    ['4:61', REFUSED],
    ['1d 2h', day + 2 * hour],
    ['1d2h', day + 2 * hour],
    ['4 min 31s', 4 * minute + 31 * second],
    ['4\u00a0min\u00a031\u00a0s', 4 * minute + 31 * second],
    ['6s', 6 * second],
    ['6 s', 6 * second],
    ['6S', 6 * second],
    ['1 hour, 5 minutes', hour + 5 * minute],
    ['2 j 3 h', 2 * day + 3 * hour],
    ['3 Std. 5 Min.', 3 * hour + 5 * minute],
    ['1.5h', 1.5 * hour],
    ['.5 h', 0.5 * hour],
    ['250 ms', 0.25 * second],
    ['0.0005 ms', 1],
    ['0.0004 ms', 0],
    ['0.0000000005 h', 2],
    ['1,234 s', 1234 * second],
    ['-6s', -6 * second],
    ['31s 4 min', REFUSED],
    ['1h 1h', REFUSED],
    ['1h 5', REFUSED],
    ['h', REFUSED],
    ['1 parsec', REFUSED],
    ['1,5 h', REFUSED],
    ['1e3', REFUSED],
    ['5%', REFUSED],
    ['€5', REFUSED],
    ['9007199254.740991 s', Number.MAX_SAFE_INTEGER],
    ['9007199254.740992 s', REFUSED],
    ['999999999:00:00', REFUSED],
    ['', BLANK],
    ['--', BLANK],
    ['<5', BLANK],
  ]);
