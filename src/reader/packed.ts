import type { Columns, FieldColumns, TextColumn } from './columns.ts';
import { lasting } from './lasting.ts';
import type { Parcel } from './parcel.ts';

/*
 * Columns as they are kept on disk: each array in the narrowest form that holds its values. Of people only hashes are
 * kept, and of records for the exact reader only where they lie in the file: nothing that names anybody.
 */

/** Arrays by name, and a description of them. */
export type Packed = ReadonlyMap<string, ArrayBufferView>;

type Ints = Int8Array | Int16Array | Int32Array;

/** How an array of numbers is kept: as integers of a scale, the least of which stands for NaN; or as they are. */
interface NumberForm {
  readonly type: 'i1' | 'i2' | 'i4' | 'f8';
  readonly scale: number;
}

type TextForm =
  | { readonly role: 'word'; readonly words: readonly (string | null)[]; readonly codes: NumberForm | null }
  | { readonly role: 'id'; readonly lengths: NumberForm; readonly isLasting: boolean }
  | { readonly role: 'key'; readonly isLasting: boolean }
  | { readonly role: 'person'; readonly prints: NumberForm; readonly isLasting: boolean };

interface FieldForms {
  readonly numbers: readonly (NumberForm | null)[];
  readonly texts: readonly TextForm[];
}

interface Head {
  readonly from: number;
  readonly to: number;
  readonly records: number;
  readonly own: FieldForms;
  readonly line: FieldForms | null;
  readonly combos: NumberForm;
  readonly sums: Columns['sums'];
}

const types = { i1: Int8Array, i2: Int16Array, i4: Int32Array } as const;
const widths = ['i1', 'i2', 'i4'] as const;
const least = { i1: -(2 ** 7), i2: -(2 ** 15), i4: -(2 ** 31) } as const;

/** What values are usually multiples of: whole units, cents, seconds; else they are whole. */
const scales = [1e6, 1e4, 1e3, 1];

/** Adds an array under a name; returns its form. */
function packNumbers(
  parts: Map<string, ArrayBufferView>,
  name: string,
  values: ArrayLike<number>,
  records: number,
): NumberForm {
  let scale = 0;
  let most = 0;
  for (const one of scales) {
    let fits = true;
    most = 0;
    for (let i = 0; i < records && fits; i += 1) {
      const value = values[i]!;
      if (Number.isNaN(value)) continue;
      const units = value / one;
      if (units !== Math.trunc(units) || Object.is(units, -0)) fits = false;
      const size = Math.abs(units);
      if (size > most) most = size;
    }
    if (fits && most < 2 ** 31) {
      scale = one;
      break;
    }
  }
  const type = scale === 0 ? undefined : widths.find((one) => most < -least[one]);
  if (type === undefined) {
    parts.set(name, Float64Array.from(values).subarray(0, records));
    return { type: 'f8', scale: 1 };
  }
  const ints: Ints = new types[type](records);
  const none = least[type];
  for (let i = 0; i < records; i += 1) {
    const value = values[i]!;
    ints[i] = Number.isNaN(value) ? none : value / scale;
  }
  parts.set(name, ints);
  return { type, scale };
}

function intsOf(packed: Packed, name: string, type: 'i1' | 'i2' | 'i4'): Ints {
  const { buffer, byteOffset, byteLength } = packed.get(name)!;
  const Type = types[type];
  return new Type(buffer as ArrayBuffer, byteOffset, byteLength / Type.BYTES_PER_ELEMENT);
}

const doublesOf = (packed: Packed, name: string): Float64Array => {
  const { buffer, byteOffset, byteLength } = packed.get(name)!;
  return new Float64Array(buffer as ArrayBuffer, byteOffset, byteLength / 8);
};

const bytesOf = (packed: Packed, name: string): Uint8Array => {
  const { buffer, byteOffset, byteLength } = packed.get(name)!;
  return new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
};

const wordsOf = (packed: Packed, name: string): Int32Array => intsOf(packed, name, 'i4') as Int32Array;

function unpackNumbers(packed: Packed, name: string, { type, scale }: NumberForm, parcel: Parcel): Float64Array {
  if (type === 'f8') return doublesOf(packed, name);
  const ints = intsOf(packed, name, type);
  const none = least[type];
  const values = parcel.roomForDoubles(ints.length);
  for (let i = 0; i < ints.length; i += 1) values[i] = ints[i] === none ? Number.NaN : ints[i]! * scale;
  return values;
}

function unpackInts(packed: Packed, name: string, { type }: NumberForm, parcel: Parcel): Int32Array {
  if (type === 'f8') throw new Error('not integers');
  const ints = intsOf(packed, name, type);
  const numbers = parcel.roomForInts(ints.length);
  numbers.set(ints);
  return numbers;
}

/** Lengths of texts that end at these places. */
function lengthsOf(ends: Int32Array): Int32Array {
  const lengths = new Int32Array(ends.length);
  for (let i = 0, before = 0; i < ends.length; i += 1) {
    lengths[i] = ends[i]! - before;
    before = ends[i]!;
  }
  return lengths;
}

type Ids = Extract<TextColumn, { role: 'id' }>;

/** The hashes of those records that have an id: many a session names no order. */
function hashesOfFilled({ ends, hashes }: Pick<Ids, 'ends' | 'hashes'>): Int32Array {
  const filled = new Int32Array(ends.length * 4);
  let used = 0;
  for (let i = 0, before = 0; i < ends.length; i += 1) {
    if (ends[i] !== before) {
      for (let part = 0; part < 4; part += 1) filled[used + part] = hashes[i * 4 + part]!;
      used += 4;
    }
    before = ends[i]!;
  }
  return filled.subarray(0, used);
}

