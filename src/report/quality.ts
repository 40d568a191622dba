import { dayText } from '../core/civil.ts';
import type { Kind } from '../core/kinds.ts';
import type { Read, TableFacts } from '../engine/engine.ts';
import type { FileQuality } from './model.ts';

/** The kinds of records that a table gives. */
function kindsOf({ plan }: TableFacts): Kind[] {
  const kinds: Kind[] = [plan.kind];
  if (plan.kind === 'order' && plan.line !== null) kinds.push('order_line');
  if (plan.kind === 'order' && (plan.fields.refunded_total !== undefined || plan.line?.quantity !== undefined))
    kinds.push('refund');
  if (plan.kind === 'ticket' && plan.fields.satisfaction !== undefined) kinds.push('survey');
  return kinds;
}

/** The row accounting of every file. */
export function filesOf(read: Read): FileQuality[] {
  return read.files.map(({ file, account }) => {
    const tables = read.tables.filter((table) => table.file === file);
    const days = tables.flatMap((table) => [...table.days]);
    const [first, last] = days.reduce(
      ([low, high], day) => [Math.min(low, day), Math.max(high, day)],
      [Infinity, -Infinity],
    );
    return {
      path: file.path,
      format: file.source.id,
      kinds: [...new Set(tables.flatMap(kindsOf))],
      read: account.read,
      accepted: account.accepted,
      skipped: account.skipped,
      superseded: account.superseded,
      rejected: account.rejected,
      counts: Object.fromEntries([...account.counts].sort(([a], [b]) => (a < b ? -1 : 1))),
      first: days.length === 0 ? null : dayText(first ?? 0),
      last: days.length === 0 ? null : dayText(last ?? 0),
    };
  });
}
