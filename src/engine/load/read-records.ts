import { DAY_HOURS, dayOfHour, dayText } from '../../core/civil.ts';
import { ofMicro, toDecimal } from '../../core/fraction.ts';
import { type Kind, kinds } from '../../core/kinds.ts';
import { instantText, type Zone } from '../../core/zone.ts';
import type { FilePlan } from '../../plan/plan.ts';
import { areSessions, givenKinds } from '../../plan/supply.ts';
import type { Limits } from '../../readers/input.ts';
import { approxNote, type FieldMeta, type FieldType } from '../../records/field-types.ts';
import { recordFields, recordOf } from '../../records/index.ts';
import { orNone } from '../collect/collect.ts';
import type { Dictionary } from '../columns/dictionary.ts';
import { ticketAnswers } from '../derive/derive-service.ts';
import { isPersonField, type Memory, type RunSetting } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import type { FileFacts, Read } from '../state/read.ts';
import { byRows } from './feed-rows.ts';
import { load } from './load-files.ts';
import { tableFacts } from './table-facts.ts';

const one = 1_000_000;

/** A value in the unit of its type (see `FieldType`): a text, or a whole number; null if the record has none. */
export type Cell = string | number | null;

export interface RecordField {
  readonly name: string;
  readonly type: FieldType;
}

/** The records of one kind that count. */
export interface RecordTable {
  readonly kind: Kind;
  readonly fields: readonly RecordField[];
  /** One array of cells per record, in the order of the fields. */
  readonly rows: Iterable<readonly Cell[]>;
}

/** A value as text: exact decimals, instants with the zone's offset. */
export function cellText(cell: Cell, type: FieldType, zone: Zone): string | null {
  if (cell === null || typeof cell === 'string') return cell;
  if (type === 'instant') return instantText(cell, zone);
  if (type === 'day') return dayText(cell);
  const text = toDecimal(ofMicro(BigInt(cell)));
  // In a column of counts, a group of three digits would be read back as thousands.
  return type === 'count' ? text.replace(/\.\d{3}$/, '$&0') : text;
}

/** Reads files into their typed records: copies resolved, refunds and survey answers extracted from orders and tickets. */
export async function readRecords(
  files: readonly FilePlan[],
  setting: Omit<RunSetting, 'filesOfSource'>,
  limits: Limits,
): Promise<{
  readonly files: readonly FileFacts[];
  readonly tables: readonly RecordTable[];
  /** What the files covered, which their records do not show. */
  readonly held: Pick<Read, 'tables' | 'ticketAnswers'>;
}> {
  const { memory, files: results, leftOut } = await load(files, { ...setting, keepRecords: true }, [], byRows(limits));
  const tables = kinds.flatMap((kind) => {
    const facts = memory.facts.get(kind);
    // That nothing was refunded is known if files would show it: an empty table says so.
    if (kind === 'refund' && (facts?.rows ?? 0) === 0 && giveRefunds(memory)) return [tableOf(memory, memory.of(kind))];
    return facts === undefined || facts.rows === 0 ? [] : [tableOf(memory, facts)];
  });
  const held = {
    tables: tableFacts(memory, leftOut),
    ticketAnswers: ticketAnswers(memory),
  };
  return { files: results, tables, held };
}

const giveRefunds = ({ tables }: Memory): boolean =>
  tables.some(({ plan, file }) => givenKinds(plan, file.source).includes('refund'));

type ReadField = (row: number) => Cell;

function tableOf(memory: Memory, facts: Facts): RecordTable {
  const metas = [...recordFields(facts.kind)].filter(([name, meta]) => isTold(memory, facts, name, meta));
  const reads = metas.map(([name, meta]) => fieldOf(memory, facts, name, meta));
  const approx = approximate(memory, facts);
  return {
    kind: facts.kind,
    fields: metas.map(([name, { type }]) => ({ name: approx.has(name) ? `${name}${approxNote}` : name, type })),
    rows: {
      *[Symbol.iterator]() {
        for (let row = 0; row < facts.rows; row += 1)
          if (isLive(memory, facts, row)) yield reads.map((read) => read(row));
      },
    },
  };
}

/**
 * Whether a field has a column: some file or record has it. A column that no file had would be read back as known and
 * empty. The satisfaction of tickets is written as the survey answers that it is, and the refunded amount of orders as the
 * refunds that it is, once.
 */
