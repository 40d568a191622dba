import type { RowReader } from '../../ingest/row-reader.ts';
import type { TableInfo } from '../state/table-info.ts';

/** Where the reader of a table of orders, or of checkouts with lines, has their fields; -1 for one that it has not. */
export class OrderPlaces {
  readonly id: number;
  readonly at: number;
  readonly updatedAt: number;
  readonly gross: number;
  readonly discounts: number;
  readonly shipping: number;
  readonly taxes: number;
  readonly itemsTax: number;
  readonly duties: number;
  readonly total: number;
  readonly refundedTotal: number;
  readonly fee: number;
  readonly status: number;
  readonly currency: number;
  readonly customer: number;
  readonly refundOf: number;
  readonly store: number;

  constructor({ plan }: TableInfo, reader: RowReader) {
    const isCheckout = plan.kind === 'checkout';
    this.id = reader.textAt(isCheckout ? 'checkout_id' : 'order_id');
    this.at = reader.numberAt(isCheckout ? 'created_at' : 'ordered_at');
    this.updatedAt = reader.numberAt('updated_at');
    this.gross = reader.numberAt(isCheckout ? 'value' : 'gross_sales');
    this.discounts = reader.numberAt('discounts');
    this.shipping = reader.numberAt('shipping');
    this.taxes = reader.numberAt('taxes');
    this.itemsTax = reader.numberAt('items_tax');
    this.duties = reader.numberAt('duties');
    this.total = reader.numberAt('total');
    this.refundedTotal = reader.numberAt('refunded_total');
    this.fee = reader.numberAt('fee');
    this.status = reader.textAt('status');
    this.currency = reader.textAt('currency');
    this.customer = reader.textAt('customer_key');
    this.refundOf = reader.textAt('refund_of');
    this.store = reader.textAt('store');
  }
}
