import { valueField } from '../../core/pairs.ts';
import { fieldsOf, type Measure } from '../../measures/measure.ts';
import { fieldsOfDimension, lacksSessions, postFields, suppliedFields } from '../../plan/supply.ts';
import { recordOf } from '../../records/index.ts';
import type { TableInfo } from '../state/table-info.ts';
import { groupsIn } from './patches.ts';
import { groupRow, isByDay, type View } from './view.ts';

/**
 * The tables that lack a field of a sum although their records are among those that it is about: what a file without that column says
 * of its days is unknown, not 0, whatever other files of the same export say of theirs.
 */
export function silentTables({ facts, memory, options }: View, measure: Measure): ReadonlySet<number> {
  const { untold } = recordOf(facts.kind);
  // Of orders, those amounts that a file may well lack: all others follow from what it has.
  const fields = fieldsOf(measure.value).filter((name) => isByDay(facts.kind) || untold?.includes(name) === true);
  const isByChannel = facts.kind === 'visit' && measure.needs?.includes('channel') === true;
  if (fields.length === 0) return new Set();
  const own = memory.tables.filter(({ plan }) => plan.kind === facts.kind);
  const tells = ({ plan }: TableInfo): boolean => {
    const has = suppliedFields(plan, options);
    return (
      fields.every((field) => has.has(field)) &&
      (!isByChannel || fieldsOfDimension('channel').some((field) => has.has(field)))
    );
  };
  const telling = own.filter(tells);
  const isSilent = (table: TableInfo): boolean =>
    !telling.includes(table) && isAbout(table, fields) && !telling.some((other) => complete(table, other));
  return new Set(own.filter(isSilent).map(({ index }) => index));
}

/** Networks export what posts do and who follows in tables of their own: neither lacks what the other says. */
const isAbout = ({ plan }: TableInfo, fields: readonly string[]): boolean =>
  plan.kind !== 'social' ||
  !fields.some((field) => postFields.includes(valueField(field))) ||
  postFields.some((field) => plan.fields[field] !== undefined);

/** So do tools with the sessions of a day and with what they did. */
const complete = (one: TableInfo, other: TableInfo): boolean =>
  one.file.source.tool === other.file.source.tool &&
  one.file.store === other.file.store &&
  lacksSessions(one.plan) !== lacksSessions(other.plan);

/**
 * The groups whose records, on whatever day, are all of tables that lack a field of a sum: what an ad platform earned
 * that exports no conversion value is unknown, not 0.
 */
export function untoldGroups(view: View, measure: Measure, silent: ReadonlySet<number>): ReadonlySet<number> {
  const { facts, groups, several } = view;
  const untold = new Set<number>();
  if (groups === 0 || silent.size === 0) return untold;
  const groupAt = groupRow(view, measure);
  const told = new Set<number>();
  for (let row = 0; row < facts.rows; row += 1) {
    if (facts.live[row] === 0) continue;
    for (const group of groupsIn(groupAt(row), groups, several))
      (silent.has(facts.table.get(row)) ? untold : told).add(group);
  }
  for (const group of told) untold.delete(group);
  return untold;
}
