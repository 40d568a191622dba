import { CsvError, type Options, Parser } from 'csv-parse';
import type { Problem } from '../core/problem.ts';
import type { RecordGate } from './csv-records.ts';
import { closingQuote } from './strict.ts';

const quote = 34;
const lf = 10;
const cr = 13;
const anyLineEnd = ['\r\n', '\n', '\r'];

/** csv-parse handing each record straight to a callback: nothing passes through the object stream. */
class DirectParser extends Parser {
  private readonly onCells: (cells: string[], end: number) => void;

  constructor(options: Options, onCells: (cells: string[], end: number) => void) {
    super(options);
    this.onCells = onCells;
  }

  override push(cells: string[] | null): boolean {
    // `info.bytes` is where the record just read ends.
    if (cells !== null) this.onCells(cells, this.info.bytes);
    return true;
  }
}

/**
 * The records of a stretch with odd quotes in it, by csv-parse. Returns how many bytes whole records took; a record cut
 * at the end of the stretch is left for the next call, unless `last` says that nothing follows.
 */
export function relaxedRecords(stretch: Buffer, delimiter: string, last: boolean, gate: RecordGate): number {
  let taken = 0;
  const options: Options = {
    delimiter,
    // Looking for one kind of line end is cheaper than for three.
    record_delimiter: stretch.includes(cr) ? anyLineEnd : '\n',
    relax_column_count: true,
    // A quote inside a cell that does not start with one is only a character.
    relax_quotes: true,
  };
  const parser = new DirectParser(options, (cells, end) => {
    if (gate.stopped) return;
    if (cells.some((cell) => cell.charCodeAt(0) === quote) && !closesWell(stretch.subarray(taken, end), delimiter)) {
      throw gate.fault(
        'text_after_quote',
        {
          en: 'has text after the closing quote (") of a cell',
          fr: 'a du texte après le guillemet fermant (") d\'une cellule',
        },
        {
          en: 'Double the quotes inside the cell ("") or export the file again.',
          fr: 'Doublez les guillemets dans la cellule ("") ou exportez à nouveau le fichier.',
        },
      );
    }
    gate.take(cells, end - taken);
    taken = end;
  });
  const done = (error?: Error | null): void => {
    if (error) throw parserFailure(error, gate);
  };
  // The parser's own two steps, called directly: no stream is needed for bytes at hand.
  parser._transform(stretch, 'utf8', done);
  if (last && !gate.stopped) parser._flush(done);
  return taken;
}

function parserFailure(error: Error, gate: RecordGate): Error | Problem {
  if (!(error instanceof CsvError) || error.code !== 'CSV_QUOTE_NOT_CLOSED') return error;
  return gate.fault(
    'quote_not_closed',
    { en: 'opens a quote (") that is never closed', fr: 'ouvre un guillemet (") qui n\'est jamais fermé' },
    {
      en: 'Close the quote, or double it ("") if it belongs to the text.',
      fr: 'Fermez le guillemet, ou doublez-le ("") s\'il fait partie du texte.',
    },
  );
}

/**
 * Whether nothing follows the closing quote of any cell of a record. The relaxed parser keeps `"a"b` as it is, which
 * looks like the valid cell `"""a""b"` once it is read; the bytes distinguish them.
 */
function closesWell(record: Buffer, delimiter: string): boolean {
  const separator = delimiter.charCodeAt(0);
  let at = 0;
  while (at < record.length) {
    if (record[at] === quote) {
      const end = closingQuote(record, at + 1).at;
      at = end + 1;
      if (end < 0 || (at < record.length && !isCellEnd(record[at], separator))) return false;
    }
    while (at < record.length && !isCellEnd(record[at], separator)) at++;
    at++;
  }
  return true;
}

function isCellEnd(byte: number | undefined, separator: number): boolean {
  return byte === separator || byte === lf || byte === cr;
}
