import { day, timestamp } from '../fields/date.ts';
import { duration } from '../fields/duration.ts';
import { type FieldKind, REFUSED } from '../fields/field.ts';
import { integer, number, ratio } from '../fields/number.ts';
import type { Decimal } from '../fields/numeral.ts';
import { flag } from '../fields/text-field.ts';
import { typedKind } from './head/typed-cells.ts';
import type { Resolved } from './plan.ts';
import type { Zones } from './row-cells.ts';

const durationUnits = { milliseconds: 'ms', seconds: 's', minutes: 'min', hours: 'h', days: 'd' } as const;

export type Column = Extract<Resolved, { op: 'column' }>;

/** The field kind of a column, with its file's conventions. */
export function kindOf(column: Column, zones: Zones): Pick<FieldKind, 'parse' | 'why'> {
  const { as, decimal = '.', order, typed, ...rest } = column;
  if (typed === true) {
    const own = (mark: Decimal) => kindOf({ ...rest, as, decimal: mark }, zones);
    return typedKind(own(decimal), own('.'));
  }
  const shape = as.order ? { order: as.order } : { order };
  const own = { report: zones.report, source: as.zone === 'UTC' ? zones.utc : zones.source };
  switch (as.type) {
    case 'ratio':
      return ratio({ decimal, ...(as.bare ? { bare: as.bare } : {}) });
    case 'duration':
      return duration({ decimal, bare: durationUnits[as.unit ?? 'seconds'] });
    case 'instant':
      return timestamp(shape, own);
    case 'day':
      return day(shape, own);
    default: {
      const isWhole = as.type === 'count' && as.estimated !== true;
      const plain = isWhole ? integer({ decimal }) : number({ decimal });
      return withSign(as.flags ? numberOrFlag(decimal) : plain, column);
    }
  }
}

/** The kind of a column that is positive by definition: some files write it below 0. */
function withSign(plain: Pick<FieldKind, 'parse' | 'why'>, { below, positive }: Column): typeof plain {
  if (below === undefined && positive === undefined) return plain;
  const turned = (value: number): number => (below === true && value !== 0 ? -value : value);
  const isRefused = (value: number): boolean => positive === true && turned(value) < 0;
  return {
    parse: (text) => {
      const value = plain.parse(text);
      if (value === REFUSED || isRefused(value)) return REFUSED;
      return turned(value);
    },
    why: (text) => plain.why(text) ?? (isRefused(plain.parse(text)) ? 'unexpected_sign' : null),
  };
}

/** A number, or yes and no as 1 and 0. */
function numberOrFlag(decimal: Decimal): Pick<FieldKind, 'parse' | 'why'> {
  const plain = number({ decimal });
  return {
    parse: (text) => {
      const value = plain.parse(text);
      if (value !== REFUSED) return value;
      const said = flag.parse(text);
      return said === REFUSED ? REFUSED : said * 1_000_000;
    },
    why: (text) => (flag.parse(text) === REFUSED ? plain.why(text) : null),
  };
}

/** The value of a number (or instant, or day) that is the same in every row. */
export const constantNumber = ({ value, as }: Extract<Resolved, { op: 'constant' }>, zones: Zones): number =>
  kindOf({ op: 'column', index: -1, name: '', as, decimal: '.', order: 'ymd' }, zones).parse(value);
