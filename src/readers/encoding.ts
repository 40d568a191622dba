import { isUtf8 } from 'node:buffer';
import { sequenceEnd } from './utf8.ts';

/** Encodings of files. */
export interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** Whether a byte order mark leads the file. */
  readonly bom: boolean;
}

const utf8Mark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * The encoding detected from the head: a byte order mark, else UTF-8 when every byte fits, else Windows-1252. A
 * sequence cut at the end of a head that is not the whole file fits. (A UTF-8 mark before bytes that are not UTF-8 is a
 * lie.)
 */
export function detectEncoding(head: Buffer, complete: boolean): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return { name: 'utf-16le', bom: true };
  if (head[0] === 0xfe && head[1] === 0xff) return { name: 'utf-16be', bom: true };
  const bom = head.subarray(0, 3).equals(utf8Mark);
  const whole = complete ? head : head.subarray(0, sequenceEnd(head));
  return { name: isUtf8(whole) ? 'utf-8' : 'windows-1252', bom };
}

/** Length of the byte order mark in bytes of the file. */
export function markLength(encoding: Encoding): number {
  if (!encoding.bom) return 0;
  return encoding.name === 'utf-16le' || encoding.name === 'utf-16be' ? 2 : 3;
}

/** What bytes 0x80 to 0x9F are in Windows-1252; the five it leaves undefined keep their number. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * The text of Windows-1252. Not by TextDecoder, which in some Node 22 and 23 releases reads it as Latin-1 and so
 * turns `€` into a control character.
 */
export const windows1252 = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(/[\x80-\x9f]/g, (char) => upper.charAt(char.charCodeAt(0) - 0x80));

/** The bytes of a text in Windows-1252; those of letters that it lacks are nobody's. */
export const asWindows1252 = (text: string): Buffer =>
  Buffer.from(
    text.replace(/[\u0080-\u009f\u0100-\uffff]/g, (char) => String.fromCharCode(0x80 + upper.indexOf(char))),
    'latin1',
  );

/** Windows-1252 as UTF-8. */
export const fromWindows1252 = (bytes: Buffer): Buffer => Buffer.from(windows1252(bytes));
