import { header as keyOf } from '../../fields/header-name.ts';

/** A name without the note in parentheses at its end, which tools add and leave out. */
const withoutNote = (key: string): string => key.replace(/\s*\([^()]*\)$/, '');

/** Columns by their names without notes. */
function bareOf(exact: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const bare = new Map<string, number>();
  for (const [key, index] of exact) {
    const name = withoutNote(key);
    if (!bare.has(name)) bare.set(name, index);
  }
  return bare;
}

/** The ending of names that match any note. */
const anyNote = / ?\(\*\)$/;

/** A name that a source asks for, as headers compare it. */
interface Asked {
  readonly key: string;
  /** Whether it matches any note. */
  readonly bare: boolean;
}

/** Filled by `askedName`, a pure function of the name: there are few of these, each looked up in every file. */
const known = new Map<string, Asked>();

export function askedName(name: string): Asked {
  let asked = known.get(name);
  if (asked === undefined) {
    const bare = name.endsWith('(*)');
    asked = { key: keyOf(bare ? name.replace(anyNote, '') : name), bare };
    known.set(name, asked);
  }
  return asked;
}

/** The columns of a table by name; of two with one name the first counts. */
export class Header {
  readonly names: readonly string[];
  readonly #exact = new Map<string, number>();
  #hasNotes = false;
  #bare: ReadonlyMap<string, number> | null = null;

  constructor(cells: readonly string[]) {
    let width = cells.length;
    while (width > 0 && (cells[width - 1] ?? '').trim() === '') width -= 1;
    this.names = cells.slice(0, width);
    this.names.forEach((name, index) => {
      const key = keyOf(name);
      if (key === '' || this.#exact.has(key)) return;
      this.#exact.set(key, index);
      if (key.endsWith(')')) this.#hasNotes = true;
    });
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

  /** Its names as they are compared, with their notes or without. */
  keys(bare: boolean): Iterable<string> {
    return (bare ? this.#withoutNotes() : this.#exact).keys();
  }

  #at(name: string): number | undefined {
    const { key, bare } = askedName(name);
    return (bare ? this.#withoutNotes() : this.#exact).get(key);
  }

  #withoutNotes(): ReadonlyMap<string, number> {
    this.#bare ??= this.#hasNotes ? bareOf(this.#exact) : this.#exact;
    return this.#bare;
  }
}

/** The ISO code in the parentheses of a column name: `Amount spent (EUR)`. */
export const currencyOfName = (name: string): string | null => /\(([A-Z]{3})\)\s*$/.exec(name.trim())?.[1] ?? null;
