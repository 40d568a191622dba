import { header as keyOf } from '../fields/header-name.ts';

/** A name without the note in parentheses at its end, which tools add and leave out. */
const withoutNote = (key: string): string => key.replace(/\s*\([^()]*\)$/, '');

/** The ending of names that match any note. */
const anyNote = / ?\(\*\)$/;

/** Names in the form in which they are compared. Filled by `keyOfKnown`, a pure function of the name. */
const knownKeys = new Map<string, string>();

/** The compared form of a name that a source asks for: there are few of these, each looked up in every file. */
function keyOfKnown(name: string): string {
  let key = knownKeys.get(name);
  if (key === undefined) {
    key = keyOf(name);
    knownKeys.set(name, key);
  }
  return key;
}

/** A name that a source asks for as one of the keys of headers that have it. */
export const headerKey = (name: string): string =>
  name.endsWith('(*)') ? `${keyOfKnown(name.replace(anyNote, ''))} (*)` : keyOfKnown(name);

/** The columns of a table by name; of two with one name the first counts. */
export class Header {
  readonly names: readonly string[];
  readonly #exact = new Map<string, number>();
  #bare: Map<string, number> | null = null;

  constructor(cells: readonly string[]) {
    let width = cells.length;
    while (width > 0 && (cells[width - 1] ?? '').trim() === '') width -= 1;
    this.names = cells.slice(0, width);
    for (const [index, name] of this.names.entries()) {
      const key = keyOf(name);
      if (key === '') continue;
      if (!this.#exact.has(key)) this.#exact.set(key, index);
    }
  }

  /** The position of the first of these names that the table has; a name that ends in ` (*)` matches any note. */
  find(names: string | readonly string[]): number | undefined {
    if (typeof names === 'string') return this.#at(names);
    for (const name of names) {
      const at = this.#at(name);
      if (at !== undefined) return at;
    }
    return undefined;
  }

  /** Its names as they are compared, each also without its note. */
  *keys(): Generator<string> {
    yield* this.#exact.keys();
    for (const key of this.#withoutNotes().keys()) yield `${key} (*)`;
  }

  #at(name: string): number | undefined {
    return name.endsWith('(*)')
      ? this.#withoutNotes().get(keyOfKnown(name.replace(anyNote, '')))
      : this.#exact.get(keyOfKnown(name));
  }

  #withoutNotes(): ReadonlyMap<string, number> {
    if (this.#bare === null) {
      this.#bare = new Map();
      for (const [key, index] of this.#exact) {
        const bare = withoutNote(key);
        if (!this.#bare.has(bare)) this.#bare.set(bare, index);
      }
    }
    return this.#bare;
  }
}

/** The ISO code in the parentheses of a column name: `Amount spent (EUR)`. */
export const currencyOfName = (name: string): string | null => /\(([A-Z]{3})\)\s*$/.exec(name.trim())?.[1] ?? null;
