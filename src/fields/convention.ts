import { peel } from './affix.ts';
import { type Decimal, digitsOf } from './numeral.ts';

/** One column of numbers of a file, as far as its head shows it. */
export interface NumberColumn {
  readonly texts: Iterable<string>;
  /** What the user says. */
  readonly configured?: Decimal | undefined;
}

/** What is known about a file apart from its columns. */
export interface FileConvention {
  /** The rule of the file's format, where it has one. */
  readonly format?: Decimal | undefined;
  readonly delimiter: string;
}

export interface DecimalDecision {
  readonly decimal: Decimal;
  readonly reason: 'configuration' | 'evidence' | 'other columns' | 'format' | 'default';
}

/**
 * The decimal mark that one cell proves: the one of the two conventions in which it is a number, if in the other it is
 * none. So `1.234,5`, `1.234.567`, `12,5`, `1234,567` and `0,125` prove something and `1,234` does not.
 */
export const decimalEvidence = (text: string): Decimal | null => {
  if (!text.includes('.') && !text.includes(',')) return null;
  const parts = peel(text);
  if (parts === null) return null;
  const point = digitsOf(parts.core, '.') !== null;
  const comma = digitsOf(parts.core, ',') !== null;
  if (point === comma) return null;
  return point ? '.' : ',';
};

/** What most of the cells that prove anything prove; a tie proves nothing. */
const columnEvidence = (texts: Iterable<string>): Decimal | null => {
  let balance = 0;
  for (const text of texts) {
    const found = decimalEvidence(text);
    if (found !== null) balance += found === '.' ? 1 : -1;
  }
  if (balance === 0) return null;
  return balance > 0 ? '.' : ',';
};

/**
 * The decimal mark of each column, with the reason for it: what the user says, else what its own cells prove, else
 * what the columns so decided agree on, else the format's rule, else a comma in files parted by `;` and a point in others.
 */
export const decideDecimal = (columns: readonly NumberColumn[], file: FileConvention): DecimalDecision[] => {
  const known = columns.map(({ texts, configured }): DecimalDecision | null => {
    if (configured !== undefined) return { decimal: configured, reason: 'configuration' };
    const decimal = columnEvidence(texts);
    return decimal && { decimal, reason: 'evidence' };
  });
  const marks = new Set(known.flatMap((column) => column?.decimal ?? []));
  const [agreed] = marks;
  const rest: DecimalDecision =
    marks.size === 1 && agreed !== undefined
      ? { decimal: agreed, reason: 'other columns' }
      : file.format !== undefined
        ? { decimal: file.format, reason: 'format' }
        : { decimal: file.delimiter === ';' ? ',' : '.', reason: 'default' };
  return known.map((column) => column ?? rest);
};
