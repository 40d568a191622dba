import { describe, expect, it } from 'vitest';
import { zipOf } from '../readers/zip-kit.ts';
import { type Cell, membersOf, type SheetOf, serialOf, workbookOf } from '../support/workbook.ts';
import { kpi, lastWeek, told } from './kit.ts';

const day = (iso: string): Cell => ({ v: serialOf(`${iso} 00:00`), format: 14 });

/** Spend of two days: 12.50 + 7.25. */
const spend: SheetOf = {
  name: 'Spend',
  rows: [
    ['Monthly overview of all campaigns'],
    [],
    ['date', 'platform', 'campaign', 'cost', 'clicks'],
    [day('2026-11-02'), 'TikTok', 'Autumn', 12.5, 40],
    [day('2026-11-08'), 'TikTok', 'Autumn', 7.25, 30],
  ],
};
/** Visits of two days: 90 + 40. */
const visits: SheetOf = {
  name: 'Visits',
  rows: [
    ['date', 'source', 'sessions'],
    [day('2026-11-02'), 'google', 90],
    [day('2026-11-08'), 'google', 40],
  ],
};
const notes: SheetOf = {
  name: 'Notes',
  rows: [
    ['What', 'Who'],
    ['Call the agency', 'Ann'],
  ],
};
const prose: SheetOf = {
  name: 'Read me',
  rows: [['This workbook is made each Monday.'], ['Ask Ann first.']],
};
const asked = `${lastWeek} --compare none --kpi ad_spend,sessions`;

describe('the sheets of a workbook', () => {
  it('are tables of their own; those that are none are named in one warning', async () => {
    const hidden: SheetOf = { ...visits, name: 'Visits of before', state: 'hidden' };
    const book = workbookOf({ sheets: [notes, spend, { name: 'Sheet3' }, visits, hidden] });
    const { row, files, warnings } = await told(`report a.xlsx ${asked}`, { 'a.xlsx': book });
    expect(row().values).toMatchObject({ ad_spend: 19.75, sessions: 130 });
    expect(files.map(({ path, read, accepted }) => [path, read, accepted])).toEqual([
      ['a.xlsx/Spend', 2, 2],
      ['a.xlsx/Visits', 2, 2],
    ]);
    expect(warnings).toEqual([
      {
        code: 'sheets_not_read',
        file: 'a.xlsx',
        message:
          'a.xlsx: 2 sheets are not read: "Notes" (no export that kpi knows), "Visits of before" (hidden: unhide it to have it read)',
      },
    ]);
    const strict = await kpi(`report a.xlsx ${asked} --strict`, { 'a.xlsx': book });
    expect(strict.code).toBe(2);
    const french = await kpi(`report a.xlsx ${asked} --lang fr`, { 'a.xlsx': book });
    expect(french.err).toContain('2 feuilles ne sont pas lues');
  });

  it('hide nothing if they are notes, and cause no warning if they are empty', async () => {
    const files = { 'in/a.xlsx': workbookOf({ sheets: [spend, visits, prose] }) };
    const { code, err } = await kpi(`report in ${asked} --strict`, files);
    expect(code, err).toBe(0);
    expect(err).toContain('a.xlsx: a sheet is not read: "Read me"');
    const empty = { 'a.xlsm': workbookOf({ sheets: [{ name: 'Empty' }, spend, visits] }) };
    expect((await told(`report a.xlsm ${asked}`, empty)).warnings).toEqual([]);
  });

  it('must have one that is read in a workbook that is named by hand', async () => {
    const book = workbookOf({ sheets: [notes, { ...notes, name: 'More' }] });
    const csv = 'date,source,sessions\n2026-11-02,google,90\n';
    const both = { 'a.xlsx': book, 'v.csv': csv };
    const named = await kpi(`report a.xlsx v.csv ${asked}`, both);
    expect(named.code).toBe(2);
    expect(named.err).toContain('a.xlsx: none of its sheets is an export that kpi knows: "Notes", "More"');
    const folder = await kpi(`report . ${asked}`, both);
    expect(folder.code, folder.err).toBe(0);
    expect(folder.err).toContain('a.xlsx: none of its sheets');
    const one = await kpi(`report a.xlsx ${asked}`, { 'a.xlsx': workbookOf({ sheets: [notes] }) });
    expect(one.code).toBe(2);
    expect(one.err).toContain('a.xlsx/Notes');
    const none = await kpi(`report a.xlsx ${asked}`, { 'a.xlsx': workbookOf({ sheets: [{ name: 'S' }] }) });
    expect(none.err).toContain('a.xlsx is empty');
    const only = workbookOf({ sheets: [{ ...spend, state: 'veryHidden' }] });
    const hidden = await kpi(`report a.xlsx ${asked}`, { 'a.xlsx': only });
    expect([hidden.code, hidden.err]).toEqual([2, expect.stringContaining('a.xlsx/Spend is a hidden sheet')]);
  });

  it('are named in a configuration like members of a zip', async () => {
    const rows: Cell[][] = [
      ['When', 'Where', 'How much'],
      [day('2026-11-02'), 'TikTok', 12.5],
    ];
    const files = {
      'a.xlsx': workbookOf({ sheets: [{ name: 'Ad costs', rows }, visits] }),
      'kpi.yaml':
        'sources:\n  - path: a.xlsx/Ad costs\n    kind: spend\n    columns: { date: When, platform: Where, cost: How much }\n  - path: a.xlsx\n',
    };
    expect((await told(`report ${asked}`, files)).row().values).toMatchObject({ ad_spend: 12.5, sessions: 130 });
  });

  it('are shown by inspect', async () => {
    const { out, code, err } = await kpi('inspect a.xlsx', { 'a.xlsx': workbookOf({ sheets: [spend, notes] }) });
    expect(code, err).toBe(0);
    expect(out).toContain('a.xlsx/Spend');
    expect(err).toContain('"Notes"');
  });
});

