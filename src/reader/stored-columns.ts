import { createHash } from 'node:crypto';
import type { Hash } from '../core/hash.ts';
import { type FileIdentity, type IdentityMode, identityOf } from '../store/file-identity.ts';
import { openStore, type Store, type StoreSetting } from '../store/store.ts';
import type { Columns, ColumnsPlan, FieldsPlan } from './columns.ts';
import { type Kept, pack, unpack } from './packed.ts';
import { Parcel } from './parcel.ts';
import type { Segment } from './segment.ts';

/** Where columns are kept, as plain data for workers. */
export type Place = Pick<StoreSetting, 'folder' | 'uid' | 'version' | 'now'>;

/** Where the columns of a file are kept, and under which name. */
export interface Keeping {
  readonly place: Place;
  readonly name: string;
}

const segmentKey = (name: string, from: number): string => `${name} ${from}`;

const stores = new Map<string, Store | null>();

function storeAt(place: Place): Store | null {
  const known = JSON.stringify(place);
  if (!stores.has(known)) stores.set(known, openStore(place).store);
  return stores.get(known) ?? null;
}

/** Keeps the columns of a segment; whether that works matters to nobody but the next run. */
export function keepSegment({ place, name }: Keeping, columns: Columns): void {
  const packed = pack(columns);
  if (packed !== null) storeAt(place)?.put('segments', segmentKey(name, columns.from), packed);
}

/** The columns of a segment that an earlier run has left, in such memory; null if they are damaged or gone. */
export function keptSegment(
  { place, name }: Keeping,
  { from, to }: Segment,
  kept: Kept,
  memory: ArrayBuffer,
): Columns | null {
  const packed = storeAt(place)?.get('segments', segmentKey(name, from), memory) ?? null;
  if (packed === null) return null;
  const [own] = [...packed.values()].slice(-1);
  // An entry too long for the memory has its own.
  const isThere = own === undefined || own.buffer === memory;
  const parcel = new Parcel(memory, 0, isThere ? (own?.byteOffset ?? 0) + (own?.byteLength ?? 0) : 0);
  const columns = unpack(packed, kept, parcel);
  if (columns.from !== from || columns.to !== to) return null;
  return isThere ? columns : { ...columns, memory: [own.buffer, ...parcel.memory] };
}

/** Memory for the columns of a segment. */
export const memoryFor = ({ from, to }: Segment): ArrayBuffer => new ArrayBuffer((to - from) * 2);

/** Columns of files that earlier runs have left. */
export class StoredColumns {
  constructor(
    private readonly store: Store,
    private readonly place: Place,
    private readonly mode: IdentityMode,
  ) {}

  /** The columns of a file that are read by a plan from `start` on; null if the file is too new to be recognised. */
  file(plan: ColumnsPlan, start: number): StoredFile | null {
    const identity = identityOf(plan.path, this.mode, this.place.now);
    return identity === null ? null : new StoredFile(this.store, this.place, this.mode, plan, start, identity);
  }
}

/** The columns of one file. */
export class StoredFile {
  /** What workers keep its segments under. */
  readonly keeping: Keeping;
  /** The plan with all columns: another question may need others. */
  readonly whole: ColumnsPlan;
  readonly #key: string;
  readonly #read: number[] = [];

  constructor(
    private readonly store: Store,
    place: Place,
    private readonly mode: IdentityMode,
    private readonly plan: ColumnsPlan,
    start: number,
    private readonly identity: FileIdentity,
  ) {
    this.whole = { ...plan, own: withAll(plan.own), line: plan.line === null ? null : withAll(plan.line) };
    this.#key = JSON.stringify({ identity, start, plan: { ...this.whole, path: '', shown: '', seed: [] } });
    this.keeping = { place, name: createHash('sha256').update(this.#key).digest('hex') };
  }

  /** The segments that are kept, as places of the file; null if there are none. */
  segments(): Segment[] | null {
    const part = this.store.get('columns', this.#key)?.get('segments');
    if (part === undefined) return null;
    const places = new Float64Array(part.buffer, part.byteOffset, part.byteLength / 8);
    return Array.from({ length: places.length / 2 }, (_, at) => ({
      from: places[at * 2]!,
      to: places[at * 2 + 1]!,
      exact: true,
    }));
  }

  /** The columns of a segment that are of use. */
  get kept(): Kept {
    const { own, line } = this.plan;
    return { own: keeps(own), line: line === null ? [] : keeps(line) };
  }

  /** Takes note of a segment that was read and is kept. */
  took({ from, to }: Columns): void {
    this.#read.push(from, to);
  }

  /** Keeps where the segments are, once all are read and the file is as it was. */
  end(): void {
    if (JSON.stringify(identityOf(this.plan.path, this.mode, this.keeping.place.now)) !== JSON.stringify(this.identity))
      return;
    this.store.put('columns', this.#key, new Map([['segments', Float64Array.from(this.#read)]]));
  }
}

const withAll = (fields: FieldsPlan): FieldsPlan => ({
  ...fields,
  numbers: fields.numbers.map((one) => ({ ...one, keep: true })),
});

const keeps = ({ numbers }: FieldsPlan): boolean[] => numbers.map(({ keep }) => keep);

/** What keys are hashed with, by the secret of a store. */
export const seedOf = (secret: Uint8Array): Hash => {
  const seed = new Int32Array(4);
  new Uint8Array(seed.buffer).set(secret.subarray(0, 16));
  return seed;
};
