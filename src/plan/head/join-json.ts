import type { JsonJoin } from '../../sources/source.ts';

type Json = Readonly<Record<string, unknown>>;

const idOf = (record: Json, key: string): string | null => {
  const value = Object.hasOwn(record, key) ? record[key] : null;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
};

/** Parts of records that a second array of the file holds, by the id of their record. */
export class JoinedParts {
  readonly #parts = new Map<string, Json>();

  constructor(private readonly join: JsonJoin) {}

  get size(): number {
    return this.#parts.size;
  }

  add(part: Json): void {
    const id = idOf(part, this.join.of);
    if (id !== null) this.#parts.set(id, part);
  }

  /** A record with its part, unless it has one already. */
  to(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const id = idOf(record, this.join.id);
    const part = id === null ? undefined : this.#parts.get(id);
    return part === undefined || record[this.join.as] ? record : { ...record, [this.join.as]: part };
  }
}
