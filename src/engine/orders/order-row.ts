import type { Fault, RowReader } from '../../ingest/row-reader.ts';
import { columnName } from '../../plan/blamed-column.ts';
import type { Cells } from '../../plan/compile.ts';
import type { Memory } from '../state/context.ts';
import type { TableInfo } from '../state/table-info.ts';
import { type AmountRules, amountsOf, minorUnit, type RawAmounts } from './order-amounts.ts';
import { emptyLines, type OrderLine } from './order-lines.ts';
import type { OrderPlaces } from './order-places.ts';

/** What the current row of a table says of its order: amounts as they are, and what they mean. */
export class OrderRow {
  constructor(
    private readonly memory: Memory,
    private readonly table: TableInfo,
    private readonly reader: RowReader,
    private readonly places: OrderPlaces,
    private readonly line: OrderLine,
  ) {}

  /** When it was placed; NaN if the row does not say so. */
  get at(): number {
    return this.reader.numbers[this.places.at]!;
  }

  get hour(): number {
    return this.memory.setting.zone.hour(this.at);
  }

  get status(): string | null {
    return this.places.status === -1 ? null : this.reader.texts[this.places.status]!;
  }

  /** What was given back of it. */
  get refunded(): number {
    return this.places.refundedTotal === -1 ? 0 : this.reader.numbers[this.places.refundedTotal]!;
  }

  /** Whether it has any of the cells that only the order itself has. */
  isFilled(): boolean {
    return this.has(this.places.gross) || this.has(this.places.total) || this.status !== null;
  }

  /** Whether it has a number. */
  has(place: number): boolean {
    return place !== -1 && !Number.isNaN(this.reader.numbers[place]!);
  }

  /** Whether it is a refund: its amount is below 0. A free order of 0 is an order. */
  isRefund(): boolean {
    const { gross: at, total } = this.places;
    if (this.table.plan.kind !== 'order' || at === -1) return false;
    const { numbers } = this.reader;
    const gross = numbers[at]!;
    return gross < 0 || (!(gross > 0) && total !== -1 && numbers[total]! < 0);
  }

  /** Its amounts; those of a refund above 0. */
  raw(sign: 1 | -1 = 1): RawAmounts {
    const { reader, places } = this;
    const { numbers } = reader;
    const or0 = (at: number) => (at === -1 || Number.isNaN(numbers[at]!) ? 0 : sign * numbers[at]!);
    return {
      gross: or0(places.gross),
      discounts: sign === 1 ? or0(places.discounts) : Math.abs(or0(places.discounts)),
      shipping: or0(places.shipping),
      taxes: or0(places.taxes),
      itemsTax: places.itemsTax === -1 ? Number.NaN : or0(places.itemsTax),
      duties: or0(places.duties),
      total: places.total === -1 ? Number.NaN : sign * numbers[places.total]!,
    };
  }

  rules(): AmountRules {
    const { plan, file } = this.table;
    const currency = (this.reader.texts[this.places.currency] ?? file.currency ?? this.memory.setting.currency) || null;
    return {
      taxes: plan.taxes,
      minor: minorUnit(currency),
      discountOnShipping: file.source.discountOnShipping === true,
      itemsOfLines: file.source.itemsOfLines === true,
      discountsOfLines: this.line.off !== -1,
    };
  }

  /** Takes tax out of its prices if they include it; false if its total is not items, shipping and tax together. */
  takeTaxOut(raw: RawAmounts, rules: AmountRules): boolean {
    const { places } = this;
    if (places.gross === -1 || places.total === -1 || places.taxes === -1) return true;
    const { numbers } = this.reader;
    const { gross, discounts, shipping, balanced } = amountsOf(raw, emptyLines(), rules);
    if (gross === raw.gross && shipping === raw.shipping) return balanced;
    numbers[places.gross] = gross;
    if (places.discounts !== -1) numbers[places.discounts] = discounts;
    if (places.shipping !== -1) numbers[places.shipping] = shipping;
    return balanced;
  }

  /** Why it is no order, if it is none; `cells`: those of the row, if they are known. */
  fault(cells: Cells | null): Fault | null {
    return this.#missing() ?? this.#otherSign(cells);
  }

  #missing(): Fault | null {
    const { reader } = this;
    const { gross } = this.places;
    const missing = reader.missing();
    if (missing !== null || gross === -1 || this.has(gross) || this.table.plan.kind === 'checkout') return missing;
    return { column: reader.columnOf(reader.numberFields[gross]!.name), reason: 'missing_value', value: '' };
  }

  /** A discount below 0 on an order that is no refund. */
  #otherSign(cells: Cells | null): Fault | null {
    const at = this.places.discounts;
    if (at === -1 || this.table.plan.kind !== 'order' || !(this.reader.numbers[at]! < 0) || this.isRefund())
      return null;
    const { from, name } = this.reader.numberFields[at]!;
    const value = from.op === 'column' ? (cells?.[from.index] ?? '') : '';
    return { column: columnName(from) ?? name, reason: 'unexpected_sign', value };
  }
}
