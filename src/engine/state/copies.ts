import type { Kind } from '../../core/kinds.ts';
import type { FilePlan } from '../../plan/plan.ts';

/** Findings about ids that do not name one record each. */
export type CopyCode =
  /** Different records share one id. */
  | 'ids_apart'
  /** Ids that a spreadsheet has rounded: they name nothing. */
  | 'ids_damaged'
  /** Rows of one id in one file with different amounts are lines, added up. */
  | 'rows_are_lines'
  /** Rows of one id in one file with the same amount count once. */
  | 'rows_count_once'
  /** Parts of one order in several files, without a common line: added up. */
  | 'lines_apart'
  /** Rows without an id give way to those of a file whose name does not say that it is a newer download. */
  | 'rows_replaced'
  /**
   * Rows without an id that are alike in two files of other names count once, though other rows of these days differ.
   */
  | 'rows_shared'
  /** Rows without an id below a second header in their file, with the days and names of rows above it. */
  | 'rows_again'
  /** The same records in two formats: those of one count. */
  | 'two_formats'
  /** Payments of orders that another file has: their fees are read, or nothing. */
  | 'payments_fees'
  | 'payments_left'
  /** A marketplace's orders are also among those that the shop's export has from it. */
  | 'marketplace_twice'
  /** Orders of a shop that has files of lines, in none of which they are. */
  | 'orders_without_lines'
  /** Rows of a first download, on days that a second one covers, which are not in it. */
  | 'rows_left'
  /** Lines whose order no file has: of some, or of all of them. */
  | 'lines_of_other_orders'
  | 'lines_of_no_order'
  /** A row of totals is not what the rows of its list come to. */
  | 'total_differs'
  /** One order, but another customer in another copy. */
  | 'customer_changed';

/** One finding about the ids of some files. */
export interface CopyFinding {
  readonly code: CopyCode;
  readonly kind: Kind;
  readonly files: readonly FilePlan[];
  /** Ids concerned. */
  readonly count: number;
  /** Rows concerned, if not one per id. */
  readonly rows: number;
  readonly example: string;
}

/** Collects findings, one for each code, kind and group of files. */
export class CopyFindings {
  readonly #found = new Map<string, { -readonly [K in keyof CopyFinding]: CopyFinding[K] }>();

  meet(code: CopyCode, kind: Kind, files: readonly FilePlan[], example: string | (() => string), rows = 1): void {
    const unique = [...new Set(files)];
    const key = keyOf(code, kind, unique);
    const known = this.#found.get(key);
    if (known === undefined) {
      const text = typeof example === 'string' ? example : example();
      this.#found.set(key, { code, kind, files: unique, count: 1, rows, example: text });
    } else {
      known.count += 1;
      known.rows += rows;
    }
  }

  /** Takes over a finding of an earlier run. */
  know(finding: CopyFinding): void {
    this.#found.set(keyOf(finding.code, finding.kind, finding.files), { ...finding });
  }

  all(): readonly CopyFinding[] {
    return [...this.#found.values()];
  }
}

const keyOf = (code: CopyCode, kind: Kind, files: readonly FilePlan[]): string =>
  [code, kind, ...files.map(({ path }) => path)].join('\u0001');
