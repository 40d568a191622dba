import { zipSync } from 'fflate';
import { workbookParts } from './parts.ts';
import type { SheetTable } from './table.ts';

/*
 * fflate packs the parts: MIT, no dependency, deflate in JavaScript. node:zlib gives other bytes on other processors and
 * versions of Node, and a report must have the same bytes everywhere.
 */

/** The first date that a zip can hold, by the clock of any zone. */
const mtime = new Date(1980, 0, 1, 12);

/** A workbook as a file: the same bytes for the same sheets. */
export function workbookBytes(sheets: readonly SheetTable[]): Uint8Array {
  const encoder = new TextEncoder();
  const parts = workbookParts(sheets).map(([name, xml]) => [name, encoder.encode(xml)] as const);
  return zipSync(Object.fromEntries(parts), { level: 6, mtime, os: 0 });
}
