import { parentPort } from 'node:worker_threads';
import type { Columns, ColumnsPlan, FieldColumns } from './columns.ts';
import { type Segment, SegmentReader } from './segment.ts';
import { type Keeping, keepSegment } from './stored-columns.ts';

/** A segment to read of one of the files of a run; its plan comes with the first segment that a worker reads of it. */
export interface Task {
  readonly file: number;
  readonly plan: ColumnsPlan | null;
  readonly segment: Segment;
  /** Where its columns are kept for later runs, if they are. */
  readonly keeping: Keeping | null;
}

/** What a worker sends for each task, in their order; null where the file could not be read. */
export type Done = Columns | null;

/** The memory that is handed over, not copied. */
function memoryOf({ kinds, own, line, combos, comboCodes, spans, exact }: Columns): ArrayBuffer[] {
  const of = ({ numbers, texts }: FieldColumns): ArrayBufferView[] => [
    ...numbers.filter((one) => one !== null),
    ...texts.flatMap((text): ArrayBufferView[] => {
      if (text.role === 'word') return text.codes === null ? [] : [text.codes];
      return text.role === 'id' ? [text.bytes, text.ends, text.hashes] : [text.hashes, text.prints];
    }),
  ];
  const arrays = [
    kinds,
    combos,
    comboCodes,
    spans,
    ...(exact === null ? [] : [exact]),
    ...of(own),
    ...(line === null ? [] : of(line)),
  ];
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}

const readers = new Map<number, SegmentReader>();

parentPort?.on('message', ({ file, plan, segment, keeping }: Task) => {
  let done: Done = null;
  try {
    let reader = readers.get(file);
    if (reader === undefined) {
      for (const other of readers.values()) other.close();
      readers.clear();
      reader = new SegmentReader(plan!);
      readers.set(file, reader);
    }
    done = reader.read(segment);
    if (keeping !== null) keepSegment(keeping, done);
  } catch {
    // The exact reader will say what is wrong.
  }
  parentPort?.postMessage(done, done === null ? [] : memoryOf(done));
});
