import { kindOf } from '../column-kind.ts';
import type { Zones } from '../compile.ts';
import type { Rows } from '../head/head-records.ts';
import type { ResolvedFields } from '../plan.ts';
import { columnsOf } from '../resolve-fields.ts';

/** An id or an address: it occurs in records. */
const isCode = (cell: string): boolean => /^\S*(?:\d{3}|@)\S*$/.test(cell.trim());

/** Whether a row is words and nothing else, in two cells or more. */
function isWords(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length > 1 && filled.every((cell) => !isCode(cell) && /\p{L}{2,}/u.test(cell));
}

/**
 * Whether the first row of a table says in words what its columns hold: no column of numbers or dates has a value
 * there, one has words, and the row below is a record.
 */
export function isDescribed(maps: readonly ResolvedFields[], rows: Rows, width: number, zones: Zones): boolean {
  const typed = new Map(
    maps
      .flatMap((map) => Object.values(map).flatMap(columnsOf))
      .filter(({ as }) => as.type !== 'text' && as.type !== 'key')
      .map((column) => [column.index, kindOf(column, zones)] as const),
  );
  const [first, second] = firstTwo(rows(Array.from({ length: width }, (_, at) => at)));
  if (first === undefined || second === undefined || !isWords(first)) return false;
  const isFilled = (row: readonly string[]): boolean =>
    [...typed].some(([at, { parse }]) => Number.isFinite(parse(row[at] ?? '')));
  const hasWords = [...typed].some(
    ([at, { why }]) => /\p{L}{2,}/u.test(first[at] ?? '') && why(first[at] ?? '') !== null,
  );
  return hasWords && !isFilled(first) && isFilled(second);
}

function firstTwo(rows: Iterable<readonly string[]>): (readonly string[])[] {
  const found: (readonly string[])[] = [];
  for (const row of rows) if (found.push(row) === 2) break;
  return found;
}
