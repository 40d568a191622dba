import type { Text } from '../core/text.ts';

/** How the text of a cell becomes a value, and what the value is measured in. */
export type FieldType =
  /** Any text, blank as null. */
  | 'text'
  /** What identifies a customer: never shown. */
  | 'key'
  /** A number of millionths of a currency unit. */
  | 'money'
  /** A whole number, in millionths. */
  | 'count'
  /** A decimal, in millionths. */
  | 'number'
  /** A share: 0.12 or 12 %, in millionths. */
  | 'ratio'
  /** Millionths of a second. */
  | 'duration'
  /** Milliseconds since 1970 in UTC. */
  | 'instant'
  /** Local days since 1970. */
  | 'day';

/**
 * `id` identifies a record; `date` and `attribute` fields make up the key of a record without id; `metric` fields are
 * what it measures; `part` fields belong to the record but not to its key.
 */
export type Role = 'id' | 'date' | 'attribute' | 'metric' | 'part';

export interface FieldMeta<T extends FieldType = FieldType> {
  readonly type: T;
  readonly role: Role;
  readonly doc: Text;
  readonly required: boolean;
  /** Further header names in generic files, English and French, lower case. */
  readonly names: readonly string[];
  /** The words that a text must be one of. */
  readonly words?: readonly string[];
}

/** Follows the name of a column whose values are not quite what it is called: figures that need them are marked. */
export const approxNote = ' (approx)';

interface Given {
  readonly doc: Text;
  readonly names?: readonly string[];
  readonly required?: boolean;
  readonly role?: Role;
  readonly words?: readonly string[];
}

/** Fields of a type, in this role unless they say another. */
const fields =
  <const T extends FieldType>(type: T, role: Role) =>
  (given: Given): FieldMeta<T> => ({
    type,
    role: given.role ?? role,
    doc: given.doc,
    required: given.required ?? false,
    names: given.names ?? [],
    ...(given.words === undefined ? {} : { words: given.words }),
  });

export const text = fields('text', 'attribute');
export const key = fields('key', 'attribute');
export const id = fields('text', 'id');
export const money = fields('money', 'metric');
export const count = fields('count', 'metric');
export const number = fields('number', 'metric');
export const duration = fields('duration', 'metric');
export const instant = fields('instant', 'date');
export const day = fields('day', 'date');

/** The first and last day of a row that covers several. */
export const spanDays = {
  date_from: day({
    doc: { en: 'First day of a span.', fr: "Premier jour d'un intervalle." },
    names: ['from', 'du', 'date_debut'],
  }),
  date_to: day({
    doc: { en: 'Last day of a span.', fr: "Dernier jour d'un intervalle." },
    names: ['to', 'au', 'date_fin'],
  }),
};

/** When a record was last changed, by these names and the French one. */
export const updatedAt = (...names: string[]) =>
  instant({
    doc: {
      en: 'Last change: of two copies the newer wins.',
      fr: "Dernière modification\u00a0: de deux copies, la plus récente l'emporte.",
    },
    role: 'part',
    names: [...names, 'date_modification'],
  });

/** Header names of a column of currencies. */
export const currencyNames = [
  'devise',
  'currency_code',
  'currencycode',
  'order_currency',
  'order_currency_code',
  'currency_iso_code',
  'code_devise',
  'code_de_devise',
  'code_de_la_devise',
  'monnaie',
  'währung',
  'waehrung',
  'währungscode',
  'moneda',
  'código_de_moneda',
  'valuta',
  'codice_valuta',
] as const;