function isTold(memory: Memory, facts: Facts, name: string, meta: FieldMeta): boolean {
  if (facts.kind === 'ticket' && name === 'satisfaction') return false;
  if (facts.kind === 'order' && name === 'refunded_total') return false;
  if (facts.kind === 'visit' && name === 'sessions' && areAllSessions(memory, facts)) return false;
  if (meta.required) return true;
  if (memory.tables.some(({ plan }) => plan.kind === facts.kind && plan.fields[name] !== undefined)) return true;
  // What an order's file does not have is 0 in its column, to be added up.
  if (facts.kind === 'order' && recordOf('order').untold?.includes(name) === true) return false;
  const read = fieldOf(memory, facts, name, meta);
  for (let row = 0; row < facts.rows; row += 1) if (isLive(memory, facts, row) && read(row) !== null) return true;
  return false;
}

/**
 * Whether each record of visits is one session: a column that counts them would make them rows of sums when they are read
 * back. Sessions of two shops keep it: their records do not say which of two orders with one number they name.
 */
function areAllSessions(memory: Memory, facts: Facts): boolean {
  const sessions = facts.numbers.get('sessions');
  const stores = new Set<string | null>();
  for (let row = 0; row < facts.rows; row += 1) {
    if (!isLive(memory, facts, row)) continue;
    const { plan, file } = memory.tables[facts.table.get(row)]!;
    stores.add(file.store);
    if (!areSessions(plan) || sessions?.get(row) !== one || stores.size > 1) return false;
  }
  return true;
}

/** The fields whose values are not quite what they are called, in some record: their columns say so. */
function approximate(memory: Memory, facts: Facts): ReadonlySet<string> {
  const tables = new Set<number>();
  for (let row = 0; row < facts.rows; row += 1) if (isLive(memory, facts, row)) tables.add(facts.table.get(row));
  const own = [...tables].flatMap((table) => memory.tables[table]?.plan ?? []);
  return new Set(own.filter(({ kind }) => kind === facts.kind).flatMap(({ approx }) => approx));
}

/** Lines count with their order. */
function isLive(memory: Memory, facts: Facts, row: number): boolean {
  const parent = facts.kind === 'order_line' ? orNone(facts.whole('parent').get(row)) : -1;
  return parent === -1 ? facts.live[row] === 1 : memory.of('order').live[parent] === 1;
}

function fieldOf(memory: Memory, facts: Facts, name: string, { type, role }: FieldMeta): ReadField {
  if (recordOf(facts.kind).booked === 'day' && role === 'date') return bookedField(facts, name);
  const ids = role === 'id' ? facts.keys.get('record_id') : undefined;
  // An id damaged by a spreadsheet names nothing, and is written as it was read.
  const written: ReadField = ids === undefined ? () => null : (row) => textAt(memory.keys.other, ids.get(row));
  const key = facts.keys.get(name);
  if (key === undefined && role === 'id') return written;
  if (key !== undefined) {
    const dictionary = dictionaryOf(memory, name);
    return (row) => textAt(dictionary, key.get(row)) ?? written(row);
  }
  if (type === 'text' || type === 'key') return (row) => facts.words(row)?.[name] ?? null;
  const column = facts.numbers.get(name);
  if (column === undefined) return () => null;
  const cards = facts.kind === 'order' && name === 'gross_sales' ? facts.numbers.get('gift_value') : undefined;
  if (cards === undefined) return (row) => orNull(column.get(row));
  // Gift cards are subtracted by their lines when the order is read back.
  return (row) => orNull(column.get(row) + (Number.isNaN(cards.get(row)) ? 0 : cards.get(row)));
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
const textAt = (dictionary: Dictionary, place: number): string | null =>
  Number.isNaN(place) ? null : dictionary.text(place);

function dictionaryOf({ keys }: Memory, name: string): Dictionary {
  if (isPersonField(name)) return keys.people;
  if (name === 'visitor_id') return keys.visitors;
  return name === 'order_id' ? keys.orders : keys.other;
}

/** The date of a row that is booked on an instant, a day or a span: only one of the three is set. */
function bookedField(facts: Facts, name: string): ReadField {
  const [from, to, started] = [facts.whole('from'), facts.whole('to'), facts.numbers.get('started_at')];
  const instant = (row: number) => started?.get(row) ?? Number.NaN;
  const isSpan = (row: number) => !Number.isNaN(to.get(row));
  switch (name) {
    case 'started_at':
      return (row) => orNull(instant(row));
    case 'date':
      return (row) => (isSpan(row) || !Number.isNaN(instant(row)) ? null : dayOfHour(from.get(row)));
    case 'date_from':
      return (row) => (isSpan(row) ? dayOfHour(from.get(row)) : null);
    default:
      return (row) => (isSpan(row) ? dayOfHour(to.get(row) - DAY_HOURS) : null);
  }
}
