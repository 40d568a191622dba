/** A header name as it is compared: trimmed, composed, lower case, one kind of apostrophe, single blanks. */
export const headerKey = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** The same without what stands in parentheses at its end: tools add it and leave it out. */
const withoutNote = (key: string): string => key.replace(/\s*\([^()]*\)$/, '');

/** The columns of a table by name; of two of one name the first counts. */
export class Header {
  readonly names: readonly string[];
  readonly #exact = new Map<string, number>();
  readonly #bare = new Map<string, number>();

  constructor(cells: readonly string[]) {
    let width = cells.length;
    while (width > 0 && cells[width - 1]?.trim() === '') width -= 1;
    this.names = cells.slice(0, width);
    for (const [index, name] of this.names.entries()) {
      const key = headerKey(name);
      if (key === '') continue;
      if (!this.#exact.has(key)) this.#exact.set(key, index);
      const bare = withoutNote(key);
      if (bare !== key && !this.#bare.has(bare)) this.#bare.set(bare, index);
    }
  }

  /** The position of the first of these names that the table has. */
  find(names: readonly string[]): number | undefined {
    for (const name of names) {
      const at = this.#exact.get(headerKey(name));
      if (at !== undefined) return at;
    }
    return undefined;
  }

  /** The position of a name that stands there with a note in parentheses, or without: `Amount spent (EUR)`. */
  findLoosely(names: readonly string[]): number | undefined {
    const exact = this.find(names);
    if (exact !== undefined) return exact;
    for (const name of names) {
      const at = this.#bare.get(headerKey(name)) ?? this.#exact.get(withoutNote(headerKey(name)));
      if (at !== undefined) return at;
    }
    return undefined;
  }
}

/** The ISO code in the parentheses of a column name. */
export const currencyOfName = (name: string): string | null => /\(([A-Z]{3})\)\s*$/.exec(name.trim())?.[1] ?? null;
