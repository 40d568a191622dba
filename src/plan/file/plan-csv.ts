import type { Text } from '../../core/text.ts';
import { type CsvShape, detectDelimiter, headRecords } from '../../readers/csv.ts';
import type { Head } from '../../readers/decode.ts';
import type { Input } from '../../readers/input.ts';
import { type Source, titleOf } from '../../sources/source.ts';
import { undated } from '../advice/no-dates.ts';
import { notRead, refuseUnread } from '../advice/not-read.ts';
import { headRows, knownRecords, type Records, splitHead } from '../head/head-records.ts';
import type { Planned, Planning } from '../planning.ts';
import { propertyOf } from '../recognise/property.ts';
import { recognise, type SourceEntry } from '../recognise/recognise.ts';
import { blocksOf, isBelowAnother, tableBlock } from '../recognise/table-blocks.ts';
import { withJoinedHeader } from '../recognise/two-row-header.ts';
import { planTable } from './plan-table.ts';
import { provenSource } from './proven-source.ts';

/** The records of this many bytes are kept from planning to reading. */
const smallFile = 256 * 1024;

/** `#`, with which the lines between tables begin. */
const hash = 0x23;

/** Plans a file of rows, in each of which cells are separated; a sheet of a workbook is one. */
export async function planCsv(input: Input, head: Head, entry: SourceEntry, planning: Planning): Promise<Planned> {
  const shape: CsvShape = { delimiter: input.sheet === undefined ? detectDelimiter(head.text) : ',' };
  const { limits } = planning;
  const small = head.complete && head.text.length <= smallFile;
  const whole = (): Records => headRecords(head, shape, headRows, limits);
  // Consecutive tables are looked for in all of the head.
  const records = withJoinedHeader(
    small || head.text[0] === hash ? knownRecords(whole(), !head.complete) : splitHead(head, shape, limits),
    planning.sources,
  );
  const found = recognise(input.path, records, planning.sources, entry);
  refuseUnread(input.path, records, found, entry);
  const { source, at } = await provenSource(input, shape, records, found, entry, planning);
  const tables =
    source.layout === 'blocks'
      ? blocksOf(records.all([]) === records.first ? records.first : whole(), source).flatMap(
          (block) => planTable(input, shape, block, source, entry, planning) ?? [],
        )
      : sourcesOf(source).flatMap(
          (part) => planTable(input, shape, tableBlock(records, at), part, entry, planning) ?? [],
        );
  if (tables.length === 0 && isBelowAnother(records, source, at)) throw notRead(input.path, titleOf(source), pivoted);
  if (tables.length === 0) throw undated(input.path, source);
  const kept = small && records.first.length < headRows ? records.first : null;
  const property = propertyOf(source, records.first);
  const planned: Planned = { shape: { form: 'csv', ...shape }, source, tables, records: kept };
  return property === undefined ? planned : { ...planned, property };
}

const pivoted: Text = {
  en: 'the names of its columns are in two lines, since a dimension is in the columns; move it to the rows and export it again',
  fr: 'les noms de ses colonnes sont sur deux lignes, car une dimension est en colonnes\u00a0; placez-la en lignes et exportez-le à nouveau',
};

/** A source, and the records of another kind that some of its rows are. */
function sourcesOf({ also, ...source }: Source): readonly Source[] {
  if (also === undefined) return [source];
  const { line: _, skip: __, ...own } = source;
  return [source, { ...own, ...also }];
}
