import { Problem } from '../core/problem.ts';
import { quoted } from '../core/text.ts';
import type { Cells } from '../plan/compile.ts';

/** Recognises a row with the names of all columns of its table in another order: the header of another export, pasted below. */
export class OtherHeader {
  readonly #names: ReadonlySet<string>;
  readonly #sorted: string;

  constructor(private readonly header: Cells) {
    const names = header.map((name) => name.trim());
    // Of two columns, a row may well have their names as its words.
    this.#names = new Set(names.length < 3 ? [] : names.filter((name) => name !== ''));
    this.#sorted = sorted(names);
  }

  /** Whether a row is one. Most rows are decided by their first cell. */
  is(cells: Cells): boolean {
    if (!this.#names.has((cells[0] ?? '').trim())) return false;
    const names = cells.map((cell) => cell.trim());
    if (!names.every((name) => name === '' || this.#names.has(name))) return false;
    return sorted(names) === this.#sorted && names.some((name, at) => name !== (this.header[at] ?? '').trim());
  }

  /** The rows below it would be read by the places of the first header. */
  problem(cells: Cells, record: number, path: string): Problem {
    const at = cells.findIndex((name, index) => name.trim() !== (this.header[index] ?? '').trim());
    const [own, first] = [quoted((cells[at] ?? '').trim()), quoted((this.header[at] ?? '').trim())];
    const place = at + 1;
    return new Problem(
      'other_header',
      {
        en: `${path}: record ${record} is another header, with the same columns in another order: column ${place} is ${own.en} from there on, not ${first.en}`,
        fr: `${path}\u00a0: l'enregistrement ${record} est un autre en-tête, avec les mêmes colonnes dans un autre ordre\u00a0: à partir de là, la colonne ${place} est ${own.fr} et non ${first.fr}`,
      },
      [
        {
          en: 'Save the rows from there on as a file of their own.',
          fr: 'Enregistrez les lignes à partir de là dans un fichier à part.',
        },
      ],
      { file: path, record },
    );
  }
}

const sorted = (names: Cells): string => JSON.stringify(names.filter((name) => name !== '').sort());
