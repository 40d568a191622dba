import type { Zone } from '../../core/zone.ts';
import type { FilePlan } from '../../plan/plan.ts';

/** What the offsets of the times in the files say about a time zone. */
export interface OffsetEvidence {
  /** A file whose times all have the offset of the zone. */
  readonly fits: string | null;
  /** A file with a time of another offset, and that offset: `-04:00`. */
  readonly other: { readonly file: string; readonly offset: string } | null;
}

/** Compares a zone with the offsets in files: one offset does not identify a zone, but it can exclude one. */
export function offsetEvidence(files: readonly FilePlan[], zone: Zone): OffsetEvidence {
  let fits: string | null = null;
  for (const { path, tables } of files) {
    const offsets = tables.flatMap((table) => table.offsets ?? []);
    const other = offsets.find(({ at, minutes }) => zone.offsetAt(at) !== minutes);
    if (other !== undefined) return { fits, other: { file: path, offset: other.text } };
    if (offsets.length > 0) fits ??= path;
  }
  return { fits, other: null };
}
