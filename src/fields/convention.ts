import { peel } from './affix.ts';
import { type Decimal, digitsOf } from './numeral.ts';

/** One column of numbers of a file, as far as its head shows it. */
export interface NumberColumn {
  /** What its cells prove of it. */
  readonly proven: Decimal | null;
  /** What they prove of any column of the file; left out: the same. */
  readonly general?: Decimal | null;
  /** What the user says. */
  readonly configured?: Decimal | undefined;
}

/** What is known about a file besides its columns. */
export interface FileConvention {
  /** The rule of the file's format, if it has one. */
  readonly format?: Decimal | undefined;
  readonly delimiter: string;
}

export interface DecimalDecision {
  readonly decimal: Decimal;
  readonly reason: 'configuration' | 'evidence' | 'other columns' | 'format' | 'default';
}

const hasMark = (text: string): boolean => text.includes('.') || text.includes(',');

/** Nearly all numbers that prove a mark: no group of three follows it. */
const plainProof = /^-?\d{1,9}([.,])(?:\d\d?|\d{4,6})$/;

/**
 * The decimal mark that one cell proves: the one of the two conventions in which it is a number, if it is not one in
 * the other. So `1.234,5`, `1.234.567`, `12,5`, `1234,567` and `0,125` prove something and `1,234` does not.
 */
export const decimalEvidence = (text: string): Decimal | null => {
  if (!hasMark(text)) return null;
  const plain = plainProof.exec(text);
  if (plain !== null) return plain[1] as Decimal;
  const parts = peel(text);
  if (parts === null) return null;
  const point = digitsOf(parts.core, '.') !== null;
  const comma = digitsOf(parts.core, ',') !== null;
  if (point !== comma) return point ? '.' : ',';
  // Of `IDR 12.000` the mark separates thousands: nobody writes cents of a rupiah.
  if (!parts.currency || !withoutCents.has(parts.currency) || !isOpen(text)) return null;
  return text.includes('.') ? ',' : '.';
};

/** Currencies whose amounts are written without decimals. */
const withoutCents = new Set('CLP COP IDR ISK JPY KRW PYG UGX VND XAF XOF XPF'.split(' '));

/** Whether a number can be read with decimals and without: one mark, followed by a group of three. */
function isOpen(text: string): boolean {
  if (!/[.,]\d{3}(?!\d)/.test(text)) return false;
  const core = peel(text)?.core;
  return core !== undefined && /^[1-9]\d{0,2}[.,]\d{3}$/.test(core);
}

/** What most cells of a column prove, among those that prove anything; a tie proves nothing. */
export class DecimalEvidence {
  #balance = 0;
  #thousands = 0;
  #hasOnlyZeros = true;
  /** The first cell that is one number in either convention: `1.234`. */
  open: string | null = null;

  /**
   * `counts`: the column holds whole numbers, so a mark before three digits separates thousands. `fromDatabase`: before three zeros
   * it may be the decimal mark of a database.
   */
  constructor(
    private readonly counts = false,
    private readonly fromDatabase = true,
  ) {}

  add(text: string): void {
    if (!hasMark(text)) return;
    const found = decimalEvidence(text);
    if (found !== null) this.#balance += found === '.' ? 1 : -1;
    else if ((this.counts || this.open === null) && isOpen(text)) {
      this.open ??= text.trim();
      this.#thousands += text.includes('.') ? -1 : 1;
      this.#hasOnlyZeros &&= /[.,]000(?!\d)/.test(text);
    }
  }

  /** So many cells that prove a point, and a comma. */
  addProofs(points: number, commas: number): void {
    this.#balance += points - commas;
  }

  /** What the cells prove of any column of the file. */
  get general(): Decimal | null {
    if (this.#balance === 0) return null;
    return this.#balance > 0 ? '.' : ',';
  }

  /**
   * What they prove of their own column: a count has no fraction, which says nothing of amounts beside it. Groups of zeros alone may be
   * decimals that a database writes.
   */
  get proven(): Decimal | null {
    if (this.general !== null || !this.counts || this.#thousands === 0 || (this.fromDatabase && this.#hasOnlyZeros))
      return this.general;
    return this.#thousands > 0 ? '.' : ',';
  }
}

/**
 * The decimal mark of each column, with the reason for it: what the user says, else what its own cells prove, else what
 * the columns so decided agree on, else the mark that the counts among them leave for decimals, else the format's rule, else a comma in files separated by `;` and a point in
 * others.
 */
export const decideDecimal = (columns: readonly NumberColumn[], file: FileConvention): DecimalDecision[] => {
  const known = columns.map(({ proven, configured }): DecimalDecision | null => {
    if (configured !== undefined) return { decimal: configured, reason: 'configuration' };
    return proven && { decimal: proven, reason: 'evidence' };
  });
  const general = new Set(columns.flatMap(({ proven, general = proven, configured }) => configured ?? general ?? []));
  // What separates the thousands of counts is no decimal mark beside them, if there is no other evidence.
  const marks = general.size > 0 ? general : new Set(columns.flatMap(({ proven }) => proven ?? []));
  const [agreed] = marks;
  const rest: DecimalDecision =
    marks.size === 1 && agreed !== undefined
      ? { decimal: agreed, reason: 'other columns' }
      : file.format !== undefined
        ? { decimal: file.format, reason: 'format' }
        : { decimal: file.delimiter === ';' ? ',' : '.', reason: 'default' };
  return known.map((column) => column ?? rest);
};
