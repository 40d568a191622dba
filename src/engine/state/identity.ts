import { HOUR_MS, type Instant } from '../../core/civil.ts';
import type { Kind } from '../../core/kinds.ts';
import type { Zone } from '../../core/zone.ts';
import { recordOf } from '../../records/index.ts';
import type { Facts } from './facts.ts';
import type { Likeness } from './file-pairs.ts';
import type { TableInfo } from './table-info.ts';

/*
 * Copies of a record agree in what never changes: when it was made, whose it is, the shop it was made in. Rows of one
 * id that differ in these are different records: of two shops with the same numbering, or of a till that restarts each
 * day.
 */

/** The values of a record that never change. */
export interface Lasting {
  readonly at: Instant;
  /** A fingerprint of its customer (`printOf`); NaN if unknown. */
  readonly who: number;
  readonly store: string | null;
}

/** How far apart two rows of one record may be in time. */
export type Closeness =
  /** Equal, as precisely as both state it. */
  | 'instant'
  /** On one local day: lines may have their own times. */
  | 'day'
  /** Less than a day apart: rows of a session. */
  | 'session';

const minute = 60_000;
const dayHours = 24;

/** An id that a spreadsheet wrote as a rounded number: `5.27762E+12`, `5,27762E+12`. It names nothing. */
export const isDamagedId = (id: string): boolean => id.includes('+') && /^#?\d+(?:[.,]\d+)?e\+\d+$/i.test(id.trim());

/** Digits of which a spreadsheet has kept fifteen, the rest zeros. A single such id proves nothing: it may be real. */
export const looksRounded = (id: string): boolean => /^#?\d{15}0+$/.test(id.trim());

const sameTime = (a: Instant, b: Instant, closeness: Closeness, zone: Zone): boolean => {
  if (a === b || Number.isNaN(a) || Number.isNaN(b)) return true;
  if (closeness === 'session') return Math.abs(a - b) < dayHours * HOUR_MS;
  const sameDay = (): boolean => dayOf(a, zone) === dayOf(b, zone);
  if (closeness === 'day') return sameDay();
  if (isBareDay(a, zone) || isBareDay(b, zone)) return sameDay();
  return Math.floor(a / minute) === Math.floor(b / minute) && (a % minute === 0 || b % minute === 0);
};

const dayOf = (at: Instant, zone: Zone): number => Math.floor(zone.hour(at) / dayHours);
/** Whether an instant is the start of a local day, as a date without a time is read. */
export const isBareDay = (at: Instant, zone: Zone): boolean =>
  at % minute === 0 && zone.hour(at) % dayHours === 0 && isHour(at, zone);
/** Whether a local hour begins at an instant. */
const isHour = (at: Instant, zone: Zone): boolean => zone.hour(at - 1) !== zone.hour(at);

const samePerson = (a: number, b: number): boolean =>
  a === b || Number.isNaN(a) || Number.isNaN(b) || (a & 1) !== (b & 1);

/** Two stores that are both known, and differ. */
export const storesDiffer = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a.toLowerCase() !== b.toLowerCase();

/** Whether two rows of one id in one file are one record. */
export function agree(kind: Kind, a: Lasting, b: Lasting, closeness: Closeness, zone: Zone): boolean {
  if (storesDiffer(a.store, b.store) || !sameTime(a.at, b.at, closeness, zone)) return false;
  return samePerson(a.who, b.who) || (kind === 'order' && provesOne(a, b));
}

/** One order number at one second is one order, whatever its customer: the address of its customer was changed. */
const provesOne = (a: Lasting, b: Lasting): boolean => a.at === b.at && a.at % minute !== 0;

/** Beyond this share of the larger one, an amount is a different one: later corrections are smaller. */
const most = 0.25;

/** Whether two amounts differ too much to be a correction. Tools leave out that of an order that was cancelled, or is not paid yet. */
export const amountsDiffer = (a: number, b: number): boolean =>
  a !== 0 && b !== 0 && Math.abs(a - b) > most * Math.max(Math.abs(a), Math.abs(b));

/** Reads what never changes of the records in memory. */
export class Identities {
  constructor(
    private readonly tables: readonly TableInfo[],
    private readonly zone: Zone,
  ) {}

  lasting(facts: Facts, row: number): Lasting {
    const column = recordOf(facts.kind).at?.[0];
    return {
      at: column === undefined ? facts.whole('from').get(row) * HOUR_MS : facts.whole(column).get(row),
      who: facts.numbers.get('who')?.get(row) ?? Number.NaN,
      store: facts.words(row).store ?? null,
    };
  }

  /** Whether two rows may belong to one person. */
  haveOnePerson(facts: Facts, a: number, b: number): boolean {
    return samePerson(this.lasting(facts, a).who, this.lasting(facts, b).who);
  }

  /** Whether a row may belong to the person of a fingerprint. */
  mayBeOf(facts: Facts, row: number, who: number): boolean {
    return samePerson(this.lasting(facts, row).who, who);
  }

  /** How rows of one id in two files are related. */
  likeness(facts: Facts, a: number, b: number): Likeness {
    const { tables, zone } = this;
    const byLine = [a, b].every((row) => tables[facts.table.get(row)]!.lineSums !== null);
    const [one, other] = [this.lasting(facts, a), this.lasting(facts, b)];
    if (storesDiffer(one.store, other.store) || !sameTime(one.at, other.at, byLine ? 'day' : 'instant', zone))
      return 'other_time';
    if (facts.kind === 'order' && provesOne(one, other)) return 'alike';
    if (!samePerson(one.who, other.who)) return 'other_person';
    // Lines may be missing from one of two files. A time to the second proves more than an amount, which may be edited.
    const amount = byLine || one.at % minute !== 0 ? undefined : facts.numbers.get(recordOf(facts.kind).amount ?? '');
    if (amount === undefined || !amountsDiffer(amount.get(a), amount.get(b))) return 'alike';
    return Number.isNaN(one.who) || Number.isNaN(other.who) ? 'other_amount' : 'alike';
  }
}
