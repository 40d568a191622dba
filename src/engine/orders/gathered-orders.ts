import { statusCounts } from '../../core/order-status.ts';
import type { Fault, RowReader } from '../../ingest/row-reader.ts';
import type { Cells } from '../../plan/compile.ts';
import { GatheredRows, type HeldRow, putTogether, type RowValues } from '../collect/gathered-rows.ts';
import type { Memory } from '../state/context.ts';
import type { TableInfo } from '../state/table-info.ts';
import type { OrderLine } from './order-lines.ts';
import type { OrderPlaces } from './order-places.ts';
import type { OrderRow } from './order-row.ts';

/** What the rows of an order say, without what they repeat; or which of them cannot be read, and why. */
type ReadRows = { readonly rows: readonly RowValues[] } | { readonly refused: HeldRow; readonly fault: Fault };

/** Orders whose rows may be anywhere in a file: they wait for the others. */
export class GatheredOrders {
  readonly #held: GatheredRows;

  constructor(
    private readonly memory: Memory,
    private readonly table: TableInfo,
    private readonly reader: RowReader,
    private readonly places: OrderPlaces,
    private readonly row: OrderRow,
    private readonly line: OrderLine,
  ) {
    this.#held = new GatheredRows(table.plan.header, table.file.source);
  }

  add(id: string, cells: Cells, record: number): void {
    this.#held.add(id, cells, record);
  }

  /** Each order with its rows, once: without those of which a later version is in the file. */
  *orders(): Generator<readonly [id: string, rows: readonly HeldRow[]]> {
    for (const [id, rows] of this.#held.orders()) yield [id, this.#newestOf(rows)];
  }

  #newestOf(rows: readonly HeldRow[]): readonly HeldRow[] {
    const { reader, line, places } = this;
    if (places.updatedAt === -1 || rows.length < 2) return rows;
    const versions = rows.map((row) => {
      reader.read(row.cells);
      line.reader?.read(row.cells);
      const texts = line.reader?.texts ?? [];
      const what = [texts[line.sku] ?? '', texts[line.product] ?? ''].join('\u0001');
      return { row, what, at: reader.numbers[places.updatedAt]! };
    });
    const newest = versions.filter(({ what, at }) => !versions.some((other) => other.what === what && other.at > at));
    this.table.account.superseded += rows.length - newest.length;
    return newest.map(({ row }) => row);
  }

  /** Reads the rows of an order. */
  read(held: readonly HeldRow[]): ReadRows {
    const { reader } = this;
    const line = this.line.reader;
    const had = new Set<number>();
    const hasHead = held.some(({ cells }) => {
      line?.read(cells);
      return Number.isNaN(line?.numbers[this.line.quantity] ?? 0);
    });
    const rows: RowValues[] = [];
    for (const row of held) {
      const { cells, record } = this.#held.without(had, row, hasHead);
      if (!reader.read(cells)) return { refused: row, fault: reader.fault(cells) };
      if (line?.read(cells) === false) return { refused: row, fault: line.fault(cells) };
      const counts = statusCounts(this.row.status ?? 'paid', this.memory.setting.options);
      rows.push({ cells, record, numbers: [...reader.numbers], texts: [...reader.texts], counts });
    }
    return { rows };
  }

  /** Makes of the rows of an order that count, or of all if none does, the current row; gives these. */
  putTogether(rows: readonly RowValues[]): readonly RowValues[] {
    const counting = rows.some(({ counts }) => counts) ? rows.filter(({ counts }) => counts) : rows;
    putTogether(this.reader, counting);
    this.line.reader?.numbers.fill(Number.NaN);
    return counting;
  }
}
