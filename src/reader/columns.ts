import type { Hash } from '../core/hash.ts';
import type { RecordCells, Resolved, SaidCurrency, TablePlan } from '../plan/plan.ts';
import type { PlainSums } from '../plan/rows/total-rows.ts';

/** How the texts of a field are handed over. */
export type TextRole =
  /** One of a few: each different one comes once. */
  | 'word'
  /** The id of a record: its text and its hash. */
  | 'id'
  /** An id of which only the hash is of use. */
  | 'key'
  /** A person: only a hash and a fingerprint. */
  | 'person';

export interface NumberPlan {
  readonly from: Resolved;
  /** Whether its values are of use: the others are only checked. */
  readonly keep: boolean;
  readonly required: boolean;
  /** Whether a row with a value below 0 is left to the exact reader. */
  readonly exactBelow0: boolean;
}

export interface TextPlan {
  readonly from: Resolved;
  readonly role: TextRole;
  readonly required: boolean;
  /** Whether an id is told apart without a `#` at its start, as files write that of an order with or without it. */
  readonly isOrder: boolean;
  /** Whether it is the currency of the row's amounts. */
  readonly currency: boolean;
  /** Whether its hashes are of use when all files are read: they lie in memory of their own, which all threads see. */
  readonly isLasting: boolean;
}

/** The fields of one record kind in the rows of a table. */
export interface FieldsPlan {
  readonly numbers: readonly NumberPlan[];
  readonly texts: readonly TextPlan[];
}

/** How the rows of a CSV table become columns: plain data, for the workers that scan it. */
export interface ColumnsPlan {
  readonly path: string;
  /** Its path for people. */
  readonly shown: string;
  readonly delimiter: string;
  /** In both of them ASCII is one byte a letter. */
  readonly encoding: 'utf-8' | 'windows-1252';
  /** Cells of a row. */
  readonly width: number;
  /** The first name of the header: a row that repeats it is left to the exact reader. */
  readonly again: string;
  readonly records: RecordCells | null;
  readonly skip: TablePlan['skip'];
  /** How rows that add up others are recognised; null if there are none. */
  readonly totals: TablePlan['totals'];
  readonly own: FieldsPlan;
  /** Fields of an order's lines. */
  readonly line: FieldsPlan | null;
  /** Whether a row without a required value is rejected, whatever else it has. */
  readonly needsRequired: boolean;
  /** Where the currency of amounts is stated, which a sign beside one must not contradict. */
  readonly said: SaidCurrency;
  readonly reportZone: string;
  readonly sourceZone: string;
  readonly seed: Hash;
  readonly maxRecordBytes: number;
}

/** What a record of a segment is. */
export const kind = {
  /** Its values are in the columns. */
  plain: 0,
  /** The exact reader takes it: see `spans`. */
  exact: 1,
  /** A blank line. */
  blank: 2,
} as const;

/** The texts of one field. */
export type TextColumn =
  /** `codes`: by record, the place of its word; null where it follows from the combination of the record. */
  | { readonly role: 'word'; readonly words: readonly (string | null)[]; readonly codes: Int32Array | null }
  | {
      readonly role: 'id';
      /** The texts, one after the other, as ASCII; record `i` ends at `ends[i]`, an empty one is null. */
      readonly bytes: Uint8Array;
      readonly ends: Int32Array;
      /** Four numbers a record. */
      readonly hashes: Int32Array;
    }
  /** Four numbers a record: zeros for none. */
  | { readonly role: 'key'; readonly hashes: Int32Array }
  /** `prints`: NaN for nobody, Infinity where the record names none. */
  | { readonly role: 'person'; readonly hashes: Int32Array; readonly prints: Float64Array };

export interface FieldColumns {
  /** By place in the plan; null if not kept. NaN is blank. */
  readonly numbers: readonly (Float64Array | null)[];
  readonly texts: readonly TextColumn[];
}

/** The records of a stretch of a file, in its order, by column. */
export interface Columns {
  /** Where the first record begins, and the first one after the last. */
  readonly from: number;
  readonly to: number;
  readonly records: number;
  readonly kinds: Uint8Array;
  readonly own: FieldColumns;
  readonly line: FieldColumns | null;
  /** Combinations of the words of `own`: their codes by word field, and the combination of each record. */
  readonly combos: Int32Array;
  readonly comboCodes: Int32Array;
  /** Of each record for the exact reader its number, and where its bytes begin and end, counted from `from`. */
  readonly spans: Int32Array;
  /** These bytes, one record after the other; null where they are to be read from the file again. */
  readonly exact: Uint8Array | null;
  /** What the columns lie in: once they are taken, it may be used for others. */
  readonly memory: readonly ArrayBuffer[];
  /** What its plain records add up to, where totals are compared with that. */
  readonly sums: PlainSums | null;
  /** What ended the stretch before its end, if anything: then the exact reader says what is wrong with the file. */
  readonly fault: 'malformed' | 'not_utf8' | null;
}
