import { dayOfHour } from '../../core/civil.ts';
import { kept } from '../../core/kept.ts';
import type { RowReader } from '../../ingest/row-reader.ts';
import type { Memory } from '../state/context.ts';
import type { TableInfo } from '../state/table-info.ts';

/** The currency of the amounts in a row, and the rate that converts them. */
export class RowCurrency {
  readonly #at: number;
  #last = '';
  #lastCode = '';

  constructor(
    private readonly memory: Memory,
    private readonly table: TableInfo,
    private readonly reader: RowReader,
  ) {
    this.#at = reader.textAt('currency');
  }

  /** The currency code of the row's amounts; empty if none is stated. */
  code(): string {
    const own = (this.#at === -1 ? null : this.reader.texts[this.#at]) ?? this.table.file.currency ?? '';
    // Most rows repeat the one before.
    if (own !== this.#last) {
      this.#last = kept(own);
      this.#lastCode = this.#last.toUpperCase();
    }
    return this.#lastCode;
  }

  /** The rate that converts the row's amounts; null if none is needed. Counts the currencies. */
  rate(hour: number): bigint | null {
    const { currencies, file } = this.table;
    const code = this.code();
    currencies.set(code, (currencies.get(code) ?? 0) + 1);
    const { currency, rates } = this.memory.setting;
    if (currency === null || code === '' || code === currency) return null;
    const rate = rates.at(code, dayOfHour(hour));
    if (rate === null && !this.memory.unconverted.has(code)) {
      this.memory.unconverted.set(code, { rows: 0, day: dayOfHour(hour), file: file.path });
    }
    return rate;
  }
}
