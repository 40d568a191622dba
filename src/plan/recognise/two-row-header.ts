import type { Source } from '../../sources/source.ts';
import type { HeadRecords } from '../head/head-records.ts';
import { placeAt } from './recognise.ts';
import { fitsSignature } from './signature.ts';

/** Such a header is among the first records. */
const mostAbove = 20;

/** What the second row says of a question that has one answer. */
const wholeAnswer =
  /^(?:open[- ]ended )?(?:response|réponse|respuesta|antwort|risposta)(?: ouverte| abierta| aperta)?$|^offene antwort$|^texte ouvert$/i;

/** The records of a file whose column names are in two rows, with both joined into the first. */
export function withJoinedHeader(records: HeadRecords, sources: readonly Source[]): HeadRecords {
  const tools = sources.filter(({ subtitles }) => subtitles);
  const { first } = records;
  for (let at = 0; at < Math.min(mostAbove, first.length - 1); at += 1) {
    const place = placeAt(records, at);
    const signature = tools.flatMap((tool) => [tool.signature].flat()).find((one) => fitsSignature(one, place));
    if (signature === undefined) continue;
    // A record has what the header is known by; the second row of a header has not.
    const known = signature.all.flatMap((names) => place.header.find(names) ?? []);
    const below = first[at + 1]!;
    if (known.some((index) => (below[index] ?? '').trim() !== '') || below.every((cell) => cell.trim() === ''))
      return records;
    return { ...records, first: first.with(at, joinedNames(first[at]!, below)), joined: at };
  }
  return records;
}

/** The title of a question over all its columns, each with its part. */
export function joinedNames(titles: readonly string[], parts: readonly string[]): string[] {
  const width = Math.max(titles.length, parts.length);
  let title = '';
  return Array.from({ length: width }, (_, at) => {
    const own = (titles[at] ?? '').trim();
    const part = (parts[at] ?? '').trim();
    if (own !== '') title = own;
    else if (part === '') return '';
    const isAlone = own !== '' && ((titles[at + 1] ?? '').trim() !== '' || (parts[at + 1] ?? '').trim() === '');
    return isAlone || part === '' || wholeAnswer.test(part) ? title : `${title}: ${part}`;
  });
}
