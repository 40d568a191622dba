import { fieldsOf, type Measure } from '../../measures/measure.ts';
import { suppliedFields } from '../../plan/supply.ts';
import { groupsIn } from './patches.ts';
import { groupRow, isByDay, type View } from './view.ts';

/**
 * The groups whose records, on whatever day, are all of tables that lack a field of a sum: what an ad platform earned
 * that exports no conversion value is unknown, not 0.
 */
export function untoldGroups(view: View, measure: Measure): ReadonlySet<number> {
  const { facts, memory, options, groups, several } = view;
  const untold = new Set<number>();
  if (groups === 0 || !isByDay(facts.kind)) return untold;
  const fields = fieldsOf(measure.value);
  const own = memory.tables.filter(({ plan }) => plan.kind === facts.kind);
  const silent = own.filter(({ plan }) => {
    const has = suppliedFields(plan, options);
    return !fields.every((field) => has.has(field));
  });
  if (silent.length === 0) return untold;
  const isSilent = new Set(silent.map(({ index }) => index));
  const groupAt = groupRow(view, measure);
  const told = new Set<number>();
  for (let row = 0; row < facts.rows; row += 1) {
    if (facts.live[row] === 0) continue;
    for (const group of groupsIn(groupAt(row), groups, several))
      (isSilent.has(facts.table.get(row)) ? untold : told).add(group);
  }
  for (const group of told) untold.delete(group);
  return untold;
}
