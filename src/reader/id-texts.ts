import type { Columns, ColumnsPlan, TextColumn } from './columns.ts';
import { SegmentReader } from './segment.ts';

/** The texts of ids, one after the other. */
export type IdTexts = Pick<Extract<TextColumn, { role: 'id' }>, 'bytes' | 'ends'>;

const none: IdTexts = { bytes: new Uint8Array(0), ends: new Int32Array(0) };

/** The id of a record; empty for none. */
export function idAt({ bytes, ends }: IdTexts, record: number): string {
  const from = record === 0 ? 0 : ends[record - 1]!;
  const to = ends[record] ?? from;
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
}

/**
 * The texts of the ids of a segment of which only hashes were kept, read from the file again: hardly any is ever asked for. None
 * where the file has gone.
 */
export function idTexts(plan: ColumnsPlan, { from, to }: Pick<Columns, 'from' | 'to'>, field: number): IdTexts {
  const ids = { ...plan.own.texts[field]!, role: 'id', isLasting: false } as const;
  const own = { numbers: [], texts: [ids] };
  let reader: SegmentReader | null = null;
  try {
    // Which records are plain may differ without the other fields; which there are does not.
    reader = new SegmentReader({ ...plan, own, line: null, skip: [], records: null, totals: null });
    const [texts] = reader.read({ from, to, exact: true }).own.texts;
    return texts?.role === 'id' ? texts : none;
  } catch {
    return none;
  } finally {
    reader?.close();
  }
}
