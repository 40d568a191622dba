import type { Random } from '../bench/random.ts';

/*
 * Customers are planted in the columns of customers only. No fixture, option or message contains such a word, so whatever
 * contains one has shown a customer.
 */

const email = (n: number): string => `zqx${n}@people.invalid-shop.example`;
const phone = (n: number): string => `+999 555 7${String(n).padStart(4, '0')}`;
const id = (n: number): string => `zqxid${n}`;

/**
 * Where a text shows a planted customer, or -1. An id is that of a customer only by its column: in a damaged file, whose columns
 * may be others, nobody can know.
 */
export const personAt = (text: string, isDamaged: boolean): number =>
  text.search(
    isDamaged ? /zqx\d+@|@people\.invalid|999 ?555 ?7\d{4}/i : /zqx\d+@|zqxid\d|@people\.invalid|999 ?555 ?7\d{4}/i,
  );

const phones = /^(?!.*type).*(phone|téléphone|telefon)/i;
const ids = /^(customer[_ ]?(key|id)|client_id|visitor_id|user_pseudo_id|requester( id)?|email_hash)$/i;

/** How the cells of a column name customers, if they do. */
function kindOf(header: string, cells: readonly string[]): ((n: number) => string) | null {
  if (phones.test(header)) return phone;
  if (ids.test(header)) return id;
  return cells.length > 0 && cells.filter((cell) => cell.includes('@')).length * 2 > cells.length ? email : null;
}

/** The columns of a table that name customers. */
export const personColumns = (records: readonly (readonly string[])[]): ReadonlyMap<number, (n: number) => string> =>
  new Map(
    (records[0] ?? []).flatMap((header, at) => {
      const cells = records.slice(1).flatMap((row) => (row[at] ? [row[at]] : []));
      const kind = kindOf(header, cells);
      return kind === null ? [] : [[at, kind] as const];
    }),
  );

/** Rows whose customers are planted ones. */
export const planted = (
  rows: readonly (readonly string[])[],
  columns: ReadonlyMap<number, (n: number) => string>,
  random: Random,
): string[][] =>
  rows.map((row) => row.map((cell, at) => (cell === '' ? '' : (columns.get(at)?.(random.below(40)) ?? cell))));

/** Rows in which addresses and telephones are where amounts and times should be, as a cell too many or too few leaves them. */
export function misplaced(rows: readonly (readonly string[])[], random: Random): string[][] {
  return rows.map((row) => {
    const people = row.filter((cell) => /^zqx\d+@|^\+999/.test(cell));
    const places = [...row.keys()].filter((at) => /^-?\d+[.,]\d\d$|^\d{4}-\d\d-\d\d/.test(row[at]!));
    const [person, at] = [people[random.below(people.length)], places[random.below(places.length)]];
    return person === undefined || at === undefined || !random.once(6) ? [...row] : row.with(at, person);
  });
}
