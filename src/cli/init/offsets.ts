import type { Zone } from '../../core/zone.ts';
import { momentOf } from '../../fields/moment.ts';
import type { FilePlan, TablePlan } from '../../plan/plan.ts';
import { columnsOf } from '../../plan/resolve.ts';
import { headRecords } from '../../readers/csv.ts';
import { readHead } from '../../readers/text.ts';

/** What the times of the files say of a time zone by the offsets that they are written with. */
export interface OffsetEvidence {
  /** A file whose times all have the offset of the zone. */
  readonly fits: string | null;
  /** A file with a time of another offset, and that offset: `-04:00`. */
  readonly other: { readonly file: string; readonly offset: string } | null;
}

/** As many rows of each file as are looked at, from its beginning. */
const rowsSeen = 5_000;
const written = /([+-])(\d\d):?(\d\d)$/;

/** Compares a zone with the offsets in files: one offset names no zone, but it can speak against one. */
export async function offsetEvidence(files: readonly FilePlan[], zone: Zone): Promise<OffsetEvidence> {
  let fits: string | null = null;
  for (const file of files) {
    const offsets = await offsetsOf(file, zone);
    if (offsets.other !== null) return { fits, other: { file: file.path, offset: offsets.other } };
    if (offsets.fit) fits ??= file.path;
  }
  return { fits, other: null };
}

async function offsetsOf(file: FilePlan, zone: Zone): Promise<{ fit: boolean; other: string | null }> {
  const [table] = file.tables;
  const places = table === undefined ? [] : timesOf(table);
  if (places.length === 0 || file.shape.form !== 'csv') return { fit: false, other: null };
  const records = file.records ?? headRecords(await readHead(file.input), file.shape, rowsSeen);
  let fit = false;
  for (const row of records.slice(table!.at + 1, table!.at + 1 + rowsSeen)) {
    for (const place of places) {
      const text = (row[place] ?? '').trim();
      const [, sign = '', hours = '', minutes = ''] = written.exec(text) ?? [];
      const ahead = Number(`${sign}${Number(hours) * 60 + Number(minutes)}`);
      // UTC is how programs write times; it says nothing of where the shop is.
      const moment = ahead === 0 ? null : momentOf(text, {});
      if (moment === null || typeof moment === 'string' || moment.is !== 'instant') continue;
      if (zone.offsetAt(moment.at) !== ahead) return { fit, other: `${sign}${hours}:${minutes}` };
      fit = true;
    }
  }
  return { fit, other: null };
}

/** The columns with times of a table. */
const timesOf = ({ fields }: TablePlan): number[] => [
  ...new Set(
    Object.values(fields).flatMap((from) =>
      columnsOf(from).flatMap(({ index, as }) => (as.type === 'instant' ? [index] : [])),
    ),
  ),
];
