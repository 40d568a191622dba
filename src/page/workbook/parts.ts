import { getOrInsert } from '../../core/get-or-insert.ts';
import { visible } from '../../core/visible.ts';
import { shortened, xmlAttribute, xmlText } from '../escape.ts';
import type { Format, SheetCell, SheetTable } from './table.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const properties = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Excel's own limits. */
const maxText = 32_767;
export const maxSheetRows = 1_048_576;
const maxName = 31;

/** Styles of cells: plain, a head, text, then one for each number format. */
const plainStyles = 3;
const [headStyle, textStyle] = [1, 2];

/** The letters of a column, counted from 0. */
function letters(column: number): string {
  const before = Math.floor(column / 26);
  return (before > 0 ? letters(before - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** The parts of a workbook by their names, in the order of the file. */
export function workbookParts(sheets: readonly SheetTable[]): [name: string, xml: string][] {
  const formats = new Map<Format, number>();
  const bodies = sheets.map((sheet, at) => sheetXml(sheet, at === 0, formats));
  const names = sheetNames(sheets);
  const paths = sheets.map((_, at) => `worksheets/sheet${at + 1}.xml`);
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}" ContentType="${kind}.${type}+xml"/>`;
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (list: readonly string[]) =>
    `${head}<Relationships xmlns="${packages}/relationships">${list.join('')}</Relationships>`;
  return [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}${override('styles.xml', 'styles')}<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>${paths.map((path) => override(path, 'worksheet')).join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      relations([
        relation(1, 'officeDocument', 'xl/workbook.xml'),
        relation(2, 'extended-properties', 'docProps/app.xml'),
      ]),
    ],
    // By this name the reader knows what this program wrote.
    ['docProps/app.xml', `${head}<Properties xmlns="${properties}"><Application>kpi</Application></Properties>`],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names
        .map((name, at) => `<sheet${xmlAttribute('name', name)} sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...paths.map((path, at) => relation(at + 1, 'worksheet', path)),
        relation(paths.length + 1, 'styles', 'styles.xml'),
      ]),
    ],
    ['xl/styles.xml', stylesXml([...formats.keys()])],
    ...bodies.map((xml, at): [string, string] => [`xl/${paths[at]}`, xml]),
  ];
}

/** Names as Excel allows them: short, without some characters, each once. */
function sheetNames(sheets: readonly SheetTable[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, at) => {
    const plain =
      visible(name)
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'|'$/g, ' ')
        .trim()
        .slice(0, maxName) || `${at + 1}`;
    let found = plain;
    for (let more = 2; taken.has(found.toLowerCase()); more += 1) found = `${plain.slice(0, maxName - 4)} ${more}`;
    taken.add(found.toLowerCase());
    return found;
  });
}

function sheetXml({ columns, rows, fixed }: SheetTable, isFirst: boolean, formats: Map<Format, number>): string {
  const corner = `${letters(fixed)}2`;
  const pane =
    fixed > 0
      ? `xSplit="${fixed}" ySplit="1" topLeftCell="${corner}" activePane="bottomRight"`
      : `ySplit="1" topLeftCell="${corner}" activePane="bottomLeft"`;
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const heads = columns.map((column, at) => textXml(column.head, `${letters(at)}1`, headStyle));
  const names = columns.map((_, at) => letters(at));
  const lines = rows.map((cells, row) => {
    const xml = cells.map((cell, at) => cellXml(cell, `${names[at]}${row + 2}`, formats)).join('');
    return `<row r="${row + 2}">${xml}</row>`;
  });
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ${pane} state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${heads.join('')}</row>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: SheetCell, reference: string, formats: Map<Format, number>): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return textXml(cell, reference, textStyle);
  const style = getOrInsert(formats, cell.format, () => plainStyles + formats.size);
  return `<c r="${reference}" s="${style}"><v>${cell.number}</v></c>`;
}

const textXml = (text: string, reference: string, style: number): string =>
  `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(shortened(text, maxText))}</t></is></c>`;

/** What a spreadsheet would take for an escaped character is kept as it is. */
const escaped = (text: string): string => xmlText(visible(text).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'));

function stylesXml(formats: readonly Format[]): string {
  const numbers = formats.map((code, at) => `<numFmt numFmtId="${164 + at}"${xmlAttribute('formatCode', code)}/>`);
  const cells = formats.map(
    (_, at) => `<xf numFmtId="${164 + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  const font = (bold: string) => `<font>${bold}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`;
  const xf = (font: number, more = '/') => `<xf numFmtId="0" fontId="${font}" fillId="0" borderId="0" xfId="0"${more}>`;
  return `${head}<styleSheet xmlns="${main}">${numbers.length === 0 ? '' : `<numFmts count="${numbers.length}">${numbers.join('')}</numFmts>`}<fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${plainStyles + cells.length}">${xf(0)}${xf(1, ' quotePrefix="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf')}${xf(0, ' quotePrefix="1"/')}${cells.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}
