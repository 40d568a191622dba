import { sizeText } from '../input.ts';
import { bomb, moreThan } from '../unpack.ts';
import { numberText } from './cell-number.ts';
import { general, type NumberFormat } from './number-format.ts';
import { cellText, Runs } from './shared-strings.ts';
import { type Attributes, damagedWorkbook, type XmlHandler, xmlPieces } from './xml.ts';

/** What the cells of a sheet refer to. */
export interface BookParts {
  readonly strings: readonly string[];
  readonly styles: readonly NumberFormat[];
  readonly is1904: boolean;
  /** Counts formulas without a stored value. */
  readonly uncomputed?: { count: number };
}

/** Excel's own limits. */
const maxColumns = 16_384;
const maxRows = 1_048_576;

/** Of the blank rows between two rows only so many are written: more of them separate no better. */
const maxGap = 100;

/** Characters of one row, and those that one piece of XML may become. */
const maxRow = 16 * 1024 ** 2;
const maxPiece = 128 * 1024 ** 2;

/** Parts of this many characters are handed on. */
const partLength = 64 * 1024;

/**
 * The rows of a sheet as CSV, in UTF-8, separated by commas: numbers with a point, without groups and exponents, dates
 * in ISO form. So a sheet is read by the rules of CSV, and nothing behind a reader needs others.
 */
export async function* sheetCsv(chunks: AsyncIterable<Buffer>, path: string, parts: BookParts): AsyncGenerator<Buffer> {
  const rows = new SheetRows(path, parts);
  for await (const _ of xmlPieces(chunks, path, rows)) if (rows.length >= partLength) yield rows.take();
  if (rows.length > 0) yield rows.take();
}

/** Types of cells that hold texts. */
const texts = new Set(['s', 'inlineStr', 'str']);

/** A text that is a date, and no title: `Mon, Mar 2, 2026`, `2 mars 2026`, `2026-03-02`. */
const isDate =
  /^(?:\p{L}+\.?,? )?(?:\d{1,2}\.? \p{L}{3,}\.?|\p{L}{3,}\.? \d{1,2}),? \d{4}$|^\d{4}-\d\d-\d\d(?:[T ][\d:.]+Z?)?$|^\d{1,2}[./]\d{1,2}[./]\d{4}$/u;

/** A date is short; on a text of millions of letters the expression would run out of room. */
const isDateText = (text: string): boolean => text.length <= 40 && isDate.test(text);

/** Turns the cells of a sheet into lines of CSV. */
class SheetRows implements XmlHandler {
  /** Characters that wait to be taken. */
  length = 0;
  #lines: string[] = [];
  #isData = false;
  #row = 0;
  #cells: string[] = [];
  #size = 0;
  /** Cells of the widest row so far: empty cells at the end of a row are not in the file. */
  #width = 0;
  #column = 0;
  #type = '';
  /** Whether the last cell with a value holds text. */
  #isText = false;
  #style = general;
  #value = '';
  #isValue = false;
  #isFormula = false;
  #runs = new Runs();

  constructor(
    readonly path: string,
    readonly parts: BookParts,
  ) {}

  take(): Buffer {
    const bytes = Buffer.from(this.#lines.join(''));
    this.#lines = [];
    this.length = 0;
    return bytes;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'sheetData') this.#isData = true;
    if (!this.#isData) return;
    if (name === 'row') this.#openRow(attributes);
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#isValue = true;
    else if (name === 'f') this.#isFormula = true;
    else this.#runs.open(name);
  }

  text(text: string): void {
    if (this.#isValue) this.#value += text;
    else if (this.#isData) this.#runs.text(text);
  }

  close(name: string): void {
    if (!this.#isData) return;
    if (name === 'v') this.#isValue = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else if (name === 'sheetData') this.#isData = false;
    else this.#runs.close(name);
  }

  #openRow({ r }: Attributes): void {
    const row = r === undefined ? this.#row + 1 : Number(r);
    if (!(Number.isInteger(row) && row >= 1 && row <= maxRows)) throw this.#badReference();
    const gap = Math.min(row - this.#row - 1, maxGap);
    if (gap > 0) this.#push('\n'.repeat(gap));
    this.#row = Math.max(row, this.#row + 1);
    this.#column = 0;
    this.#cells = [];
    this.#size = 0;
  }

  #openCell({ r, t = 'n', s }: Attributes): void {
    this.#column = r === undefined ? this.#column + 1 : columnOf(r);
    if (!(this.#column >= 1 && this.#column <= maxColumns)) throw this.#badReference();
    this.#type = t;
    this.#style = s === undefined ? general : (this.parts.styles[Number(s)] ?? general);
    this.#value = '';
    this.#isFormula = false;
    this.#runs.take();
  }

  #closeCell(): void {
    const text = this.#cellText();
    // The empty text of a formula is a value, too.
    if (this.#isFormula && this.#value === '' && this.#type === 'n' && this.parts.uncomputed !== undefined)
      this.parts.uncomputed.count += 1;
    if (text === '') return;
    this.#isText = texts.has(this.#type);
    const { length } = this.#cells;
    // Cells may come in any order.
    for (let at = length; at < this.#column - 1; at += 1) this.#cells.push('');
    this.#cells[this.#column - 1] = text;
    this.#size += text.length;
    if (this.#size > maxRow) throw bomb(this.path, moreThan(sizeText(maxRow)));
  }

  #cellText(): string {
    const { strings, is1904 } = this.parts;
    const value = this.#value;
    switch (this.#type) {
      case 's': {
        if (value.trim() === '') return '';
        const text = strings[Number(value)];
        if (text === undefined) throw this.#noSuchText();
        return text;
      }
      case 'inlineStr':
        return this.#runs.take();
      case 'str':
        return cellText(value);
      case 'b':
        return value.trim() === '' ? '' : /^(1|true)$/i.test(value.trim()) ? 'TRUE' : 'FALSE';
      case 'e':
        return '';
      case 'd':
        return value.trim().replace(/T(?:00:00(?::00(?:\.0+)?)?)?(?=[\d]|$)/, (mark) => (mark === 'T' ? ' ' : ''));
      default:
        return value === '' ? '' : numberText(value, this.#style, is1904);
    }
  }

  #closeRow(): void {
    const cells = this.#cells;
    this.#width = Math.max(this.#width, cells.length);
    const { length } = cells;
    // A note or title alone in its row is one cell, as in CSV; a number or a date is the first cell of an empty record.
    if (length > 1 || (length === 1 && (!this.#isText || isDateText(cells[0]!))))
      this.#push(`${cells.map(quoted).join(',')}${','.repeat(this.#width - length)}\n`);
    else this.#push(`${quoted(cells[0] ?? '')}\n`);
  }

  #push(line: string): void {
    this.#lines.push(line);
    this.length += line.length;
    if (this.length > maxPiece) throw bomb(this.path, moreThan(sizeText(maxPiece)));
  }

  #badReference() {
    return damagedWorkbook(this.path, {
      en: `a cell reference after row ${this.#row} is invalid`,
      fr: `une référence de cellule après la ligne ${this.#row} est invalide`,
    });
  }

  #noSuchText() {
    return damagedWorkbook(this.path, {
      en: `row ${this.#row} refers to a text that is missing`,
      fr: `la ligne ${this.#row} renvoie à un texte qui manque`,
    });
  }
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The number of the column of a reference such as `AB12`; 0 if it is none. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    if (code === 36) continue;
    if (code >= 48 && code <= 57) return column;
    const letter = (code & ~32) - 64;
    if (letter < 1 || letter > 26 || at > 3) return 0;
    column = column * 26 + letter;
  }
  return column;
}
