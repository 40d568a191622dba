import type { Hash } from '../../core/hash.ts';
import type { Kind } from '../../core/kinds.ts';
import { platformKey } from '../../core/platforms.ts';
import { type Column, microColumn, wholeColumn } from '../columns/column.ts';
import { Dictionary } from '../columns/dictionary.ts';
import { HashColumn } from '../columns/hash-column.ts';
import { RowTexts } from '../columns/row-texts.ts';

/** The words that many records share: groups, and what tests ask for. */
export type Words = Readonly<Record<string, string | null>>;

/** Rows share few combinations of words: each is stored here once, a row holds its number. */
export class Combos {
  readonly all: Words[] = [];
  readonly #index = new Map<string, number>();
  readonly #meanings = new Map<string, number>();
  readonly #meaningOf: number[] = [];

  /**
   * One number for combinations that mean the same, in any case; platforms by any name. A currency that is not stated is
   * that of the report, and without one all are the same.
   */
  meaning(combo: number, currency: string | null): number {
    const known = this.#meaningOf[combo];
    if (known !== undefined) return known;
    const all = { ...this.all[combo]!, currency: currency === null ? null : (this.all[combo]!.currency ?? currency) };
    const words = Object.entries(all).flatMap(([name, word]) =>
      word === null || word === undefined
        ? []
        : [[name, name === 'platform' || name === 'source' ? platformKey(word) : word.toLowerCase()]],
    );
    const key = JSON.stringify(words.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)));
    const meaning = this.#meanings.get(key) ?? this.#meanings.size;
    this.#meanings.set(key, meaning);
    this.#meaningOf[combo] = meaning;
    return meaning;
  }

  add(key: string, words: () => Words): number {
    const known = this.#index.get(key);
    if (known !== undefined) return known;
    this.#index.set(key, this.all.length);
    this.all.push(words());
    return this.all.length - 1;
  }
}

/**
 * The accepted records of one kind, column by column. A row is one record, or several of one file that differ only in
 * what they measure and are added up. Copies of a record in other files are rows of their own, chained by `next`.
 */
export class Facts {
  readonly kind: Kind;
  rows = 0;
  /** The table (of a file) that a row comes from. */
  readonly table = wholeColumn();
  /** How many rows of the file it stands for; 0 if another row of the same record counts them. */
  readonly sourceRows = wholeColumn();
  readonly combo = wholeColumn();
  readonly next = wholeColumn();
  readonly numbers = new Map<string, Column>();
  /** Columns of places in a dictionary. */
  readonly keys = new Map<string, Column>();
  /** Hashes of keys that become numbers once all files are read (`resolve-ids.ts`), by field. */
  readonly hashes = new Map<string, HashColumn>();
  /** The texts of the ids that are such hashes. */
  readonly idTexts = new RowTexts();
  /** 1 if a row counts; decided once all files are read. */
  live = new Uint8Array(0);

  constructor(
    kind: Kind,
    readonly combos = new Combos(),
  ) {
    this.kind = kind;
  }

  /** The column of a number of millionths, made on first use. */
  micro(name: string): Column {
    return this.#column(this.numbers, name, microColumn);
  }

  /** The column of an instant, a day or an hour. */
  whole(name: string): Column {
    return this.#column(this.numbers, name, wholeColumn);
  }

  key(name: string): Column {
    return this.#column(this.keys, name, wholeColumn);
  }

  hash(name: string): HashColumn {
    const column = this.hashes.get(name) ?? new HashColumn();
    this.hashes.set(name, column);
    return column;
  }

  /** A new row for a record derived from another: no row of the file is counted for it. */
  follow(table: number): number {
    const row = this.rows;
    this.rows += 1;
    this.table.set(row, table);
    this.sourceRows.set(row, 0);
    return row;
  }

  /** Forgets what its records were told apart by. */
  forgetKeys(): void {
    this.hashes.clear();
    this.idTexts.clear();
  }

  /** Forgets rows from one on; they will be written again. */
  dropFrom(row: number): void {
    this.rows = row;
  }

  words(row: number): Words {
    return this.combos.all[this.combo.get(row)]!;
  }

  #column(columns: Map<string, Column>, name: string, make: () => Column): Column {
    let column = columns.get(name);
    if (column === undefined) {
      column = make();
      columns.set(name, column);
    }
    return column;
  }
}

/** What identifies people, visits and orders, each in a dictionary of its own. */
export class Keys {
  readonly people: Dictionary;
  readonly visitors: Dictionary;
  readonly orders: Dictionary;
  readonly other: Dictionary;

  constructor(seed: Hash) {
    this.people = new Dictionary(seed);
    this.visitors = new Dictionary(seed);
    this.orders = new Dictionary(seed);
    this.other = new Dictionary(seed);
  }
}
