import { momentOf } from '../../fields/moment.ts';
import type { Rows } from '../head/head-records.ts';
import type { ResolvedFields, WrittenOffset } from '../plan.ts';
import { columnsOf } from '../resolve-fields.ts';

/** Number of rows examined, from the first: if the file spans more than one season, they do too. */
const rowsSeen = 5_000;
const written = /([+-])(\d\d):?(\d\d)$/;

/** Nearly all cells end otherwise: not with digits behind a sign, nor with a blank that may follow such. */
const mayEndSo = (cell: string): boolean => {
  const code = (before: number): number => cell.charCodeAt(cell.length - before);
  const last = code(1);
  if (last >= 48 && last <= 57) return isSign(code(6)) || isSign(code(5));
  return last <= 32 || last >= 160;
};
const isSign = (code: number): boolean => code === 43 || code === 45;

/**
 * The offsets in the columns of times, each once a month. UTC is left out: it is how programs write times, and says
 * nothing about where the shop is.
 */
export function writtenOffsets(fields: ResolvedFields, rows: Rows): readonly WrittenOffset[] {
  const places = [
    ...new Set(
      Object.values(fields).flatMap((from) =>
        columnsOf(from).flatMap(({ index, as }) => (as.type === 'instant' ? [index] : [])),
      ),
    ),
  ];
  if (places.length === 0) return [];
  const found = new Map<string, WrittenOffset | null>();
  const known = new Set<string>();
  let seen = 0;
  for (const row of rows(places, 'passing')) {
    seen += 1;
    if (seen > rowsSeen) break;
    for (const place of places) {
      const cell = row[place] ?? '';
      if (!mayEndSo(cell)) continue;
      const text = cell.trim();
      const [month, end] = [text.slice(0, 7), text.slice(-6)];
      if (known.has(month + end)) continue;
      known.add(month + end);
      const [whole, sign = '', hours = '', minutes = ''] = written.exec(text) ?? [];
      if (whole === undefined) continue;
      const ahead = Number(`${sign}${Number(hours) * 60 + Number(minutes)}`);
      const key = `${month}${ahead}`;
      if (ahead === 0 || found.has(key)) continue;
      const moment = momentOf(text, {});
      const isTime = moment !== null && typeof moment !== 'string' && moment.is === 'instant';
      found.set(key, isTime ? { text: `${sign}${hours}:${minutes}`, minutes: ahead, at: moment.at } : null);
    }
  }
  return [...found.values()].flatMap((one) => one ?? []);
}
