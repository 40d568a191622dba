import { Problem } from '../core/problem.ts';
import type { Text } from '../core/text.ts';
import { type Limits, sizeText } from './input.ts';

export type Delimiter = ',' | ';' | '\t' | '|';

/** How the records of a CSV file are written. */
export interface CsvShape {
  readonly delimiter: Delimiter;
}

/** Takes one record; exactly `false` means that enough was read. */
export type OnRecord = (cells: string[]) => unknown;

/** Counts the records of one file on their way out and enforces the limits. */
export class RecordGate {
  /** Records so far, blank lines included. */
  count = 0;
  /** Set when the receiver wants no more. */
  stopped = false;
  readonly path: string;
  private readonly limits: Limits;
  private readonly onRecord: OnRecord;

  constructor(path: string, limits: Limits, onRecord: OnRecord) {
    this.path = path;
    this.limits = limits;
    this.onRecord = onRecord;
  }

  /** Hands one record on. `bytes` is its length in the file. */
  take(cells: string[], bytes: number): void {
    if (this.stopped) return;
    this.checkLength(bytes);
    this.count++;
    if (cells.length > this.limits.maxColumns) {
      throw this.problem(
        'too_many_columns',
        this.count,
        {
          en: `has ${cells.length} columns, more than ${this.limits.maxColumns}`,
          fr: `a ${cells.length} colonnes, au-delà de la limite de ${this.limits.maxColumns}`,
        },
        {
          en: 'Check that the file is a table with one record per line.',
          fr: 'Vérifiez que le fichier est un tableau avec un enregistrement par ligne.',
        },
      );
    }
    if (this.onRecord(cells) === false) this.stopped = true;
  }

  /** Refuses the record that begins after `count` ones when it has grown to `bytes`. */
  checkLength(bytes: number): void {
    if (bytes <= this.limits.maxRecordBytes) return;
    const most = sizeText(this.limits.maxRecordBytes);
    throw this.problem(
      'record_too_long',
      this.count + 1,
      { en: `is longer than ${most.en}`, fr: `dépasse ${most.fr}` },
      {
        en: 'Most often a quote (") opens a cell and is never closed: close it, or double it ("") inside the cell.',
        fr: 'Le plus souvent, un guillemet (") ouvre une cellule et n\'est jamais fermé\u00a0: fermez-le, ou doublez-le ("") dans la cellule.',
      },
    );
  }

  /** A Problem at the next record. */
  fault(code: string, says: Text, advice: Text): Problem {
    return this.problem(code, this.count + 1, says, advice);
  }

  /** Rows are counted from the top of the file, as a spreadsheet does: it is not known here which one is the header. */
  private problem(code: string, row: number, says: Text, advice: Text): Problem {
    const text = {
      en: `${this.path}: row ${row} of the file ${says.en}`,
      fr: `${this.path}\u00a0: la ligne ${row} du fichier ${says.fr}`,
    };
    return new Problem(code, text, [advice], { file: this.path });
  }
}

/** A Problem at one record of a file, counted from 1. */
export function recordProblem(code: string, path: string, record: number, says: Text, advice: Text): Problem {
  const text = {
    en: `${path}: record ${record} ${says.en}`,
    fr: `${path}\u00a0: l'enregistrement ${record} ${says.fr}`,
  };
  return new Problem(code, text, [advice], { file: path, record });
}
