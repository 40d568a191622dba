import { bare, saysNothing } from './blank.ts';
import type { TextKind } from './field.ts';

const lowerAscii = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** Digits with the marks that phone numbers are written with, seven or more: shorter ones are ids. */
const phone = /^\+?[\d\s().\-/\u2010\u2011\u2013]*$/;

/** A spreadsheet has made `5.27762E+12` of it: many customers may share the rest. */
const damaged = /^\d(?:[.,]\d+)?E\+\d+$/i;

/**
 * The key of a text of ASCII letters, digits and `@ . - _`, with a letter or seven digits in it: nearly all keys of
 * nearly all files. By character codes, with a regular expression only if something has to be removed. Null for every
 * other text.
 */
const plainKey = (text: string): string | null => {
  let digits = 0;
  let letters = 0;
  let capitals = 0;
  let other = 0;
  let address = false;
  let zero = true;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 48 && c <= 57) {
      digits++;
      if (c !== 48) zero = false;
    } else if (c >= 97 && c <= 122) letters++;
    else if (c >= 65 && c <= 90) capitals++;
    else if (c === 64) address = true;
    else if (c === 45 || c === 46) other++;
    else if (c === 95) letters++;
    else return null;
  }
  if (address) return capitals > 0 ? lowerAscii(text) : text;
  // Four letters may be the word null.
  if (letters + capitals > 0) return text.length > 4 ? text : null;
  if (digits < 7 || zero) return null;
  return other > 0 ? text.replace(/\D+/g, '') : text;
};

/** What a customer is recognised by. */
export const key: TextKind = {
  id: 'key',
  doc: 'A customer: an e-mail address with A-Z in lower case, else the digits of a phone number, else an id as it is. 0 is nobody, and so is an id that a spreadsheet has turned into 5.27762E+12.',
  parse: (cell) => {
    const plain = plainKey(cell);
    if (plain !== null) return plain;
    // Each tool on the way may have added an apostrophe.
    const trimmed = bare(cell).replace(/^[\s']+/, '');
    if (saysNothing(trimmed)) return null;
    if (trimmed.includes('@')) return lowerAscii(trimmed);
    if (damaged.test(trimmed)) return null;
    const digits = phone.test(trimmed) ? trimmed.replace(/\D+/g, '') : '';
    const found = digits.length >= 7 ? digits : trimmed;
    return /^0*$/.test(found) ? null : found;
  },
};
