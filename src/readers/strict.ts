import type { RecordGate } from './csv-records.ts';

const lf = 10;
const cr = 13;
const quote = 34;

/** Where reading stopped: at the start of a record that is `odd`, or just incomplete. */
export interface Stop {
  readonly at: number;
  readonly odd: boolean;
}

/**
 * The records from `start` that are written strictly as RFC 4180 says, by a plain loop: three to four times as fast as
 * a parser for every dialect. It gives up, without a guess, at the first record that is odd (a quote inside a bare
 * cell, text after a closing quote, a quote not closed at the end of the file) and leaves it to csv-parse. Lines end
 * with CRLF, LF or CR. `last`: nothing follows these bytes.
 * Cells of ASCII are cut from one text: see `kept` before keeping one. `only` has a 1 for each column whose cells are
 * wanted: others are left empty.
 */
export function strictRecords(
  bytes: Buffer,
  start: number,
  delimiter: number,
  last: boolean,
  gate: RecordGate,
  only: Uint8Array | null = null,
): Stop {
  // One character per byte, so that positions in the bytes are positions in the text.
  const text = bytes.toString('latin1');
  const length = bytes.length;
  let cells: string[] = [];
  let recordStart = start;
  let at = start;
  while (at < length) {
    let cell: string;
    if (bytes[at] === quote) {
      const from = at + 1;
      let end = from;
      let seen = 0;
      let doubled = false;
      for (; end < length; end++) {
        const byte = bytes[end]!;
        seen |= byte;
        if (byte !== quote) continue;
        if (bytes[end + 1] !== quote) break;
        doubled = true;
        end++;
      }
      if (end >= length || (end + 1 === length && !last)) return { at: recordStart, odd: last };
      if (only !== null && only[cells.length] !== 1) cell = '';
      else cell = seen < 0x80 ? text.slice(from, end) : bytes.toString('utf8', from, end);
      if (doubled) cell = cell.replaceAll('""', '"');
      at = end + 1;
      const next = bytes[at];
      if (at < length && next !== delimiter && next !== lf && next !== cr) return { at: recordStart, odd: true };
    } else {
      const from = at;
      let seen = 0;
      for (; at < length; at++) {
        const byte = bytes[at]!;
        if (byte === delimiter || byte === lf || byte === cr) break;
        if (byte === quote) return { at: recordStart, odd: true };
        seen |= byte;
      }
      if (only !== null && only[cells.length] !== 1) cell = '';
      else cell = seen < 0x80 ? text.slice(from, at) : bytes.toString('utf8', from, at);
    }
    cells.push(cell);
    const byte = bytes[at];
    if (byte === delimiter) {
      at++;
      // A delimiter at the very end of the file: an empty cell follows it.
      if (at < length || !last) continue;
      cells.push('');
    } else if (byte === cr) {
      // A CR at the end of these bytes may be half of a CRLF.
      if (at + 1 === length && !last) break;
      at += bytes[at + 1] === lf ? 2 : 1;
    } else if (byte === lf) {
      at++;
    } else if (!last) {
      break;
    }
    gate.take(cells, at - recordStart);
    recordStart = at;
    if (gate.stopped) break;
    cells = [];
  }
  return { at: recordStart, odd: false };
}

/** The quote that closes a cell, -1 if it is not in these bytes, and whether quotes are doubled before it. */
export function closingQuote(bytes: Buffer, from: number): { at: number; doubled: boolean } {
  let doubled = false;
  let at = bytes.indexOf(quote, from);
  while (at >= 0 && bytes[at + 1] === quote) {
    doubled = true;
    at = bytes.indexOf(quote, at + 2);
  }
  return { at, doubled };
}
