import { Problem } from '../../core/problem.ts';
import { REFUSED } from '../../fields/field.ts';
import type { CsvShape } from '../../readers/csv.ts';
import type { Input } from '../../readers/input.ts';
import { refuseOpenQuestion } from '../advice/open-questions.ts';
import { readNumber } from '../compile.ts';
import { Columns } from '../head/column-cells.ts';
import { below, type HeadRecords } from '../head/head-records.ts';
import type { Resolved } from '../plan.ts';
import type { Planning } from '../planning.ts';
import { refuseUnproven } from '../recognise/proof.ts';
import { placeAt, type Recognised, recognise, type SourceEntry } from '../recognise/recognise.ts';
import { tableBlock } from '../recognise/table-blocks.ts';
import { columnsOf } from '../resolve-fields.ts';
import { ofWidth, planTable } from './plan-table.ts';

/** The source that a file was found to be. None is a Problem, and so is a hand-made file that does not prove to be it. */
export async function provenSource(
  input: Input,
  shape: CsvShape,
  records: HeadRecords,
  found: Recognised | null,
  entry: SourceEntry,
  planning: Planning,
): Promise<Recognised> {
  if (found === null) throw await unknown(input, shape, records, entry, planning);
  const { path } = input;
  const place = placeAt(records, found.at);
  refuseUnproven(path, found.source, place, new Columns(place.rows), entry, planning.sources);
  refuseOpenQuestion(path, planning.written?.(path) ?? path, found.source, place, entry);
  return found;
}

/** Why no format fits a file, and what would make it readable; loaded only for such a file. */
async function unknown(
  input: Input,
  shape: CsvShape,
  records: HeadRecords,
  entry: SourceEntry,
  planning: Planning,
): Promise<Problem> {
  const { unrecognised } = await import('../advice/unrecognised.ts');
  const works = (advised: SourceEntry): boolean => isReadable(input, shape, records, advised, planning);
  const written = planning.written?.(input.path) ?? input.path;
  return unrecognised(input.path, records, planning.sources, entry, works, written);
}

/** Whether nearly all rows of the head can be read by an entry: advice is tried before it is given. */
function isReadable(
  input: Input,
  shape: CsvShape,
  records: HeadRecords,
  entry: SourceEntry,
  planning: Planning,
): boolean {
  try {
    const found = recognise(input.path, records, planning.sources, entry);
    if (found === null) return false;
    const table = planTable(input, shape, tableBlock(records, found.at), found.source, entry, planning);
    if (table === null) return false;
    const zones = { report: planning.zone, source: planning.zone, utc: planning.utc };
    const fields = [...Object.values(table.fields), ...Object.values(table.line ?? {})];
    const isText = (from: Resolved): boolean =>
      columnsOf(from).some(({ as }) => as.type === 'text' || as.type === 'key');
    const reads = fields.filter((from) => !isText(from)).map((from) => readNumber(from, zones));
    let [rows, faults, isLast] = [0, 0, false];
    for (const cells of ofWidth(below(records.first, found.at), table.header.length)) {
      rows += 1;
      isLast = reads.some((read) => read(cells) === REFUSED);
      if (isLast) faults += 1;
    }
    // The last row may be a total or a line below the table, which is no record.
    return rows > 0 && (faults <= 0.05 * rows || (rows > 2 && faults === 1 && isLast));
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}
