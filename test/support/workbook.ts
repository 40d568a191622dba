import { type Member, zipOf } from '../readers/zip-kit.ts';

/*
 * Workbooks written by the book (ECMA-376), part by part, and by nothing that the program uses to read or write them.
 */

/** A cell: text, number, boolean, nothing, or a stored value with its type and number format. */
export type Cell =
  | string
  | number
  | boolean
  | null
  | { readonly v: string | number; readonly t?: string; readonly format?: string | number }
  | { readonly xml: string };

export interface SheetOf {
  readonly name: string;
  readonly rows?: readonly (readonly Cell[])[];
  readonly state?: 'hidden' | 'veryHidden';
  /** The whole part, in place of rows. */
  readonly xml?: string;
}

export interface BookOf {
  readonly sheets: readonly SheetOf[];
  readonly date1904?: boolean;
  /** The shared strings as XML, in place of those of the cells. */
  readonly strings?: string;
  /** Parts beside, or in place of, those that are written; null leaves one out. */
  readonly parts?: Readonly<Record<string, string | Buffer | null>>;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The letters of a column, counted from 0. */
export function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? letters(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}

/** A workbook as bytes. */
export const workbookOf = (book: BookOf): Buffer => zipOf(membersOf(book));

/** Its parts, to be damaged before they are zipped. */
export function membersOf({ sheets, date1904 = false, strings, parts = {} }: BookOf): Member[] {
  const shared: string[] = [];
  const formats: (string | number)[] = [];
  const cell = (value: Cell, reference: string): string => {
    if (value === null) return '';
    if (typeof value === 'boolean') return `<c r="${reference}" t="b"><v>${value ? 1 : 0}</v></c>`;
    if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
    if (typeof value === 'string') {
      const at = shared.includes(value) ? shared.indexOf(value) : shared.push(value) - 1;
      return `<c r="${reference}" t="s"><v>${at}</v></c>`;
    }
    if ('xml' in value) return value.xml.replace('<c', `<c r="${reference}"`);
    const { v, t, format } = value;
    if (format !== undefined && !formats.includes(format)) formats.push(format);
    const style = format === undefined ? '' : ` s="${formats.indexOf(format) + 1}"`;
    return `<c r="${reference}"${style}${t === undefined ? '' : ` t="${t}"`}><v>${escaped(String(v))}</v></c>`;
  };
  const sheetXml = ({ rows = [], xml }: SheetOf): string =>
    xml ??
    `${head}<worksheet xmlns="${main}"><sheetData>${rows
      .map((cells, row) =>
        cells.length === 0
          ? ''
          : `<row r="${row + 1}">${cells.map((value, at) => cell(value, `${letters(at)}${row + 1}`)).join('')}</row>`,
      )
      .join('')}</sheetData></worksheet>`;
  const bodies = sheets.map(sheetXml);
  const codes = formats.filter((format) => typeof format === 'string');
  const idOf = (format: string | number): number => (typeof format === 'number' ? format : 164 + codes.indexOf(format));
  const written: Record<string, string | Buffer | null> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rId900" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId901" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><numFmts count="${codes.length}">${codes
      .map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`)
      .join('')}</numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map((format) => `<xf numFmtId="${idOf(format)}" applyNumberFormat="1"/>`)
      .join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml':
      strings ??
      `${head}<sst xmlns="${main}">${shared.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(bodies.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml])),
    ...parts,
  };
  return Object.entries(written).flatMap(([name, data]) => (data === null ? [] : [{ name, data }]));
}

/** The day of an ISO date as Excel counts it, with the time as a fraction. */
export const serialOf = (iso: string): number =>
  (Date.parse(`${iso.replace(' ', 'T')}Z`) - Date.UTC(1899, 11, 30)) / 864e5;

/** A cell of a CSV file as a spreadsheet stores it: numbers, percentages and dates by their meaning, all else as text. */
export function cellOf(text: string): Cell {
  if (text === '') return null;
  if (/^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(text)) return Number(text);
  if (/^-?\d+(\.\d+)?%$/.test(text)) return { v: Number(text.slice(0, -1)) / 100, format: 10 };
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return { v: serialOf(`${text} 00:00`), format: 14 };
  if (/^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(text)) return { v: serialOf(`${text}:00`), format: 22 };
  if (/^(TRUE|FALSE)$/i.test(text)) return /^t/i.test(text);
  if (/^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(text)) return { v: text.replaceAll(',', ''), format: 3 };
  if (/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return { v: serialOf(text), format: 'dd/mm/yyyy hh:mm:ss' };
  return text;
}
