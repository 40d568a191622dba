import { Problem } from '../../core/problem.ts';
import type { Text } from '../../core/text.ts';
import { unread } from '../../sources/unread.ts';
import type { HeadRecords } from '../head/head-records.ts';
import { placeAt, type Recognised, type SourceEntry } from '../recognise/recognise.ts';
import { fitsSignature, mayFitFirst } from '../recognise/signature.ts';

/** Headers of these files are among the first lines. */
const mostAbove = 20;

/**
 * Throws the Problem `not_read` for a known file that is no source of KPIs, unless a tool's export was found or the
 * user says what it is.
 */
export function refuseUnread(path: string, records: HeadRecords, found: Recognised | null, entry: SourceEntry): void {
  if (found !== null && found.source.tool !== 'generic') return;
  if (entry.kind !== undefined || entry.columns !== undefined || entry.format !== undefined) return;
  for (let at = 0; at < Math.min(mostAbove, records.first.length); at += 1) {
    const place = placeAt(records, at);
    if (place.header.names.length < 2) continue;
    const known = mayFitFirst(unread, place.header).find(({ signature }) =>
      [signature].flat().some((one) => fitsSignature(one, place)),
    );
    if (known === undefined) continue;
    const { unless } = known;
    const isOther =
      unless !== undefined && [...place.rows([0, 1])].some((cells) => unless.rows(cells.map((cell) => cell.trim())));
    throw isOther ? notRead(path, known.is, unless.because, unless.code) : notRead(path, known.is, known.because);
  }
}

/** `customers.csv (Shopify: Customers, Export) is recognised, not read: …` */
export const notRead = (path: string, is: Text, because: Text, code = 'not_read'): Problem =>
  new Problem(
    code,
    {
      en: `${path} (${is.en}) is recognised, not read: ${because.en}`,
      fr: `${path} (${is.fr}) est reconnu, non lu\u00a0: ${because.fr}`,
    },
    [],
    { file: path },
  );

/** JSON that this program wrote itself. */
export const isOwnJson = (text: Buffer): boolean =>
  /^\s*\{\s*"schema":\s*"kpi-[a-z]+\/\d/.test(text.toString('latin1', 0, 200));

export const ownReport: readonly [is: Text, because: Text] = [
  { en: 'a report that kpi wrote', fr: 'un rapport écrit par kpi' },
  { en: 'it holds figures, not records', fr: 'il contient des chiffres, pas des enregistrements' },
];
