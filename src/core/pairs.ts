import type { Kind } from './kinds.ts';

/** Two fields of a record that a rate compares: if a record has only one of them, neither counts. */
export interface Pair {
  readonly kind: Kind;
  readonly over: string;
  readonly under: string;
  /**
   * What a record without a figure says: `unknown`; `unknown or 0`: nor does a record with 0 in the denominator and
   * something in the numerator give a rate; `0` where its table has the column: only without the column nothing is known.
   */
  readonly blank: 'unknown' | 'unknown or 0' | '0';
}

const pair = (kind: Kind, over: string, under: string, blank: Pair['blank'] = 'unknown'): Pair => ({
  kind,
  over,
  under,
  blank,
});

export const pairs: readonly Pair[] = [
  pair('social', 'engagements', 'reach'),
  pair('social', 'engagements', 'impressions'),
  pair('social', 'link_clicks', 'impressions'),
  pair('spend', 'clicks', 'impressions', 'unknown or 0'),
  pair('spend', 'cost', 'impressions', 'unknown or 0'),
  pair('spend', 'cost', 'clicks', '0'),
  pair('spend', 'cost', 'conversions', '0'),
  pair('spend', 'conversion_value', 'cost', '0'),
  pair('spend', 'cost', 'leads', '0'),
  pair('email', 'opens', 'delivered'),
  pair('email', 'clicks', 'delivered'),
  pair('email', 'clicks', 'opens'),
  pair('email', 'unsubscribes', 'delivered'),
  pair('email', 'revenue', 'delivered'),
  pair('search', 'position', 'impressions'),
];

/** The field that has a record's value of one field if the other is known as well. */
export const besideField = <const F extends string, const G extends string>(field: F, other: G): `${F}_beside_${G}` =>
  `${field}_beside_${other}`;

/** The field that is 1 if a record's value of the first has to be left out because the other is missing. */
export const aloneField = (beside: string): string => `${beside}_alone`;

const isAlone = /_alone$/;

/** Whether a field is a mark of records rather than something that is added up. */
export const marksAlone = (field: string): boolean => isAlone.test(field);

/** The field whose values a field has: its own name, except for one known beside another. */
export const valueField = (field: string): string => field.replace(/_beside_.*$/, '');

/** The fields that records of a kind have beside those of their table. */
export const besideFields = (kind: Kind, has: (field: string) => boolean): string[] =>
  pairs
    .filter((one) => one.kind === kind && has(one.over) && has(one.under))
    .flatMap(({ over, under }) => [besideField(over, under), besideField(under, over)]);
