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
  let most: Run = { records: 0, width: 0, from: 0, to: 0, first: 0, all: 0 };
  for (const delimiter of candidates) {
    if (!bytes.includes(delimiter)) continue;
    const fit = commonWidth(bytes, delimiter);
    if (isTitleOf(fit, most) || (delimiter === ',' && areDecimals(fit, most))) continue;
    const wins = fit.records > most.records || (fit.records === most.records && fit.width > most.width);
    if (wins || isTitleOf(most, fit)) {
      most = fit;
      best = delimiter;
    }
  }
  return best;
}

/** The records of one width, and where the longest run of them begins and ends. */
interface Run {
  readonly records: number;
  readonly width: number;
  readonly from: number;
  readonly to: number;
  /** The first record of this width. */
  readonly first: number;
  /** Those above the longest run included. */
  readonly all: number;
}

/** Lines that all are above a wider table, as dates with commas are in the lines above a table of few rows. */
const isTitleOf = (lines: Run, table: Run): boolean =>
  table.records > 1 && lines.to < table.from && lines.width < table.width;

/** Whether commas are those of one amount in each row, below a header without any: rows may end early. */
const areDecimals = (comma: Run, other: Run): boolean =>
  comma.width === 2 && other.width > 2 && other.first < comma.first && other.all * 2 >= comma.all;

/**
 * The width above 1 that most of the first records have with this delimiter. Those above the longest run of that width
 * are no part of the table: titles and periods have commas, too.
 */
function commonWidth(bytes: Buffer, delimiter: Delimiter): Run {
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
  let best: Run = { records: 0, width: 0, from: 0, to: 0, first: 0, all: 0 };
  for (const width of new Set(widths.filter((one) => one > 1))) {
    const run = fromLongestRun(widths, width);
    if (run.records > best.records || (run.records === best.records && width > best.width)) best = run;
  }
  return best;
}

/** The records of this width, from the beginning of their longest run, the last of several. */
function fromLongestRun(widths: readonly number[], width: number): Run {
  let [longest, records, run, from, to] = [0, 0, 0, 0, 0];
  for (const [at, one] of widths.entries()) {
    run = one === width ? run + 1 : 0;
    if (run > 0 && run >= longest) [longest, records, from, to] = [run, run, at - run + 1, at];
    else if (one === width) records += 1;
  }
  return { records, width, from, to, first: widths.indexOf(width), all: widths.filter((one) => one === width).length };
}
