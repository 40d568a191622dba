import { convert } from '../../core/rates.ts';
import type { Collector, NumberPort } from '../collect/collect.ts';
import { RowsOfOneId } from '../collect/rows-of-one-id.ts';
import type { Memory } from '../state/context.ts';
import type { TableInfo } from '../state/table-info.ts';
import type { LeftLines } from './left-lines.ts';
import { type AmountRules, amountsOf, type RawAmounts } from './order-amounts.ts';
import { emptyLines, type Lines, type OrderLine } from './order-lines.ts';
import { progressOf } from './order-progress.ts';
import type { OrderRow } from './order-row.ts';
import type { OrderWriter } from './order-writer.ts';

/** An order whose total fits no single row: as far as its rows were read. */
interface Part {
  readonly raw: RawAmounts;
  readonly rules: AmountRules;
  readonly lines: number;
}

/**
 * Further rows of orders in a file each row of which has amounts of its own: copies, or lines. Which of both is known when all
 * rows of the file are.
 */
export class FurtherRows {
  readonly #rows: RowsOfOneId;
  /** What each of them sells, if it is a line. */
  readonly #pieces: { readonly row: number; readonly line: Lines }[] = [];
  readonly #parts = new Map<number, Part>();

  constructor(
    memory: Memory,
    table: TableInfo,
    private readonly collector: Pick<Collector, 'combo' | 'facts' | 'reader'>,
    ports: readonly NumberPort[],
    private readonly row: OrderRow,
    private readonly line: OrderLine,
    private readonly orders: OrderWriter,
    private readonly left: LeftLines,
  ) {
    this.#rows = new RowsOfOneId(memory, table, ports, (at) => collector.reader.numberFields[at]!.name, 'gross_sales');
  }

  /** An order whose total is not that of its first row. */
  noteUnbalanced(order: number, raw: RawAmounts, rules: AmountRules): void {
    this.#parts.set(order, { raw, rules, lines: 1 });
  }

  /** Adds the amount of the current row to those of an order whose total is that of all its rows. */
  addPart(order: number, raw: RawAmounts): void {
    const part = this.#parts.get(order);
    if (part === undefined) return;
    const first = part.raw;
    const repeats =
      raw.taxes === first.taxes &&
      raw.total === first.total &&
      raw.shipping === first.shipping &&
      raw.discounts === first.discounts;
    if (!repeats) this.#parts.delete(order);
    else this.#parts.set(order, { ...part, raw: { ...first, gross: first.gross + raw.gross }, lines: part.lines + 1 });
  }

  /** The current row is a further one of an order; its amounts are converted at a rate. */
  meet(order: number, id: string, rate: bigint | null): void {
    const { facts, reader } = this.collector;
    const value = ({ at, money }: NumberPort): number => {
      const own = reader.numbers[at]!;
      return rate !== null && money && !Number.isNaN(own) ? convert(own, rate) : own;
    };
    const combo = this.collector.combo();
    this.#pieces.push({ row: order, line: this.line.at(rate) });
    this.#rows.meet(order, combo, value, progressOf(facts.combos.all[combo]!, this.row.refunded), id);
  }

  /** All rows have come. */
  settle(): void {
    const { facts } = this.collector;
    const { orders, left } = this;
    const refunded = facts.numbers.get('refunded_total');
    const sold = this.#rows.settle(
      (row) => progressOf(facts.words(row), refunded?.get(row) ?? 0),
      (combo) => left.counts(combo),
    );
    if (this.#rows.areLines)
      for (const [at, { row, line }] of this.#pieces.entries()) {
        if (sold[at] === 'left') continue;
        if (sold[at] === 'first') orders.sums.clear(row);
        orders.addLines(row, line);
      }
    for (const [row, lines] of this.#rows.left) left.add(row, lines);
    if (this.#rows.areLines) this.#settleParts();
  }

  /** Rows of an order that repeat its total and its tax have them once: they are compared with all lines together. */
  #settleParts(): void {
    for (const [order, { raw, rules, lines }] of this.#parts) {
      if (lines < 2 || this.left.has(order)) continue;
      const { gross, shipping, balanced } = amountsOf(raw, emptyLines(), rules);
      if (balanced) this.orders.balance(order, gross, shipping);
    }
    this.#parts.clear();
  }
}
