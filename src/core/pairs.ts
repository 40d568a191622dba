import type { Kind } from './kinds.ts';

/** Two fields of a record that a rate holds against each other: of records that tell only one of them neither counts. */
export interface Pair {
  readonly kind: Kind;
  readonly over: string;
  readonly under: string;
  /** A blank is read as 0: a record with 0 below and something above tells no rate either. */
  readonly zeroIsBlank: boolean;
}

const pair = (kind: Kind, over: string, under: string, zeroIsBlank = false): Pair => ({
  kind,
  over,
  under,
  zeroIsBlank,
});

export const pairs: readonly Pair[] = [
  pair('social', 'engagements', 'reach'),
  pair('social', 'engagements', 'impressions'),
  pair('social', 'link_clicks', 'impressions'),
  pair('spend', 'clicks', 'impressions', true),
  pair('spend', 'cost', 'impressions', true),
];

/** The field that has a record's value of one field where the other is told as well. */
export const besideField = <const F extends string, const G extends string>(field: F, other: G): `${F}_beside_${G}` =>
  `${field}_beside_${other}`;

/** The field that says with 1 that a record has a value of the first which has to be left out, for want of the other. */
export const aloneField = (beside: string): string => `${beside}_alone`;

const isAlone = /_alone$/;

/** Whether a field is a mark of records rather than something they add up to. */
export const marksAlone = (field: string): boolean => isAlone.test(field);

/** The field whose values a field has: its own name, but of one told beside another. */
export const valueField = (field: string): string => field.replace(/_beside_.*$/, '');

/** The fields that records of a kind have beside those of their table. */
export const besideFields = (kind: Kind, has: (field: string) => boolean): string[] =>
  pairs
    .filter((one) => one.kind === kind && has(one.over) && has(one.under))
    .flatMap(({ over, under }) => [besideField(over, under), besideField(under, over)]);