/** The hashes of all records, zeros for those without an id. */
function hashesOfAll(filled: Int32Array, ends: Int32Array, parcel: Parcel): Int32Array {
  const hashes = parcel.roomForInts(ends.length * 4);
  let used = 0;
  for (let i = 0, before = 0; i < ends.length; i += 1) {
    const isFilled = ends[i] !== before;
    for (let part = 0; part < 4; part += 1) hashes[i * 4 + part] = isFilled ? filled[used + part]! : 0;
    if (isFilled) used += 4;
    before = ends[i]!;
  }
  return hashes;
}

function packFields(
  parts: Map<string, ArrayBufferView>,
  name: string,
  fields: FieldColumns,
  records: number,
): FieldForms {
  return {
    numbers: fields.numbers.map((values, at) =>
      values === null ? null : packNumbers(parts, `${name}.n${at}`, values, records),
    ),
    texts: fields.texts.map((text, at): TextForm => {
      const own = `${name}.t${at}`;
      if (text.role === 'word') {
        const codes = text.codes === null ? null : packNumbers(parts, own, text.codes, records);
        return { role: 'word', words: text.words, codes };
      }
      parts.set(`${own}.hash`, text.role === 'id' ? hashesOfFilled(text) : text.hashes);
      const isLasting = text.hashes.buffer instanceof SharedArrayBuffer;
      if (text.role === 'key') return { role: 'key', isLasting };
      if (text.role === 'person')
        return { role: 'person', prints: packNumbers(parts, own, told(text), records), isLasting };
      parts.set(`${own}.text`, text.bytes);
      return { role: 'id', lengths: packNumbers(parts, own, lengthsOf(text.ends), records), isLasting };
    }),
  };
}

/** Fingerprints with NaN for nobody and for no name: which of the two it is, the hash tells. */
const told = ({ prints }: Extract<TextColumn, { role: 'person' }>): Float64Array =>
  prints.map((print) => (print === Number.POSITIVE_INFINITY ? Number.NaN : print));

/** The parts of columns; null for those of a file with a fault. */
export function pack(columns: Columns): Packed | null {
  const { from, to, records, own, line, kinds, combos, comboCodes, spans, sums, fault } = columns;
  if (fault !== null) return null;
  const parts = new Map<string, ArrayBufferView>();
  parts.set('kinds', kinds);
  parts.set('comboCodes', comboCodes);
  parts.set('spans', spans);
  const head: Head = {
    from,
    to,
    records,
    sums,
    combos: packNumbers(parts, 'combos', combos, records),
    own: packFields(parts, 'own', own, records),
    line: line === null ? null : packFields(parts, 'line', line, records),
  };
  parts.set('head', Buffer.from(JSON.stringify(head)));
  return parts;
}

function unpackFields(
  packed: Packed,
  name: string,
  { numbers, texts }: FieldForms,
  keeps: readonly boolean[],
  parcel: Parcel,
): FieldColumns {
  return {
    numbers: numbers.map((form, at) =>
      form === null || !keeps[at] ? null : unpackNumbers(packed, `${name}.n${at}`, form, parcel),
    ),
    texts: texts.map((form, at): TextColumn => {
      const own = `${name}.t${at}`;
      if (form.role === 'word') {
        const codes = form.codes === null ? null : unpackInts(packed, own, form.codes, parcel);
        return { role: 'word', words: form.words, codes };
      }
      const found = wordsOf(packed, `${own}.hash`);
      if (form.role === 'id') {
        const ends = unpackInts(packed, own, form.lengths, parcel);
        for (let i = 1; i < ends.length; i += 1) ends[i]! += ends[i - 1]!;
        const all = hashesOfAll(found, ends, parcel);
        const hashes = form.isLasting ? lasting(all) : all;
        return { role: 'id', bytes: bytesOf(packed, `${own}.text`), ends, hashes };
      }
      const hashes = form.isLasting ? lasting(found) : found;
      if (form.role === 'key') return { role: 'key', hashes };
      const prints = unpackNumbers(packed, own, form.prints, parcel);
      for (let i = 0; i < prints.length; i += 1) {
        const at = i * 4;
        if ((hashes[at]! | hashes[at + 1]! | hashes[at + 2]! | hashes[at + 3]!) === 0)
          prints[i] = Number.POSITIVE_INFINITY;
      }
      return { role: 'person', hashes, prints };
    }),
  };
}

/** The number columns that are of use, by place in the plan. */
export interface Kept {
  readonly own: readonly boolean[];
  readonly line: readonly boolean[];
}

/** The columns of parts, only those of use; what is not as it is used lies in the parcel. */
export function unpack(packed: Packed, kept: Kept, parcel: Parcel): Columns {
  const head = JSON.parse(Buffer.from(bytesOf(packed, 'head')).toString()) as Head;
  const { from, to, records, own, line, sums } = head;
  const combos = unpackInts(packed, 'combos', head.combos, parcel);
  const comboCodes = wordsOf(packed, 'comboCodes');
  return {
    from,
    to,
    records,
    kinds: bytesOf(packed, 'kinds'),
    combos,
    comboCodes,
    own: unpackFields(packed, 'own', own, kept.own, parcel),
    line: line === null ? null : unpackFields(packed, 'line', line, kept.line, parcel),
    spans: wordsOf(packed, 'spans'),
    exact: null,
    memory: parcel.memory,
    sums,
    fault: null,
  };
}
