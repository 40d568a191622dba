/**
 * The form in which header names are compared: NFKC, lower case, one kind of apostrophe, single blanks, none around.
 * `\uFEFFCoût\u00A0/ conv.` and `coût / conv.` are the same.
 */
export const header = (text: string): string => (plain.test(text) ? text.toLowerCase() : folded(text));

/** Nearly all names: ASCII without a quote, single blanks, none around. */
const plain = /^(?! )(?:[!-_a-~]| (?! ))*(?<! )$/;

const apostrophes = /[\u2018\u2019\u201b\u02bc\u0060\u00b4]/g;

/** UTF-8 of two or three bytes whose bytes were read as characters of Windows-1252. */
const misread = /[\u00c2\u00c3]|\u00e2\u20ac/;

const decode1252 = new TextDecoder('windows-1252');
/** The bytes of the characters of Windows-1252. */
const bytes1252 = new Map(Array.from({ length: 256 }, (_, byte) => [decode1252.decode(Uint8Array.of(byte)), byte]));

/** `Montant dÃ©pensÃ©` as `Montant dépensé`: a file that was saved again in the wrong encoding. */
function repaired(text: string): string {
  if (!misread.test(text)) return text;
  const bytes = [...text].map((character) => bytes1252.get(character));
  if (bytes.includes(undefined)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes as number[]));
  } catch {
    return text;
  }
}

const folded = (text: string): string =>
  repaired(text)
    // Before NFKC, which makes a blank and an accent of the last of these, and after it, which makes some of others.
    .replace(apostrophes, "'")
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(apostrophes, "'")
    .replace(/[\s\ufeff]+/g, ' ')
    .trim();
