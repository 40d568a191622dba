import { Problem } from '../core/problem.ts';
import type { CsvShape, Delimiter, OnRecord } from './csv-records.ts';
import type { Head } from './decode.ts';
import { defaultLimits, type Limits } from './input.ts';
import { isDelimiter, sepLine } from './sep.ts';
import { RecordSplitter } from './splitter.ts';

export type { CsvShape, Delimiter } from './csv-records.ts';

/**
 * Bytes pushed into the splitter at once when reading from a head in memory: few at first, since a few records are
 * often enough.
 */
const firstBlock = 8 * 1024;
const headBlock = 64 * 1024;

/**
 * Pushes every record of the file, a blank line as `['']`, cells untrimmed. The callback is synchronous; false stops
 * the reading early. A first line `sep=;` and a byte order mark are dropped.
 */
export async function readCsv(
  chunks: AsyncIterable<Buffer>,
  shape: CsvShape,
  path: string,
  limits: Limits,
  onRecord: OnRecord,
): Promise<void> {
  const splitter = new RecordSplitter(shape, path, limits, onRecord);
  for await (const chunk of chunks) if (!splitter.write(chunk)) return;
  splitter.end();
}

/**
 * The first records of a file; the last one, which may be cut, is left out if the head is not the whole file. Cells of
 * columns not in `only` may be left empty.
 */
export function headRecords(
  head: Head,
  shape: CsvShape,
  max: number,
  limits = defaultLimits,
  only: Uint8Array | null = null,
): string[][] {
  const records: string[][] = [];
  // Copied, so that the splitter's own arrays all die young: otherwise V8 would treat them as long-lived ever after.
  for (const cells of eachHeadRecord(head, shape, max, limits, only)) records.push(cells.slice());
  return records;
}

/** The same one after the other: records that are only examined take no memory. */
export function* eachHeadRecord(
  head: Head,
  shape: CsvShape,
  max: number,
  limits = defaultLimits,
  only: Uint8Array | null = null,
): Generator<readonly string[]> {
  let found: string[][] = [];
  let count = 0;
  const take: OnRecord = (cells) => {
    found.push(cells);
    count += 1;
    return count < max;
  };
  const splitter = new RecordSplitter(shape, head.path ?? 'the file', limits, take, only);
  const { text } = head;
  for (let at = 0, size = firstBlock; count < max; at += size, size = headBlock) {
    let fault: unknown = null;
    try {
      if (at < text.length) splitter.write(text.subarray(at, at + size));
      else if (head.complete) splitter.end();
      else splitter.drop();
    } catch (error) {
      fault = error;
    }
    // Records before a fault count: a caller that has enough never sees it.
    yield* found;
    found = [];
    if (fault !== null) throw fault;
    if (at >= text.length) return;
  }
}

/** Records examined to find the delimiter. */
const sample = 50;

/** In this order if two fit equally well: cells hold decimal commas, but hardly ever a lone tab or semicolon. */
const candidates: readonly Delimiter[] = ['\t', ';', '|', ','];

/**
 * The delimiter that gives the most records of the same width above 1; of two, the wider. Title and comment lines
 * before the table have other widths, so they do not count. Without any, the comma: a table of one column.
 */
export function detectDelimiter(head: string | Buffer): Delimiter {
  const bytes = typeof head === 'string' ? Buffer.from(head) : head;
  const said = sepLine(bytes).delimiter;
  // A spreadsheet that saves the table with another mark leaves the line as it was.
  if (isDelimiter(said) && commonWidth(bytes, said).records > 0) return said;
  if (!candidates.some((one) => one !== ',' && bytes.includes(one))) return ',';
  let best: Delimiter = ',';
  let most: CommonWidth = { records: 0, width: 0, first: 0, all: 0 };
  for (const delimiter of candidates) {
    if (!bytes.includes(delimiter)) continue;
    const fit = commonWidth(bytes, delimiter);
    if (delimiter === ',' && areDecimals(fit, most)) continue;
    if (fit.records > most.records || (fit.records === most.records && fit.width > most.width)) {
      most = fit;
      best = delimiter;
    }
  }
  return best;
}

/** The width that most records have with a delimiter, and which record is the first of them. */
interface CommonWidth {
  readonly records: number;
  readonly width: number;
  readonly first: number;
  /** Those above the longest run included. */
  readonly all: number;
}

/** Whether commas are those of one amount in each row, below a header without any: rows may end early. */
const areDecimals = (comma: CommonWidth, other: CommonWidth): boolean =>
  comma.width === 2 && other.width > 2 && other.first < comma.first && other.all * 2 >= comma.all;

/**
 * The width above 1 that most of the first records have with this delimiter. Those above the longest run of that width
 * are no part of the table: titles and periods have commas, too.
 */
function commonWidth(bytes: Buffer, delimiter: Delimiter): CommonWidth {
  const widths: number[] = [];
  const whole: Head = { text: bytes, complete: true, encoding: { name: 'utf-8', bom: false } };
  try {
    for (const cells of eachHeadRecord(whole, { delimiter }, Number.POSITIVE_INFINITY)) {
      if (cells.length > 1 || cells[0] !== '') widths.push(cells.length);
      if (widths.length >= sample) break;
    }
  } catch (error) {
    // With the wrong delimiter quotes do not close where they should: the records up to there count.
    if (!(error instanceof Problem)) throw error;
  }
  let best: CommonWidth = { records: 0, width: 0, first: 0, all: 0 };
  for (const width of new Set(widths.filter((one) => one > 1))) {
    const records = fromLongestRun(widths, width);
    if (records > best.records || (records === best.records && width > best.width))
      best = { records, width, first: widths.indexOf(width), all: widths.filter((one) => one === width).length };
  }
  return best;
}

/** How many of the widths are this one, from the beginning of its longest run, the last of several. */
function fromLongestRun(widths: readonly number[], width: number): number {
  let [longest, count, run] = [0, 0, 0];
  for (const one of widths) {
    run = one === width ? run + 1 : 0;
    if (run > 0 && run >= longest) [longest, count] = [run, run];
    else if (one === width) count += 1;
  }
  return count;
}
