import { folderOf, secondDownload } from '../../core/file-rank.ts';
import type { DayRange } from '../../fields/date-range.ts';
import { REFUSED } from '../../fields/field.ts';
import { readNumber, type Zones } from '../compile.ts';
import type { Rows } from '../head/head-records.ts';
import type { FilePlan, ResolvedFields } from '../plan.ts';
import { positionsOf } from '../resolve-fields.ts';

/*
 * Tools export one thing as several tables, in a folder or an archive, and write the days in one of them only: those
 * beside it cover the same days.
 */

/** The days from the first to the last in a table's head; null if it has none. */
export function daysOf(fields: ResolvedFields, rows: Rows, zones: Zones): DayRange | null {
  const ends = [fields.date, fields.date_from, fields.date_to].flatMap((from) => from ?? []);
  const reads = ends.map((from) => readNumber(from, zones));
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows(ends.flatMap(positionsOf)))
    for (const read of reads) {
      const day = read(row);
      if (day === REFUSED || Number.isNaN(day)) continue;
      [from, to] = [Math.min(from, day), Math.max(to, day)];
    }
  return from <= to ? { from, to } : null;
}

/** The days of the only table with days beside a file: in its folder or archive, of its tool and of the same download. */
export function siblingDays(path: string, tool: string, files: readonly FilePlan[]): DayRange | null {
  const beside = files.filter((file) => file.source.tool === tool && folderOf(file.path) === folderOf(path));
  const found = beside.flatMap(({ path: other, tables }) =>
    tables.flatMap(({ facetDays }) => (facetDays ? [{ other, days: facetDays }] : [])),
  );
  const again = secondDownload(path);
  const own = found.length === 1 ? found : found.filter(({ other }) => secondDownload(other) === again);
  return own.length === 1 ? own[0]!.days : null;
}

/** Whether two files are known to show the same figures: nobody would add them up. */
export const areFacets = (one: FilePlan, other: FilePlan): boolean =>
  one.source.facets === true && one.source.tool === other.source.tool && folderOf(one.path) === folderOf(other.path);
