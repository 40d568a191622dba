import { RowAccount } from '../../core/accounting.ts';
import type { Dimension } from '../../core/kinds.ts';
import { isBlankRow } from '../../ingest/ingest.ts';
import type { RowReader } from '../../ingest/row-reader.ts';
import type { FilePlan } from '../../plan/plan.ts';
import type { Columns, ColumnsPlan } from '../../reader/columns.ts';
import { readColumns } from '../../reader/read-columns.ts';
import { bodyOf } from '../../reader/segment.ts';
import { readingFailure } from '../../readers/failures.ts';
import type { Limits } from '../../readers/input.ts';
import { type ColumnReading, columnsPlan, Feeding, headerRecords, isPlainTable } from '../load/feed-columns.ts';
import type { OpenTable } from '../load/load-files.ts';
import { type AsideRow, PassingVisits } from '../load/passing-visits.ts';
import type { Memory } from '../state/context.ts';
import type { TableInfo } from '../state/table-info.ts';
import type { Database } from './database.ts';
import type { VisitTable } from './visit-table.ts';
import { VisitWriter } from './visit-writer.ts';

/** A file of visits that was read into the database, and what is left to memory. */
export interface StagedVisits
  extends Pick<VisitTable, 'name' | 'parts' | 'named' | 'fields' | 'hasVisitor' | 'combos'> {
  /** Rows of the file, and those of them that are in the database. */
  readonly read: number;
  readonly rows: number;
  readonly aside: readonly AsideRow[];
  readonly isEnded: boolean;
  /** What is known of the table from its rows in the database. */
  readonly info: TableInfo;
  readonly reader: RowReader;
  /** Bytes of the file that were read. */
  readonly bytes: number;
}

/** Up to this many rows are kept for memory while it is decided whether a file can stay; with more it is read there. */
const mostAside = 50_000;

/** Takes rows out of columns; those of which only the cells are known are set aside. */
class Staging extends Feeding {
  constructor(
    opened: OpenTable,
    account: RowAccount,
    limits: Limits,
    plan: ColumnsPlan,
    private readonly aside: AsideRow[],
  ) {
    super(opened, account, limits, plan);
  }

  protected override odd(cells: readonly string[]): boolean {
    const { account } = this;
    if (cells.length > this.limits.maxColumns) return false;
    const isBlank = isBlankRow(cells);
    if (!isBlank) account.read += 1;
    this.aside.push({ record: account.read, cells: isBlank ? null : cells });
    return true;
  }
}

/** Reads a file of visits into tables; null, and no tables, if it cannot stay there or is malformed. */
export async function stageVisits(
  database: Database,
  name: string,
  file: FilePlan,
  memory: Memory,
  by: readonly Dimension[],
  { limits, workers, stored, onRead }: ColumnReading,
): Promise<StagedVisits | null> {
  const size = file.input.size ?? 0;
  const { disk } = file.input;
  if (disk === null || file.shape.form !== 'csv' || size === 0 || !isPlainTable(file)) return null;
  const body = bodyIn(file.path, disk, file.shape.delimiter, size, headerRecords(file.tables[0]!));
  if (body === null) return null;
  const account = new RowAccount();
  const visits = new PassingVisits(memory, file, account, by);
  const { collector, aside } = visits;
  const opened = { plan: file.tables[0]!, collector, sink: collector };
  const plan = columnsPlan(file, opened, memory, limits);
  const staging = new Staging(opened, account, limits, plan, aside);
  const writer = new VisitWriter(database, name, visits);
  const take = async (columns: Columns): Promise<boolean> => {
    if (columns.fault !== null || !staging.take(columns)) return false;
    await writer.write();
    return aside.length <= mostAside;
  };
  let at = body.start;
  let isWhole = true;
  for await (const columns of readColumns(plan, body.start, size, workers, stored?.file(plan, body.start) ?? null)) {
    isWhole = await take(columns);
    if (!isWhole) break;
    onRead(columns.to - at);
    at = columns.to;
  }
  const fields = await writer.end();
  const { rows, combos, parts } = writer;
  const { hasVisitor } = visits;
  const staged: StagedVisits = {
    name,
    parts,
    named: parts[1] ?? null,
    fields,
    hasVisitor,
    combos: [...combos],
    read: account.read,
    rows,
    aside,
    isEnded: body.isEnded,
    info: collector.table,
    reader: collector.reader,
    bytes: at - body.start,
  };
  if (isWhole) return staged;
  await dropVisits(database, staged, { onRead });
  return null;
}

/** Where the records of a file are. */
function bodyIn(path: string, ...file: Parameters<typeof bodyOf>): ReturnType<typeof bodyOf> {
  try {
    return bodyOf(...file);
  } catch (error) {
    throw readingFailure(error, path);
  }
}

/** Removes the tables of a file, which will be read again. */
export async function dropVisits(
  database: Database,
  { name, parts, bytes }: StagedVisits,
  { onRead }: Pick<ColumnReading, 'onRead'>,
): Promise<void> {
  onRead(-bytes);
  await database.run([`DROP VIEW ${name}`, ...parts.map((part) => `DROP TABLE ${part}`)].join('; '));
}
