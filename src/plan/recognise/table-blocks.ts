import type { DayRange } from '../../fields/date-range.ts';
import type { Source } from '../../sources/source.ts';
import {
  firstBelow,
  type Glances,
  type HeadRecords,
  knownRecords,
  type Records,
  type Rows,
  rowsBelow,
} from '../head/head-records.ts';
import { plainLine, statedPeriod } from '../head/preamble.ts';
import { placeAt } from './recognise.ts';
import { bestFit } from './signature.ts';

/** A header with its rows, and the period stated above it. */
export interface Block {
  readonly at: number;
  readonly header: readonly string[];
  /** Whether the header continues in the next record. */
  readonly subtitles: boolean;
  readonly rows: Rows;
  /** Those with so many cells at least, at a glance. */
  readonly glances?: ((least: number) => Glances) | undefined;
  /** Whether they are made of known records. */
  readonly areKnown: boolean;
  /** Whether the file has more of them. */
  readonly isCut: boolean;
  readonly period: DayRange | null;
  /** The lines above it. */
  readonly above: readonly string[];
}

const isOneCell = (cells: readonly string[]): boolean => cells.slice(1).every((cell) => cell.trim() === '');
const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** The table below a header: all that follows it. */
export const tableBlock = (records: HeadRecords, at: number): Block => {
  const above = records.first.slice(0, at).map(plainLine);
  return {
    at,
    header: records.first[at] ?? [],
    subtitles: records.joined === at,
    rows: rowsBelow(records, at),
    glances: records.glances && ((least) => records.glances!(firstBelow(records, at), least)),
    areKnown: records.areKnown,
    isCut: records.isCut,
    period: statedPeriod(above),
    above,
  };
};

/** The tables of a file that separates them by blank lines and lines with `#`: those whose header fits the source. */
export function blocksOf(records: Records, source: Source): Block[] {
  const blocks: Block[] = [];
  let period: DayRange | null = null;
  let notes: string[] = [];
  let current: { at: number; header: readonly string[]; rows: (readonly string[])[]; above: string[] } | null = null;
  const close = () => {
    if (current !== null && fits(source, records, current.at)) {
      const { rows } = current;
      blocks.push({ ...current, subtitles: false, rows: () => rows, areKnown: true, isCut: false, period });
    }
    current = null;
  };
  for (const [at, cells] of records.entries()) {
    if (isBlank(cells)) {
      close();
      continue;
    }
    if ((cells[0] ?? '').startsWith('#')) {
      close();
      notes.push(plainLine(cells));
      continue;
    }
    if (current !== null) {
      current.rows.push(cells);
      continue;
    }
    // A line of one cell right above a wider one is the title of a table.
    if (isOneCell(cells) && !isOneCell(records[at + 1] ?? [])) {
      notes.push(plainLine(cells));
      continue;
    }
    period = statedPeriod(notes, period);
    current = { at, header: cells, rows: [], above: notes };
    notes = [];
  }
  close();
  return blocks;
}

/** Lines above apply to every table of the file. */
const fits = (source: Source, records: Records, at: number): boolean =>
  bestFit(source, placeAt(knownRecords(records), at)).missing.length === 0;

/** Whether a header of a file of several tables is the second line of one: the first has the values of a dimension. */
export function isBelowAnother({ first }: HeadRecords, source: Source, at: number): boolean {
  const before = at === 0 ? [] : first[at - 1]!;
  return source.layout === 'blocks' && !isOneCell(before) && !(before[0] ?? '').startsWith('#');
}
