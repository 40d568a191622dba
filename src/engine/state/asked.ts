import type { Kind } from '../../core/kinds.ts';
import { fieldsOf, type Measure } from '../../measures/measure.ts';

/**
 * What is derived from a field of a kind, beyond what questions read themselves. Everything is kept for the other
 * kinds: they are few.
 */
const derivedFrom: Partial<Record<Kind, Readonly<Record<string, (asked: Asked) => boolean>>>> = {
  order: {
    // It shows whether there are refunds at all.
    refunded_total: () => true,
    refunded_at: ({ refunds }) => refunds,
    fee: (asked) => asked.of('cost'),
    // Whether an order is one of gift cards alone, or none; and it decides whether rows of one id are copies or lines.
    gross_sales: () => true,
    discounts: ({ refunds }) => refunds,
    shipping: ({ refunds }) => refunds,
    taxes: ({ refunds }) => refunds,
    units: ({ refunds }) => refunds,
    goods_cost: ({ refunds }) => refunds,
    line_value: ({ history }) => history,
    costed_line_value: ({ history }) => history,
    customer_key: ({ refunds }) => refunds,
  },
  ticket: {
    customer_messages: (asked) => asked.reads('ticket', 'first_contact'),
    reopens: (asked) => asked.reads('ticket', 'first_contact') || asked.reads('ticket', 'customer_messages'),
    requester_key: (asked) => asked.reads('ticket', 'first_contact'),
    first_reply_seconds: (asked) => asked.reads('ticket', 'first_reply_business_seconds'),
    // A reply after 0 seconds is none where no reply is counted.
    agent_replies: () => true,
    // The time of a solve follows from it, if no column has that.
    resolution_seconds: () => true,
  },
};

/** What decides the place of an order in its customer's history. */
const historyFields = new Set([
  ...['is_first', 'customer_first_at', 'customer_first_at_hour', 'first_order_row', 'first_order_gap'],
  ...['previous_order_gap', 'next_order_gap'],
]);

/**
 * What will be asked of the records of a run. Derivations from several records are calculated only if a question needs
 * them: on millions of records they cost time and memory.
 */
export class Asked {
  readonly #measures: ReadonlySet<Measure> | null;

  /** `null`: anything may be asked. */
  constructor(measures: readonly Measure[] | null) {
    this.#measures = measures === null ? null : new Set(measures);
  }

  /** Whether this was announced. */
  has(measure: Measure): boolean {
    return this.#measures?.has(measure) ?? true;
  }

  /** Whether anything is asked of records of a kind. */
  of(kind: Kind): boolean {
    return this.#some(({ over }) => over === kind);
  }

  /** Whether records of a kind are counted on the day of a field. */
  books(kind: Kind, field: string): boolean {
    return this.#some(({ over, at }) => over === kind && at === field);
  }

  /** Whether a field of records of a kind is read. */
  reads(kind: Kind, field: string): boolean {
    return this.#some((measure) => measure.over === kind && readBy(measure).includes(field));
  }

  /** Whether an amount, a count or a key of records of a kind is of any use. */
  keeps(kind: Kind, field: string): boolean {
    const derived = derivedFrom[kind];
    return derived === undefined || this.reads(kind, field) || (derived[field]?.(this) ?? false);
  }

  /** Whether it matters who bought before; cohorts need it as well. */
  get history(): boolean {
    return this.#some(
      (measure) =>
        measure.group === 'first_order' ||
        measure.history === 'first_order' ||
        readBy(measure).some((field) => historyFields.has(field)),
    );
  }

  /** Whether refunds matter; a customer's value is reduced by them. */
  get refunds(): boolean {
    return this.of('refund') || this.reads('order', 'has_refund') || this.history;
  }

  #some(test: (measure: Measure) => boolean): boolean {
    return this.#measures === null || [...this.#measures].some(test);
  }
}

const readBy = ({ value, where, needs = [] }: Measure): string[] => [...fieldsOf(value), ...fieldsOf(where), ...needs];
