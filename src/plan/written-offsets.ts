import { momentOf } from '../fields/moment.ts';
import type { Rows } from './head-records.ts';
import type { ResolvedFields, WrittenOffset } from './plan.ts';
import { columnsOf } from './resolve-fields.ts';

/** Number of rows examined, from the first: if the file spans more than one season, they do too. */
const rowsSeen = 5_000;
const written = /([+-])(\d\d):?(\d\d)$/;

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
  let seen = 0;
  for (const row of rows(places)) {
    seen += 1;
    if (seen > rowsSeen) break;
    for (const place of places) {
      const text = (row[place] ?? '').trim();
      const [whole, sign = '', hours = '', minutes = ''] = written.exec(text) ?? [];
      if (whole === undefined) continue;
      const ahead = Number(`${sign}${Number(hours) * 60 + Number(minutes)}`);
      const key = `${text.slice(0, 7)}${ahead}`;
      if (ahead === 0 || found.has(key)) continue;
      const moment = momentOf(text, {});
      const isTime = moment !== null && typeof moment !== 'string' && moment.is === 'instant';
      found.set(key, isTime ? { text: `${sign}${hours}:${minutes}`, minutes: ahead, at: moment.at } : null);
    }
  }
  return [...found.values()].flatMap((one) => one ?? []);
}