describe('the cells of a sheet', () => {
  const costs = async (...cells: readonly Cell[]) => {
    const rows: Cell[][] = [['date', 'platform', 'cost'], ...cells.map((cell) => [day('2026-11-08'), 'TikTok', cell])];
    const book = workbookOf({ sheets: [{ name: 'S', rows }] });
    return told(`report a.xlsx ${lastWeek} --compare none --kpi ad_spend --max-rejects 100%`, { 'a.xlsx': book });
  };

  it('are numbers without a question about their marks', async () => {
    const { row, codes } = await costs(1.234, 12.340000000000002, 1000, 5.125);
    expect(row().values.ad_spend).toBe(1018.699);
    expect(codes).toEqual([]);
  });

  it('may be texts beside numbers: these go the way of CSV', async () => {
    const { row, files } = await costs('1.234,50', 12.5, 0.25, 1.234, '2,5');
    // 1234.50 + 12.50 + 0.25 + 1.234 + 2.50
    expect(row().values.ad_spend).toBe(1250.984);
    expect(files[0]).toMatchObject({ accepted: 5, rejected: 0 });
  });

  it('are rejected where they are no number, and left blank where a formula failed', async () => {
    const { row, files } = await costs(10, 'ten', { v: '#DIV/0!', t: 'e' });
    expect(row().values.ad_spend).toBe(10);
    expect(files[0]).toMatchObject({ read: 3, accepted: 1, rejected: 2 });
  });

  it('contradict the currency of the report by their format, as by a sign in CSV', async () => {
    const rows: Cell[][] = [
      ['date', 'platform', 'cost', 'clicks'],
      [day('2026-11-02'), 'TikTok', { v: 45, format: '[$$-409]#,##0.00' }, { v: 7, format: '[$$-409]#,##0.00' }],
    ];
    const book = workbookOf({ sheets: [{ name: 'S', rows }] });
    const line = '--timezone Europe/Paris --last 1 --compare none --kpi ad_spend,clicks';
    const euro = await kpi(`report a.xlsx ${line} --currency EUR`, { 'a.xlsx': book });
    expect(euro.code).toBe(2);
    const dollar = await told(`report a.xlsx ${line} --currency USD`, { 'a.xlsx': book });
    expect(dollar.row().values).toMatchObject({ ad_spend: 45, clicks: 7 });
  });

  it('hold no id of more digits than a number has', async () => {
    const rows: Cell[][] = [
      ['order_id', 'ordered_at', 'gross_sales'],
      [{ v: '1234567890123456789' }, day('2026-11-02'), 10],
      [{ v: '1234567890123456790' }, day('2026-11-02'), 10],
    ];
    const book = workbookOf({ sheets: [{ name: 'S', rows }] });
    const found = await told(`report a.xlsx ${lastWeek} --compare none --kpi orders`, { 'a.xlsx': book });
    expect(found.row().values.orders).toBe(2);
    expect(found.warnings.map(({ message }) => message).join()).toMatch(/1\.23456789012346E\+18|digits/);
  });
});

