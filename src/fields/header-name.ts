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

/** Characters of Windows-1252 from byte 0x80 on, where it differs from Latin-1; a blank stands for a byte without one. */
const from80 =
  '\u20ac \u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152 \u017d  \u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153 \u017e\u0178';

/** The byte of a character; undefined if Windows-1252 has none. */
function byteOf(character: string): number | undefined {
  const at = character === ' ' ? -1 : from80.indexOf(character);
  const code = character.charCodeAt(0);
  return at >= 0 ? 0x80 + at : code < 0x100 ? code : undefined;
}

/** `Montant dÃ©pensÃ©` as `Montant dépensé`: a file that was saved again in the wrong encoding. */
function repaired(text: string): string {
  if (!misread.test(text)) return text;
  const bytes = [...text].map(byteOf);
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
