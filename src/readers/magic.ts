import { Problem } from '../core/problem.ts';

/** How the bytes of an input are packed. */
export type Packing = 'gzip' | 'zstd' | 'zip' | 'none';

/** Bytes needed to know what an input is. */
export const magicBytes = 64 * 1024;

const saveSheet = 'Open it in Excel or LibreOffice and save the sheet as CSV (UTF-8).';
const exportText = 'Export the data as CSV or JSON and name that file.';
const unpack = 'Unpack it and name the files in it.';

/** Files people do hand over by mistake: the leading bytes, their place, the name and the way out. */
const foreign: readonly (readonly [bytes: string, at: number, name: string, advice: string])[] = [
  ['\xd0\xcf\x11\xe0', 0, 'an old Excel workbook (.xls)', saveSheet],
  ['%PDF', 0, 'a PDF document', exportText],
  ['\x89PNG', 0, 'a PNG picture', exportText],
  ['\xff\xd8\xff', 0, 'a JPEG picture', exportText],
  ['GIF8', 0, 'a GIF picture', exportText],
  ['SQLite format 3\0', 0, 'an SQLite database', exportText],
  ['DUCK', 8, 'a DuckDB database', exportText],
  ['PAR1', 0, 'a Parquet file', exportText],
  ['ARROW1', 0, 'an Arrow file', exportText],
  ['Obj\x01', 0, 'an Avro file', exportText],
  ['{\\rtf', 0, 'an RTF document', exportText],
  ['BZh', 0, 'a bzip2 archive', unpack],
  ['\xfd7zXZ\0', 0, 'an xz archive', unpack],
  ["7z\xbc\xaf'\x1c", 0, 'a 7-Zip archive', unpack],
  ['Rar!\x1a', 0, 'a RAR archive', unpack],
  ['ustar', 257, 'a tar archive', unpack],
];

/** The packing the leading bytes tell; a file's name proves nothing. */
export function packingOf(head: Buffer): Packing {
  if (head.length < 4) return 'none';
  const first = head.readUInt32BE(0);
  if (first >>> 8 === 0x1f8b08) return 'gzip';
  if (first === 0x28b52ffd) return 'zstd';
  if (first === 0x504b0304 || first === 0x504b0506 || first === 0x504b0708) return 'zip';
  return 'none';
}

/** Throws the Problem that says what a file is when it is not text. */
export function refuseForeign(head: Buffer, path: string): void {
  const begin = head.toString('latin1', 0, 512);
  for (const [bytes, at, name, advice] of foreign) if (begin.startsWith(bytes, at)) throw notText(path, name, advice);
  const start = begin.replace(/^(\xef\xbb\xbf)?\s*/, '');
  if (/^<(!doctype html|html)\b/i.test(start)) {
    throw notText(path, 'an HTML page', `${saveSheet} If it is a log-in page, download the export again.`);
  }
  if (/^<\?xml\b/i.test(start)) throw notText(path, 'an XML file', exportText);
  if (isBinary(head)) {
    throw notText(path, 'not text (or UTF-16 text without its byte order mark)', `${exportText} Save it as UTF-8.`);
  }
}

/** The Problem for a file that holds something else than rows of text. */
export function notText(path: string, name: string, advice: string): Problem {
  return new Problem('not_text', `${path} is ${name}, not a CSV or JSON export`, [advice], { file: path });
}

/**
 * Many control characters mean binary: text has next to none. A stray NUL here and there is damage that reading
 * repairs, so a handful is allowed. UTF-16 announces itself by its mark.
 */
function isBinary(head: Buffer): boolean {
  if (head.length >= 2 && (head.readUInt16BE(0) === 0xfffe || head.readUInt16BE(0) === 0xfeff)) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  const controls = head.toString('latin1').match(/[\0-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
  return controls > 32 && controls > head.length / 20;
}
