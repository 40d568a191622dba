import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Batch } from '../../src/reader/batch.ts';
import { kind } from '../../src/reader/columns.ts';
import { ended } from '../../src/readers/kernel-module.ts';
import { cut, odd, Row } from '../../src/readers/row.ts';

/* The kernel finds the cells that the scanner of rows finds, whatever the bytes are and wherever they end. */

const width = 3;
const table = { width, again: 'id', seed: new Int32Array(4), maxRecordBytes: 10_000 };

/** The records of some bytes, and why there are no more of them, by the scanner of rows. */
function byRows(bytes: Buffer, delimiter: string, stop: number, last: boolean) {
  const row = new Row(delimiter.charCodeAt(0));
  row.bytes = bytes;
  const records: { from: number; cells: string[] }[] = [];
  for (let at = 0; at < stop; ) {
    const next = row.scan(at, bytes.length, last);
    if (next === odd || next === cut) return { records, why: next === odd ? ended.odd : ended.cut };
    records.push({ from: at, cells: row.cells() });
    at = next;
  }
  return { records, why: ended.full };
}

/** The same by the kernel, batch by batch. Of records of another width only the place is told. */
function byKernel(bytes: Buffer, delimiter: string, stop: number, last: boolean) {
  const batch = Batch.ofThread();
  batch.begin({ ...table, delimiter, encoding: 'utf-8' }, bytes.length);
  bytes.copy(batch.input(bytes.length));
  const records: { from: number; cells: string[]; kind: number }[] = [];
  for (let at = 0; at < stop; at = batch.place(batch.records)) {
    const why = batch.scan(at, stop, bytes.length, last);
    for (const [record, of] of batch.kinds.entries()) {
      const cells = Array.from({ length: width }, (_, column) => batch.text(record, column));
      records.push({ from: batch.place(record), cells, kind: of });
    }
    if (why !== ended.full) return { records, why };
  }
  return { records, why: ended.full };
}

function check(text: string, delimiter: string, stop: number, last: boolean): void {
  const bytes = Buffer.from(text);
  const wanted = byRows(bytes, delimiter, stop, last);
  const found = byKernel(bytes, delimiter, stop, last);
  const says = JSON.stringify({ text, delimiter, stop, last });
  expect(found.why, says).toBe(wanted.why);
  expect(
    found.records.map(({ from }) => from),
    says,
  ).toEqual(wanted.records.map(({ from }) => from));
  for (const [at, { cells }] of wanted.records.entries()) {
    const own = found.records[at]!;
    const isBlank = cells.length === 1 && cells[0] === '';
    expect(own.kind === kind.blank, says).toBe(isBlank);
    if (cells.length !== width && !isBlank) expect(own.kind, says).toBe(kind.exact);
    if (cells.length === width) expect(own.cells, says).toEqual(cells);
    // One that stands alone, and a header again, are for the exact reader.
    const isAlone = cells.slice(1).every((cell) => !/^[!-~]/.test(cell));
    if (cells.length === width && !/^"/.test(cells.join('')))
      expect(own.kind, says).toBe(isAlone || cells[0] === table.again ? kind.exact : kind.plain);
  }
}

const pieces = ['a', '1', ',', ',', ';', '\t', '"', '""', '"x"', '\n', '\r', '\r\n', ' ', 'é', '€', 'id', '"a,b\n"'];
const long = ['x'.repeat(61), `"${'y'.repeat(63)}"`, 'ab'.repeat(40), '"\n"'.repeat(3), ','.repeat(20)];
const delimiters = fc.constantFrom(',', ';', '\t', '|');
const any = fc.array(fc.constantFrom(...pieces, ...long), { maxLength: 60 }).map((parts) => parts.join(''));
/** Rows of a table, most of them. */
const cell = fc.constantFrom(
  'a',
  'é',
  '',
  '""',
  '"a,b"',
  '"say ""hi"""',
  '"two\nlines"',
  '12.50',
  'x'.repeat(70),
  'id',
);
const rows = fc
  .array(fc.tuple(cell, cell, cell, fc.constantFrom('\n', '\r\n', '\r', ',z\n', '\n\n')), { maxLength: 40 })
  .map((all) => all.map(([a, b, c, end]) => `${a},${b},${c}${end}`).join(''));

describe('the cells of a batch', () => {
  it.each([true, false])('are those of the scanner of rows, with the end of the file (%s)', (last) => {
    fc.assert(
      fc.property(
        fc.oneof(any, rows),
        delimiters,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (text, delimiter, part) => {
          const { length } = Buffer.from(text);
          check(text, delimiter, length, last);
          check(text, delimiter, Math.ceil(length * part), last);
        },
      ),
      { numRuns: 4000 },
    );
  });

  it('end where they are full, and go on in the next', () => {
    const lines = Array.from({ length: 5000 }, (_, n) => `${n},b,"c ${n}"\n`).join('');
    check(lines, ',', lines.length, true);
  });

  it('stop at a record that is too long', () => {
    const text = `1,b,c\n2,"${'x'.repeat(table.maxRecordBytes)}",c\n3,b,c\n`;
    const { records, why } = byKernel(Buffer.from(text), ',', text.length, true);
    expect([records.length, why]).toEqual([1, ended.tooLong]);
  });
});
