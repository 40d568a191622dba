import type { Delimiter } from './csv-records.ts';

const mark = /^(?:\xef\xbb\xbf)*/;
// Saved again as a table of tabs, the mark is lost and the line padded.
const line = /^"?sep=(.?)"?\t*(?:\r\n|\n|\r|$)/i;

/** Bytes that contain all of it. */
export const sepLineBytes = 32;

/**
 * What precedes the first record of a CSV file: a byte order mark and the line `sep=;` that Excel writes and obeys.
 * `length` counts the bytes of both; `delimiter` is the one in the line.
 */
export function sepLine(bytes: Buffer): { length: number; delimiter: string | null } {
  const start = bytes.toString('latin1', 0, sepLineBytes);
  const skipped = mark.exec(start)?.[0].length ?? 0;
  const found = line.exec(start.slice(skipped));
  return { length: skipped + (found?.[0].length ?? 0), delimiter: found?.[1] || null };
}

/** Narrows a character to the delimiters this program reads. */
export function isDelimiter(char: string | null): char is Delimiter {
  return char === ',' || char === ';' || char === '\t' || char === '|';
}
