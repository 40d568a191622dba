import { recordFields } from '../../records/index.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import { amountSold, lineSums } from '../state/lines-sold.ts';
import type { TableInfo } from '../state/table-info.ts';
import type { NumberPort } from './collect.ts';
import { RefundedLines } from './refunded-lines.ts';

/** A further row of a record's id in one file. */
interface Further {
  readonly row: number;
  readonly combo: number;
  /** In port order. */
  readonly values: readonly number[];
  readonly progress: number;
}

interface Port extends NumberPort {
  readonly name: string;
  /** Whether some record has rows that differ in it: else it belongs to the record, and is repeated on each of its rows. */
  differs: boolean;
}

/**
 * Rows of one id inside one file, where no modification time shows which is newer. If rows of any id differ in their
 * amount, they are lines in the whole file, and are added up. If they never do, the amount is the record's own, and
 * counts once. So they wait until the whole file is read.
 */
export class RowsOfOneId {
  readonly #ports: readonly Port[];
  readonly #main: Port | undefined;
  readonly #facts: Facts;
  readonly #further: Further[] = [];
  readonly #examples = new Map<number, string>();
  readonly #refunded: RefundedLines;
  /** By record, its lines whose own status does not count. */
  readonly left = new Map<number, number>();

  constructor(
    private readonly memory: Memory,
    private readonly table: TableInfo,
    ports: readonly NumberPort[],
    nameOf: (at: number) => string,
    /** The field of the amount. */
    amount: string,
  ) {
    this.#facts = memory.of(table.plan.kind);
    this.#refunded = new RefundedLines(this.#facts);
    const metas = recordFields(table.plan.kind);
    const { splitOrders } = table.file.source;
    this.#ports = ports
      .map((port): Port => ({ ...port, name: nameOf(port.at), differs: splitOrders === true && port.money }))
      .filter(({ name }) => metas.get(name)?.role !== 'date');
    this.#main = this.#ports.find(({ name }) => name === amount);
  }

  /** Whether rows of one id are lines. */
  get areLines(): boolean {
    return this.#main?.differs === true;
  }

  /** A further row of a record; its values by their place in the reader, converted. */
  meet(row: number, combo: number, value: (port: NumberPort) => number, progress: number, id: string): void {
    const values = this.#ports.map((port) => {
      const own = value(port);
      if (!Number.isNaN(own) && own !== port.column.get(row)) port.differs = true;
      return own;
    });
    this.#further.push({ row, combo, values, progress });
    if (!this.#examples.has(row)) this.#examples.set(row, id);
  }

  /** What the lines sell, as far as the file shows it: their amounts. */
  #noteLines(): void {
    const { column } = this.#main!;
    const at = this.#ports.indexOf(this.#main!);
    const first = new Set<number>();
    for (const { row, values } of this.#further) {
      if (!first.has(row)) this.memory.linesSold.add(row, amountSold(column.get(row)));
      first.add(row);
      this.memory.linesSold.add(row, amountSold(values[at]!));
    }
  }

  /**
   * Adds up lines, or keeps the last of equal rows; once, after all rows. Lines whose own status does not count, beside
   * others that do, are not added: reports for each further row whether it was added, left out, or is the first that
   * counts.
   */
  settle(
    progressOf: (row: number) => number,
    counts: (combo: number) => boolean = () => true,
  ): readonly ('added' | 'left' | 'first')[] {
    const { memory, table } = this;
    const facts = this.#facts;
    const lines = this.areLines;
    if (lines) this.#noteLines();
    const settled = this.#further.map(({ row, combo, values, progress }) => {
      if (lines) return this.#addLine(row, combo, values, counts);
      table.account.superseded += 1;
      if (progress >= progressOf(row)) {
        facts.combo.set(row, combo);
        for (const [at, { column }] of this.#ports.entries())
          if (!Number.isNaN(values[at]!)) column.set(row, values[at]!);
      }
      return 'added' as const;
    });
    this.#refunded.settle();
    if (lines)
      table.lineSums = new Set([...lineSums, ...this.#ports.filter(({ differs }) => differs).map(({ name }) => name)]);
    const rows = new Map<number, number>();
    for (const { row } of this.#further) rows.set(row, (rows.get(row) ?? 0) + 1);
    // What a format writes by definition needs no warning.
    if (table.file.source.splitOrders) return settled;
    for (const [row, id] of this.#examples)
      memory.copies.meet(
        lines ? 'rows_are_lines' : 'rows_count_once',
        table.plan.kind,
        [table.file],
        id,
        (rows.get(row) ?? 0) + (lines ? 1 : 0),
      );
    return settled;
  }

  #addLine(
    row: number,
    combo: number,
    values: readonly number[],
    counts: (combo: number) => boolean,
  ): 'added' | 'left' | 'first' {
    const facts = this.#facts;
    facts.sourceRows.set(row, facts.sourceRows.get(row) + 1);
    const [now, before] = [counts(combo), counts(facts.combo.get(row))];
    if (!now && before) this.left.set(row, (this.left.get(row) ?? 0) + 1);
    if (!now && before) return 'left';
    const isFirst = now && !before;
    if (isFirst) {
      this.left.set(row, (this.left.get(row) ?? 0) + facts.sourceRows.get(row) - 1);
      facts.combo.set(row, combo);
      this.#refunded.forget(row);
    } else
      this.#refunded.add(
        row,
        combo,
        this.#worth((at) => values[at]!),
        this.#worth((at) => this.#ports[at]!.column.get(row)),
      );
    for (const [at, port] of this.#ports.entries()) {
      if (!port.differs && port.name !== 'quantity') continue;
      if (isFirst) port.column.set(row, values[at]!);
      else port.column.add(row, values[at]!);
    }
    return isFirst ? 'first' : 'added';
  }

  /** What the customer pays by amounts that rows have of their own. */
  #worth(value: (at: number) => number): number {
    return this.#ports.reduce((sum, { name, differs }, at) => {
      const sign = name === 'discounts' ? -1 : ['gross_sales', 'shipping', 'taxes'].includes(name) ? 1 : 0;
      const own = value(at);
      return differs && sign !== 0 && !Number.isNaN(own) ? sum + sign * own : sum;
    }, 0);
  }
}
