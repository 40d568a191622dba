import { Random } from '../../bench/random.ts';

/** A CSV file taken apart: records of cells, the header first. */
export interface Sheet {
  readonly name: string;
  readonly records: readonly (readonly string[])[];
}

/** Cells that somebody's spreadsheet, script or slip of the finger leaves in an export. */
const odd = [
  '',
  '',
  '',
  ' ',
  '-',
  '--',
  'n/a',
  'NULL',
  '0',
  '-0',
  '00',
  '007',
  '1',
  '-1',
  '+5',
  '1e3',
  '1E+05',
  '1_000',
  '0x10',
  'nan',
  'Infinity',
  '12.5',
  '12,5',
  '1,234.50',
  '1.234,50',
  '1 234,50',
  '1\u202f234,50',
  "1'234.50",
  '(12.50)',
  '12.50-',
  '€ 12.50',
  '12.50 €',
  'EUR 5',
  '5 %',
  '0.12345678',
  '99999999',
  '9007199254.740992',
  '12345678901234567890',
  '1.',
  '.5',
  '-.5',
  '1.2.3',
  '1,2,3',
  '٣',
  '½',
  '2026-11-02',
  '2026-02-30',
  '02/11/2026',
  '11/02/2026',
  '2.11.2026',
  '20261102',
  '2026-11-02 10:00:00',
  '2026-11-02T10:00:00Z',
  '2026-11-02T10:00:00.123+01:00',
  '2026-11-02 24:00:00',
  '2026-03-29 02:30:00',
  '2026-10-25 02:30:00',
  '2026-10-25T02:30:00+02:00',
  '2026-11-02 10:00:00 +0100',
  '2026-11-02 10:00',
  'Nov 2, 2026',
  '2 novembre 2026',
  'epoch',
  'infinity',
  '0000-00-00 00:00:00',
  '1899-12-31',
  '2200-01-01',
  'paid',
  'PAID',
  ' paid ',
  'refunded',
  'pending',
  'voided',
  'test',
  'draft',
  'deleted',
  'merged',
  'Total',
  'Grand total',
  'No data',
  'ANA@example.com',
  ' ana@example.com',
  'ana@example.com\u00a0',
  '+33 6 12 34 56 78',
  '0',
  'é@x.fr',
  'İ@x.fr',
  '#1001',
  '1001',
  ' #1001',
  'a"b',
  '"',
  'a, b',
  'a; b',
  'two\nlines',
  'two\r\nlines',
  '\t1',
  "'1",
  '=1+1',
  '\u001b[31m',
  '\ufeffx',
  'ＦＵＬＬ',
  '😀',
  'true',
  'yes',
  'oui',
  'USD',
  'eur',
  'XXQ',
  '$',
] as const;

/** A sheet with some of its cells, rows and copies changed, the same for the same seed. */
export function mangled(sheet: Sheet, seed: number, rate: number): Sheet {
  const random = new Random(seed, 1);
  const [header = [], ...rows] = sheet.records;
  const changed: string[][] = [];
  for (const [at, row] of rows.entries()) {
    random.at(at);
    const cells = [...row];
    for (let column = 0; column < cells.length; column += 1) {
      if (random.below(1000) >= rate) continue;
      const other = rows[random.below(rows.length)]?.[random.below(cells.length)] ?? '';
      cells[column] = random.once(4) ? other : odd[random.below(odd.length)]!;
    }
    if (random.below(1000) < rate) cells[0] = rows[random.below(rows.length)]?.[0] ?? '';
    if (random.below(2000) < rate) changed.push(cells.map(() => ''));
    if (random.below(4000) < rate) cells.push(random.once(2) ? '' : 'more');
    if (random.below(4000) < rate) cells.pop();
    if (random.below(4000) < rate) changed.push([...header]);
    changed.push(cells);
    if (random.below(1000) < rate) changed.push([...cells]);
  }
  return { name: sheet.name, records: [header, ...changed] };
}

/** A sheet without some of its columns: now and then none is left out. */
export function narrowed({ name, records }: Sheet, seed: number): Sheet {
  const random = new Random(seed, 4).at(0);
  const gone = new Set(Array.from({ length: random.below(4) }, () => random.below(records[0]?.length ?? 1)));
  return { name, records: records.map((row) => row.filter((_, column) => !gone.has(column))) };
}

/** How a sheet is written down. */
export interface Writing {
  readonly delimiter: string;
  readonly newline: string;
  readonly quoteAll: boolean;
  readonly encoding: 'utf8' | 'latin1' | 'utf16le';
  readonly mark: boolean;
  readonly lastNewline: boolean;
}

/** A way of writing, the same for the same seed: mostly plain. */
export function writingOf(seed: number): Writing {
  const random = new Random(seed, 2).at(0);
  return {
    delimiter: random.once(8) ? ';' : ',',
    newline: random.once(4) ? '\r\n' : '\n',
    quoteAll: random.once(6),
    encoding: random.once(12) ? 'latin1' : random.once(24) ? 'utf16le' : 'utf8',
    mark: random.once(5),
    lastNewline: !random.once(5),
  };
}

/** The bytes of a sheet. */
export function written({ records }: Sheet, writing: Writing): Buffer {
  const { delimiter, newline, quoteAll, encoding, mark, lastNewline } = writing;
  const needsQuotes = new RegExp(`["\\r\\n${delimiter}]`);
  const cell = (text: string): string =>
    quoteAll || needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const text = records.map((row) => row.map(cell).join(delimiter)).join(newline) + (lastNewline ? newline : '');
  const front = mark || encoding === 'utf16le' ? '\ufeff' : '';
  return Buffer.from((encoding === 'latin1' ? '' : front) + text, encoding);
}
