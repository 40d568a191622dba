import type { Kind } from '../core/kinds.ts';
import type { FieldType } from './field-types.ts';
import { recordFields } from './index.ts';

/** Fields of a kind that only a tool's export has, beyond those of its record, with their types. */
export const told = {
  order: {
    /** When `refunded_total` was given back; without it, on the day of the order. */
    refunded_at: 'instant',
    /** The part of `taxes` that is on items. */
    items_tax: 'money',
    /** The part of `taxes` that comes on top of prices which include tax: customs duties. */
    duties: 'money',
    /** What the payment cost: a `cost` of its day. */
    fee: 'money',
  },
  order_line: {
    /** On all pieces of the line. */
    discount: 'money',
    /** Whether it sells a gift card. */
    gift_card: 'count',
  },
  spend: {
    /** What a campaign keeps when it is renamed. */
    campaign_id: 'text',
  },
  email: {
    /** The same. */
    campaign_id: 'text',
  },
  cost: {
    /** The statement that charges it: one of the same day in another statement is another cost. */
    statement: 'text',
  },
} as const satisfies Partial<Record<Kind, Readonly<Record<string, FieldType>>>>;

const all: Partial<Record<Kind, Readonly<Record<string, FieldType>>>> = told;

/** The type of a field of a kind, also of one that only a tool's export has. */
export const typeOfField = (kind: Kind, name: string): FieldType | undefined =>
  recordFields(kind).get(name)?.type ?? all[kind]?.[name];
