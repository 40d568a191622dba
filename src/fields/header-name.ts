/**
 * The form in which header names are compared: NFKC, lower case, one kind of apostrophe, single blanks, none around.
 * `\uFEFFCoût\u00A0/ conv.` and `coût / conv.` are the same.
 */
export const header = (text: string): string => (plain.test(text) ? text.toLowerCase() : folded(text));

/** Nearly all names: ASCII without a quote, single blanks, none around. */
const plain = /^(?! )(?:[!-_a-~]| (?! ))*(?<! )$/;

const apostrophes = /[\u2018\u2019\u201b\u02bc\u0060\u00b4]/g;

const folded = (text: string): string =>
  text
    // Before NFKC, which makes a blank and an accent of the last of these, and after it, which makes some of others.
    .replace(apostrophes, "'")
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(apostrophes, "'")
    .replace(/[\s\ufeff]+/g, ' ')
    .trim();
