import { bare, saysNothing } from './blank.ts';
import type { TextKind } from './field.ts';

const lowerAscii = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** Digits with the marks that phone numbers are written with, seven or more: shorter ones are ids. */
const phone = /^\+?[\d\s().\-/\u2010\u2011\u2013]*$/;

/** A spreadsheet has made `5.27762E+12` of it: many customers may share what is left. */
const damaged = /^\d(?:[.,]\d+)?E\+\d+$/i;

/** What a customer is recognised by. */
export const key: TextKind = {
  id: 'key',
  doc: 'A customer: an e-mail address with A-Z in lower case, else the digits of a phone number, else an id as it is. 0 is nobody, and so is an id that a spreadsheet has turned into 5.27762E+12.',
  parse: (cell) => {
    const trimmed = bare(cell);
    if (saysNothing(cell)) return null;
    if (trimmed.includes('@')) return lowerAscii(trimmed);
    if (damaged.test(trimmed)) return null;
    const digits = phone.test(trimmed) ? trimmed.replace(/\D+/g, '') : '';
    const found = digits.length >= 7 ? digits : trimmed;
    return /^0*$/.test(found) ? null : found;
  },
  examples: [
    ['Ana@Example.com', 'ana@example.com'],
    [' ANA@example.com\u00a0', 'ana@example.com'],
    ['\u00c9va@example.com', '\u00c9va@example.com'],
    ['\u0130@example.com', '\u0130@example.com'],
    ['+33 6 12 34 56 78', '33612345678'],
    ['(555) 010-0199', '5550100199'],
    ["'+33612345678", '33612345678'],
    ['1001', '1001'],
    ['C-1001', 'C-1001'],
    ['12-34', '12-34'],
    ['gid://shopify/Customer/1', 'gid://shopify/Customer/1'],
    ['0', null],
    ['00000000', null],
    ['5.27762E+12', null],
    ['5,27762E+12', null],
    ['', null],
    [' ', null],
    ['-', null],
    ['n/a', null],
  ],
};
