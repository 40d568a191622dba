import type { Derived } from '../../sources/source.ts';
import type { Rows } from '../head/head-records.ts';
import type { Header } from '../head/header.ts';
import type { DerivedColumn } from '../plan.ts';

/** The columns that a source derives from some that a table has, or from all: of the others nothing is known. */
export const derivable = (derive: readonly Derived[] | undefined, header: Header): readonly Derived[] =>
  (derive ?? []).filter(({ from, all }) => {
    const found = from.filter((names) => header.find(names) !== undefined);
    return all === true ? found.length === from.length : found.length > 0;
  });

/** Where the columns that a source derives find their texts in a table. */
export const derivedColumns = (derive: readonly Derived[], header: Header): readonly DerivedColumn[] =>
  derive.map(({ name, from, text }) => ({ name, from: from.map((names) => header.find(names) ?? null), text }));

/** A row of a table of this many columns, with its derived cells after its own. */
export const withDerived = (
  cells: readonly string[],
  width: number,
  derived: readonly DerivedColumn[],
): readonly string[] => [
  ...Array.from({ length: width }, (_, at) => cells[at] ?? ''),
  ...derived.map(({ from, text }) => text(...from.map((at) => (at === null ? '' : (cells[at] ?? ''))))),
];

/** The rows of a table with their derived cells. */
export const derivedRows =
  (rows: Rows, width: number, derived: readonly DerivedColumn[]): Rows =>
  (columns, passing) => {
    const needed = new Set(columns.filter((at) => at < width));
    for (const at of columns) for (const one of derived[at - width]?.from ?? []) if (one !== null) needed.add(one);
    return (function* () {
      for (const row of rows([...needed], passing)) if (row.length >= width) yield withDerived(row, width, derived);
    })();
  };
