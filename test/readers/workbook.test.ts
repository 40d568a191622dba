import { describe, expect, it } from 'vitest';
import { defaultLimits, inputsAt } from '../../src/readers/bytes.ts';
import { type BookOf, type Cell, workbookOf } from '../support/workbook.ts';
import { problemOf, readAll, textOf, withFile } from './kit.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const sheet = (data: string): string => `<worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`;

/** The sheets of a workbook as CSV, by name. */
const read = (book: BookOf): Promise<Record<string, string>> => withFile('a.xlsx', workbookOf(book), readAll);

/** Rows of the only sheet, each as text. */
async function rows(cells: readonly (readonly Cell[])[], more: Partial<BookOf> = {}): Promise<string[]> {
  const found = await read({ sheets: [{ name: 'S', rows: cells }], ...more });
  return found['/S']!.split('\n').slice(0, -1);
}

describe('a workbook', () => {
  it('gives its sheets in their order, hidden ones marked', async () => {
    const bytes = workbookOf({
      sheets: [
        { name: 'Orders', rows: [['id', 'total']] },
        { name: 'A/../b', rows: [['x']], state: 'veryHidden' },
        { name: 'orders', rows: [['y']], state: 'hidden' },
        { name: '..' },
      ],
    });
    await withFile('a.xlsx', bytes, async (path) => {
      const inputs = await inputsAt(path, defaultLimits);
      expect(inputs.map((input) => [input.path.slice(path.length), input.sheet?.hidden])).toEqual([
        ['/Orders', false],
        ['/A_.._b', true],
        ['/orders 2', true],
        ['/.._', false],
      ]);
      expect(inputs.map((input) => input.disk)).toEqual([null, null, null, null]);
      expect(await textOf(inputs[0]!)).toBe('id,total\n');
      expect(await textOf(inputs[0]!)).toBe('id,total\n');
      expect(await textOf(inputs[3]!)).toBe('');
    });
  });

  it('places cells by their references, in any order, and pads rows', async () => {
    const xml = sheet(
      '<row r="2"><c r="C2"><v>3</v></c><c r="A2"><v>1</v></c></row>' +
        '<row r="5" hidden="1"><c r="B5"><v>2</v></c><c r="XFD5" s="0"/></row>' +
        '<row r="4"><c><v>7</v></c><c><v>8</v></c></row><row><c r="A9"><v>9</v></c></row>',
    );
    expect((await read({ sheets: [{ name: 'S', xml }] }))['/S']).toBe('\n1,,3\n\n\n,2,\n7,8,\n9,,\n');
  });

  it('writes no million blank rows', async () => {
    const xml = sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>');
    const found = (await read({ sheets: [{ name: 'S', xml }] }))['/S']!;
    expect(found.split('\n')).toHaveLength(103);
    expect(found.endsWith(`${','.repeat(16_383)}2\n`)).toBe(true);
  });

  it('reads every type of cell', async () => {
    const cells: readonly (readonly [cell: Cell, text: string])[] = [
      ['plain', 'plain'],
      ['a "b", c', '"a ""b"", c"'],
      ['two\nlines', '"two\nlines"'],
      ['  kept ', '  kept '],
      ['_x005F_x000D_ and _x0009_', '_x000D_ and \t'],
      [true, 'TRUE'],
      [false, 'FALSE'],
      [{ v: '#N/A', t: 'e' }, ''],
      [{ v: 'of a formula', t: 'str' }, 'of a formula'],
      [{ xml: '<c><f>1+1</f><v>2</v></c>' }, '2'],
      [{ xml: '<c t="str"><f>"&lt;a&gt;"</f><v>&lt;a&gt;</v></c>' }, '<a>'],
      [{ xml: '<c t="inlineStr"><is><t>in</t><r><t>line</t></r><rPh><t>no</t></rPh></is></c>' }, 'inline'],
      [{ xml: '<c t="s"><v></v></c>' }, ''],
      [{ xml: '<c t="s"/>' }, ''],
      [{ v: '2026-03-01T10:00:04', t: 'd' }, '2026-03-01 10:00:04'],
      [{ v: '2026-03-01T00:00:00', t: 'd' }, '2026-03-01'],
      [{ v: '2026-03-01', t: 'd' }, '2026-03-01'],
    ];
    const found = await read({ sheets: [{ name: 'S', rows: [cells.map(([cell]) => cell)] }] });
    expect(found['/S']).toBe(`${cells.map(([, text]) => text).join(',')}\n`);
  });

  it('joins the runs of rich text without phonetic ones', async () => {
    const strings = `<sst xmlns="${main}"><si><r><rPr><b/></rPr><t>Net </t></r><r><t xml:space="preserve">sales</t></r><rPh sb="0" eb="1"><t>zzz</t></rPh></si><si><t/></si><si/></sst>`;
    const xml = sheet('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c><v>1</v></c></row>');
    expect((await read({ sheets: [{ name: 'S', xml }], strings }))['/S']).toBe('Net sales,,,1\n');
  });

  it('reads names with any prefix, and UTF-16', async () => {
    const xml = `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>é</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    expect((await read({ sheets: [{ name: 'S', xml }] }))['/S']).toBe('é\n');
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')]);
    const parts = { 'xl/worksheets/sheet1.xml': wide };
    expect((await read({ sheets: [{ name: 'S' }], parts }))['/S']).toBe('é\n');
  });

  it('needs neither styles nor shared texts, and reads dates of both systems', async () => {
    const parts = { 'xl/styles.xml': null, 'xl/sharedStrings.xml': null, 'xl/vbaProject.bin': 'macros' };
    const targets =
      '<Relationships><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="../xl/./worksheets/sheet1.xml"/></Relationships>';
    const found = await read({
      sheets: [{ name: 'S', rows: [[46082, { v: 46082, format: 14 }]] }],
      parts: { ...parts, 'xl/_rels/workbook.xml.rels': targets },
    });
    expect(found['/S']).toBe('46082,46082\n');
    const dated = [[{ v: 46082, format: 14 }]];
    expect(await rows(dated)).toEqual(['2026-03-01']);
    expect(await rows([[{ v: 44620, format: 14 }]], { date1904: true })).toEqual(['2026-03-01']);
  });

  it('leaves out charts and has no path out of the archive', async () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const targets = `<Relationships><Relationship Id="rId1" Type="${office}/chartsheet" Target="chartsheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/worksheet" Target="../../../xl/worksheets/sheet2.xml"/></Relationships>`;
    const found = await read({
      sheets: [{ name: 'Chart' }, { name: 'S', rows: [[1]] }],
      parts: { 'xl/_rels/workbook.xml.rels': targets },
    });
    expect(found).toEqual({ '/S': '1\n' });
  });
});

describe('a damaged workbook', () => {
  const good: BookOf = {
    sheets: [
      {
        name: 'S',
        rows: [
          ['id', 'total'],
          ['1', 2.5],
        ],
      },
    ],
  };
  const withSheet = (xml: string): BookOf => ({ sheets: [{ name: 'S', xml }] });
  const laughs =
    '<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>';
  const list = `<workbook xmlns:r="r"><sheets>${'<sheet name="S" r:id="rId1"/>'.repeat(10_001)}</sheets></workbook>`;
  const cases: readonly (readonly [name: string, book: BookOf, code: string, says: RegExp])[] = [
    [
      'no list of targets',
      { ...good, parts: { 'xl/_rels/workbook.xml.rels': null } },
      'damaged',
      /a part of it is missing/,
    ],
    ['no sheet', { ...good, parts: { 'xl/worksheets/sheet1.xml': null } }, 'damaged', /a part of it is missing/],
    ['no such text', { ...good, strings: '<sst/>' }, 'damaged', /row 1 refers to a text that is missing/],
    ['half a sheet', withSheet('<worksheet><sheetData><row><c><v>1</v>'), 'damaged', /not well formed/],
    ['an empty sheet part', withSheet(''), 'damaged', /not well formed/],
    ['text in place of XML', withSheet('id,total\n1,2\n'), 'damaged', /not well formed/],
    ['entities', withSheet(laughs), 'damaged', /document type/],
    ['an entity of nobody', withSheet(sheet('<row><c t="str"><v>&b;</v></c></row>')), 'damaged', /not well formed/],
    ['a column beyond the last', withSheet(sheet('<row><c r="XFE1"><v>1</v></c></row>')), 'damaged', /reference/],
    ['a reference of letters', withSheet(sheet('<row><c r="ABCDEFGH1"><v>1</v></c></row>')), 'damaged', /reference/],
    ['a reference of nothing', withSheet(sheet('<row><c r=""><v>1</v></c></row>')), 'damaged', /reference/],
    ['a row beyond the last', withSheet(sheet('<row r="1048577"><c><v>1</v></c></row>')), 'damaged', /reference/],
    ['a row of no number', withSheet(sheet('<row r="x"><c><v>1</v></c></row>')), 'damaged', /reference/],
    [
      'text of no encoding',
      { ...good, parts: { 'xl/worksheets/sheet1.xml': Buffer.from('<a>\xff\xfe</a>', 'latin1') } },
      'damaged',
      /UTF-8/,
    ],
    ['much text without a tag', withSheet(`<a>${'x'.repeat(18 * 1024 ** 2)}</a>`), 'damaged', /not well formed/],
    ['many sheets', { ...good, parts: { 'xl/workbook.xml': list } }, 'too_large', /10000 sheets/],
  ];
  it.each(cases)('with %s is refused in words', async (_name, book, code, says) => {
    await withFile('a.xlsx', workbookOf(book), async (path) => {
      const problem = await problemOf(() => readAll(path));
      expect([problem.code, problem.message]).toEqual([code, expect.stringMatching(says)]);
      expect(problem.message).toContain(path);
    });
  });

  it('is refused wherever it is cut', async () => {
    const bytes = workbookOf(good);
    for (let at = 4; at < bytes.length; at += 97) {
      await withFile('a.xlsx', bytes.subarray(0, at), async (path) => {
        expect((await problemOf(() => readAll(path))).code).toBe('cut_short');
      });
    }
  });

  it('is stopped if a few texts fill a sheet', async () => {
    const long = 'x'.repeat(8 * 1024 ** 2);
    const wide = sheet(`<row>${'<c t="s"><v>0</v></c>'.repeat(3)}</row>`);
    const strings = `<sst><si><t>${long}</t></si></sst>`;
    await withFile('a.xlsx', workbookOf({ sheets: [{ name: 'S', xml: wide }], strings }), async (path) => {
      expect((await problemOf(() => readAll(path))).message).toContain('more than 16 MiB');
    });
    const tall = sheet('<row><c t="s"><v>0</v></c></row>'.repeat(40));
    await withFile('a.xlsx', workbookOf({ sheets: [{ name: 'S', xml: tall }], strings }), async (path) => {
      expect((await problemOf(() => readAll(path))).message).toContain('more than 128 MiB');
    });
    const many = sheet(`<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`.repeat(3000));
    const short = `<sst><si><t>${'x'.repeat(1000)}</t></si></sst>`;
    await withFile('a.xlsx', workbookOf({ sheets: [{ name: 'S', xml: many }], strings: short }), async (path) => {
      expect((await problemOf(() => readAll(path))).message).toMatch(/unpacks to more than/);
    });
  });
});
