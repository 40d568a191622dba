import type { Memory } from './context.ts';
import { onlySources } from './one-source.ts';
import { leftDays } from './other-tables.ts';
import type { TableFacts } from './read.ts';
import type { LeftOut, TableInfo } from './table-info.ts';

/** What each table holds, as far as coverage and quality need it, in the order of the tables. */
export function tableFacts(memory: Memory, left: readonly LeftOut[]): TableFacts[] {
  // A table of which some figures are left out still counts.
  const days = leftDays(left.filter(({ fields }) => fields === undefined));
  const only = onlySources(memory);
  const isOut = ({ index, days: own }: TableInfo): boolean => (days.get(index)?.size ?? 0) >= own.size && own.size > 0;
  return memory.tables.map((info) => ({
    file: info.file,
    plan: info.plan,
    days: info.days,
    counts: !isOut(info),
    byDay: info.byDay,
    toldByOrders: info.toldByOrders,
    told: info.told,
    onlySource: only.get(info.index) ?? null,
  }));
}
