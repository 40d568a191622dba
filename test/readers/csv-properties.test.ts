import { isAscii, isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvShape, type Delimiter, headRecords, readCsv } from '../../src/readers/csv.ts';
import { decoded, readHead } from '../../src/readers/decode.ts';
import { defaultLimits } from '../../src/readers/input.ts';
import { csvAnyhow, csvRecords, memory } from './kit.ts';

const comma: CsvShape = { delimiter: ',' };

describe('any CSV text', () => {
  it('reads back any table in any encoding, with any delimiter and line end', async () => {
    const letters = fc.constantFrom(...'ab1 ,;|\t"\n\r\'#=é€ß\u00a0', '""', '\r\n', 'longer text', '\u2019');
    const cell = fc.oneof(
      fc.array(letters, { maxLength: 8 }).map((all) => all.join('')),
      fc.constantFrom('', '"'),
    );
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 12 });
    const names = fc.constantFrom('utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be', 'windows-1252');
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom<Delimiter>(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        names,
        fc.integer({ min: 1, max: 40 }),
        async (rows, delimiter, lineEnd, quoteAll, name, size) => {
          const text = written(rows, delimiter, lineEnd, quoteAll);
          const bytes = encoded(text, name);
          // Some Windows-1252 text happens to be UTF-8 as well: nobody can tell.
          fc.pre(name !== 'windows-1252' || isAscii(bytes) || !isUtf8(bytes));
          const input = memory(bytes, size);
          const head = await readHead(input);
          expect(headRecords(head, { delimiter }, 3)).toEqual(rows.slice(0, 3));
          const records: string[][] = [];
          const chunks = decoded(input, head.encoding);
          await readCsv(chunks, { delimiter }, 'a.csv', defaultLimits, (cells) => records.push(cells));
          expect(records).toEqual(rows);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never reads anything otherwise than csv-parse, except to say no', async () => {
    const letters = fc.constantFrom(...'ab,"\n', '","', '""', '\n"', '"\n');
    await fc.assert(
      fc.asyncProperty(fc.array(letters, { maxLength: 30 }), async (parts) => {
        const text = parts.join('');
        const strict = attempt(() => parse(text, { relax_column_count: true, record_delimiter: '\n' }));
        if (strict !== null) expect(await csvAnyhow(text, comma)).toEqual(strict);
        const relaxed = attempt(() =>
          parse(text, { relax_column_count: true, relax_quotes: true, record_delimiter: '\n' }),
        );
        const ours = await csvRecords(text, comma).catch((error: Error) => error.name);
        expect([relaxed, 'Problem']).toContainEqual(ours);
      }),
      { numRuns: 2000 },
    );
  });
});

function attempt(run: () => unknown): unknown {
  try {
    return run();
  } catch {
    return null;
  }
}

function written(rows: string[][], delimiter: string, lineEnd: string, quoteAll: boolean): string {
  const cell = (value: string) =>
    quoteAll || /["\n\r,;|\t=]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  return rows.map((row) => row.map(cell).join(delimiter) + lineEnd).join('');
}

function encoded(text: string, name: string): Buffer {
  if (name === 'utf-8') return Buffer.from(text);
  if (name === 'utf-8 with mark') return Buffer.from(`\ufeff${text}`);
  if (name === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (name === 'utf-16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return Buffer.from(text.replaceAll('€', '\x80').replaceAll('\u2019', '\x92'), 'latin1');
}