describe('formulas without a stored value', () => {
  const book = (price: Cell, total: Cell): Buffer =>
    workbookOf({
      sheets: [
        {
          name: 'S',
          rows: [
            ['order_id', 'ordered_at', 'gross_sales', 'total'],
            ['A1', day('2026-11-02'), price, total],
          ],
        },
      ],
    });
  const line = `report a.xlsx ${lastWeek} --compare none --kpi net_sales`;

  it('are empty cells, which a warning says', async () => {
    const { row, warnings } = await told(line, { 'a.xlsx': book(10, { xml: '<c r="D2"><f>C2*1.2</f></c>' }) });
    expect(row().values).toEqual({ net_sales: 10 });
    expect(warnings[0]?.code).toBe('formulas_without_values');
    expect(warnings[0]?.message).toContain('1 formula has no stored value');
  });

  it('are the reason where rows lack what they need', async () => {
    const { err } = await kpi(line, { 'a.xlsx': book({ xml: '<c r="C2"><f>5+5</f></c>' }, 12) });
    expect(err).toContain('no stored value');
  });

  it('cause no warning if they have one, or an empty text', async () => {
    const { codes } = await told(line, {
      'a.xlsx': book({ xml: '<c r="C2"><f>5+5</f><v>10</v></c>' }, { xml: '<c r="D2" t="str"><f>""</f><v></v></c>' }),
    });
    expect(codes).not.toContain('formulas_without_values');
  });
});

describe('rows of a sheet of which only the first cell is filled', () => {
  it('are records without figures where it is a date, as in CSV', async () => {
    const rows: Cell[][] = [
      ['Date', 'Impressions', 'Likes', 'Reposts', 'New follows', 'Unfollows'],
      ['Tue, Mar 3, 2026', 1300, 34, 80, 4, 6],
      ['Mon, Mar 2, 2026'],
      ['Sun, Mar 1, 2026', 500, 10, 30, 5, 1],
    ];
    const { row, files } = await told('report a.xlsx --all --period all --timezone UTC --kpi engagements', {
      'a.xlsx': workbookOf({ sheets: [{ name: 'S', rows }] }),
    });
    expect(row().values).toEqual({ engagements: 34 + 80 + 10 + 30 });
    expect(files[0]).toMatchObject({ read: 3, accepted: 3, rejected: 0, skipped: 0 });
  });

  it('are cells of a table in one of several tables, which are no downloads of each other', async () => {
    const views = (...all: readonly (number | null)[]): Cell[][] =>
      all.map((count, at) => [day(`2026-03-0${at + 1}`), ...(count === null ? [] : [count])]);
    const rows: Cell[][] = [
      ['sep='],
      ['Views'],
      ['Date', 'Primary'],
      ...views(3000, null, 2800),
      [],
      ['Instagram views'],
      ['Date', 'Primary'],
      ...views(1200, 1000, 1100),
    ];
    const { row, files, codes } = await told('report a.xlsx --all --period all --timezone UTC --kpi impressions', {
      'a.xlsx': workbookOf({ sheets: [{ name: 'S', rows }] }),
    });
    expect(files[0]).toMatchObject({ read: 6, accepted: 6, rejected: 0 });
    expect(codes).not.toContain('rows_left');
    expect(row().values).toBeDefined();
  });
});

it('lines above a table that a spreadsheet took apart at their commas state its days', async () => {
  const rows: Cell[][] = [
    ['Campaign Performance Report (in UTC)'],
    ['Report Start: March 1', 2026, { v: 0, format: 20 }],
    ['Report End: March 31', 2026, { v: 0.9993055555555556, format: 20 }],
    [],
    ['Start Date (in UTC)', 'Campaign Name', 'Currency', 'Total Spent', 'Impressions', 'Clicks'],
    [day('2026-03-01'), 'Brand', 'EUR', 310, 31000, 62],
  ];
  const { row } = await told(
    'report a.xlsx --period day --from 2026-03-31 --to 2026-03-31 --timezone UTC --kpi ad_spend',
    {
      'a.xlsx': workbookOf({ sheets: [{ name: 'S', rows }] }),
    },
  );
  expect(row('2026-03-31').values).toEqual({ ad_spend: 10 });
});

describe('a workbook that is none', () => {
  const book = { sheets: [spend] };
  const without = (name: string) => membersOf(book).filter((member) => member.name !== name);
  const cases: Readonly<Record<string, Buffer>> = {
    'half of it': workbookOf(book).subarray(0, 900),
    'no list of sheets': zipOf(without('xl/_rels/workbook.xml.rels')),
    'no sheet': zipOf(without('xl/worksheets/sheet1.xml')),
    'a binary one': zipOf([{ name: 'xl/workbook.bin', data: 'x' }]),
    'an OpenDocument': zipOf([
      { name: 'mimetype', data: 'x' },
      { name: 'META-INF/manifest.xml', data: '<a/>' },
    ]),
    'a bomb': zipOf([
      ...without('xl/worksheets/sheet1.xml'),
      { name: 'xl/worksheets/sheet1.xml', data: Buffer.alloc(80 * 1024 ** 2, ' ') },
    ]),
  };
  it.each(Object.entries(cases))('ends with a message: %s', async (_name, bytes) => {
    const { code, err } = await kpi(`report a.xlsx ${asked}`, { 'a.xlsx': bytes });
    expect(code).toBe(2);
    expect(err).toContain('a.xlsx');
    expect(err).not.toMatch(/\n\s+at |Error:/);
  });
});
