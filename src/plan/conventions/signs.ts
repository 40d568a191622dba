import type { Kind } from '../../core/kinds.ts';
import { recordOf } from '../../records/index.ts';
import type { OtherSign } from '../../records/record.ts';
import { readNumber, type Zones } from '../compile.ts';
import type { Glances, Rows } from '../head/head-records.ts';
import type { Resolved, ResolvedFields } from '../plan.ts';
import { columnsOf, mapColumns, positionsOf } from '../resolve-fields.ts';

/**
 * Decides the signs of columns that are positive by definition: some tools write deductions, or spending, below 0. If
 * most values of the head are below 0, that is the convention of the column, and the magnitude counts.
 */
export function withSigns(
  maps: readonly { readonly kind: Kind; readonly fields: ResolvedFields }[],
  rows: Rows,
  glances: Glances | undefined,
  zones: Zones,
): ResolvedFields[] {
  const found = new Map<number, { readonly below: boolean; readonly other: OtherSign }>();
  for (const { kind, fields } of maps) {
    for (const [name, other] of Object.entries(recordOf(kind).signs ?? {})) {
      const from = fields[name];
      const [column, ...more] = from === undefined ? [] : columnsOf(from);
      // A value made of several columns has no sign of its own.
      if (from === undefined || column === undefined || (more.length > 0 && from.op !== 'first')) continue;
      const below =
        mayBeBelow(from, glances) && mostlyBelow(from, kind === 'order' ? fields.gross_sales : undefined, rows, zones);
      for (const one of [column, ...more]) if (!found.has(one.index)) found.set(one.index, { below, other });
    }
  }
  const settle = (from: Resolved): Resolved =>
    mapColumns(from, (column) => {
      const sign = found.get(column.index);
      if (sign === undefined || !isNumber(column.as.type)) return column;
      return {
        ...column,
        ...(sign.below ? { below: true as const } : {}),
        ...(sign.other === 'refused' ? { positive: true as const } : {}),
      };
    });
  return maps.map(({ fields }) =>
    Object.fromEntries(Object.entries(fields).map(([name, from]) => [name, settle(from)])),
  );
}

const numeric = new Set(['money', 'count', 'number']);
const isNumber = (type: string): boolean => numeric.has(type);

/** Whether any value of the head may be below 0. */
function mayBeBelow(from: Resolved, glances: Glances | undefined): boolean {
  if (from.op !== 'column' && from.op !== 'first') return true;
  const columns = positionsOf(from);
  const seen = glances?.(columns, []);
  return seen === undefined || columns.some((column) => seen.get(column)!.hasMinus);
}

/**
 * Whether more values of the head are below 0 than above, and come to more: a few credits beside a cost are no convention. Rows of
 * orders that are refunds themselves do not count.
 */
function mostlyBelow(from: Resolved, amount: Resolved | undefined, rows: Rows, zones: Zones): boolean {
  const read = readNumber(from, zones);
  // The amount itself may be made of this very column.
  const own = new Set(positionsOf(from));
  const base =
    amount !== undefined && !positionsOf(amount).some((at) => own.has(at)) ? readNumber(amount, zones) : null;
  let [above, below, sum] = [0, 0, 0];
  for (const row of rows([...own, ...(base === null ? [] : positionsOf(amount!))])) {
    const value = read(row);
    if (!Number.isFinite(value) || (base !== null && base(row) < 0)) continue;
    if (value > 0) above += 1;
    else if (value < 0) below += 1;
    sum += value;
  }
  return below > above && sum < 0;
}
