import { Problem } from '../core/problem.ts';
import { joined, type Text } from '../core/text.ts';

/** How the bytes of an input are packed. */
export type Packing = 'gzip' | 'zstd' | 'zip' | 'none';

/** Bytes needed to know what an input is. */
export const magicBytes = 64 * 1024;

const saveSheet: Text = {
  en: 'Open it in Excel or LibreOffice and save it as .xlsx.',
  fr: 'Ouvrez-le dans Excel ou LibreOffice et enregistrez-le en .xlsx.',
};
const saveBook: Text = {
  en: 'Open it in Excel or LibreOffice and save it as .xlsx, without a password.',
  fr: 'Ouvrez-le dans Excel ou LibreOffice et enregistrez-le en .xlsx, sans mot de passe.',
};
const exportText: Text = {
  en: 'Export the data as CSV or JSON and name that file.',
  fr: 'Exportez les données en CSV ou en JSON et indiquez ce fichier.',
};
const unpack: Text = {
  en: 'Unpack it and name the files in it.',
  fr: "Décompressez-le et indiquez les fichiers qu'il contient.",
};

/** Files people supply by mistake: the leading bytes, their place, the name and the remedy. */
const foreign: readonly (readonly [bytes: string, at: number, name: Text, advice: Text])[] = [
  [
    '\xd0\xcf\x11\xe0',
    0,
    {
      en: 'an old Excel workbook (.xls), or one with a password',
      fr: 'un ancien classeur Excel (.xls), ou un classeur protégé par un mot de passe',
    },
    saveBook,
  ],
  ['%PDF', 0, { en: 'a PDF document', fr: 'un document PDF' }, exportText],
  ['\x89PNG', 0, { en: 'a PNG picture', fr: 'une image PNG' }, exportText],
  ['\xff\xd8\xff', 0, { en: 'a JPEG picture', fr: 'une image JPEG' }, exportText],
  ['GIF8', 0, { en: 'a GIF picture', fr: 'une image GIF' }, exportText],
  ['SQLite format 3\0', 0, { en: 'an SQLite database', fr: 'une base de données SQLite' }, exportText],
  ['DUCK', 8, { en: 'a DuckDB database', fr: 'une base de données DuckDB' }, exportText],
  ['PAR1', 0, { en: 'a Parquet file', fr: 'un fichier Parquet' }, exportText],
  ['ARROW1', 0, { en: 'an Arrow file', fr: 'un fichier Arrow' }, exportText],
  ['Obj\x01', 0, { en: 'an Avro file', fr: 'un fichier Avro' }, exportText],
  ['{\\rtf', 0, { en: 'an RTF document', fr: 'un document RTF' }, exportText],
  ['BZh', 0, { en: 'a bzip2 archive', fr: 'une archive bzip2' }, unpack],
  ['\xfd7zXZ\0', 0, { en: 'an xz archive', fr: 'une archive xz' }, unpack],
  ["7z\xbc\xaf'\x1c", 0, { en: 'a 7-Zip archive', fr: 'une archive 7-Zip' }, unpack],
  ['Rar!\x1a', 0, { en: 'a RAR archive', fr: 'une archive RAR' }, unpack],
  ['ustar', 257, { en: 'a tar archive', fr: 'une archive tar' }, unpack],
];

/** The packing, detected from the leading bytes; a file's name proves nothing. */
export function packingOf(head: Buffer): Packing {
  if (head.length < 4) return 'none';
  const first = head.readUInt32BE(0);
  if (first >>> 8 === 0x1f8b08) return 'gzip';
  if (first === 0x28b52ffd) return 'zstd';
  if (first === 0x504b0304 || first === 0x504b0506 || first === 0x504b0708) return 'zip';
  return 'none';
}

/** Throws the Problem that says what a file is if it is not text. */
export function refuseForeign(head: Buffer, path: string): void {
  const begin = head.toString('latin1', 0, 512);
  for (const [bytes, at, name, advice] of foreign) if (begin.startsWith(bytes, at)) throw notText(path, name, advice);
  const start = begin.replace(/^(\xef\xbb\xbf)?\s*/, '');
  if (/^<(!doctype html|html)\b/i.test(start)) {
    const advice = {
      en: 'If it is a log-in page, download the export again.',
      fr: "Si c'est une page de connexion, téléchargez à nouveau l'export.",
    };
    throw notText(path, { en: 'an HTML page', fr: 'une page HTML' }, joined([saveSheet, advice], ' '));
  }
  if (/^<\?xml\b/i.test(start)) throw notText(path, { en: 'an XML file', fr: 'un fichier XML' }, exportText);
  if (isBinary(head)) {
    const name = {
      en: 'not text (or UTF-16 text without its byte order mark)',
      fr: "un fichier binaire (ou du texte en UTF-16 sans sa marque d'ordre des octets)",
    };
    const advice = { en: 'Save it as UTF-8.', fr: 'Enregistrez-le en UTF-8.' };
    throw notText(path, name, joined([exportText, advice], ' '));
  }
}

/** The Problem for a file that holds something other than rows of text. */
export function notText(path: string, name: Text, advice: Text): Problem {
  const says = {
    en: `${path} is ${name.en}, not a CSV or JSON export`,
    fr: `${path} est ${name.fr}, pas un export CSV ou JSON`,
  };
  return new Problem('not_text', says, [advice], { file: path });
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
