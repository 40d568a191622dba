import { type Cells, type ReadNumber, readNumber, type Zones } from '../plan/compile.ts';
import type { TableInfo } from './context.ts';

const main = { spend: 'cost', visit: 'sessions' } as const;

/** Compares a file's own total row with the rows kept: exports are cut off more often than one thinks. */
export class TotalCheck {
  readonly #read: ReadNumber | null;
  readonly #column: string;
  #kept = 0;
  #stated: number | null = null;

  constructor(info: TableInfo, zones: Zones) {
    const { kind, fields } = info.plan;
    const name = kind === 'spend' || kind === 'visit' ? main[kind] : null;
    const from = name === null ? undefined : fields[name];
    this.#read = from !== undefined && from.op === 'column' && info.file.source.totals ? readNumber(from, zones) : null;
    this.#column = from?.op === 'column' ? from.name : '';
  }

  row(cells: Cells): void {
    const value = this.#read?.(cells) ?? Number.NaN;
    if (Number.isFinite(value)) this.#kept += value;
  }

  /** The first total row is the one of all rows; further ones are of parts. */
  total(cells: Cells): void {
    const value = this.#read?.(cells) ?? Number.NaN;
    if (this.#stated === null && Number.isFinite(value)) this.#stated = value;
  }

  differences(): { column: string; stated: number; kept: number }[] {
    if (this.#stated === null || this.#stated === this.#kept) return [];
    return [{ column: this.#column, stated: this.#stated, kept: this.#kept }];
  }
}
