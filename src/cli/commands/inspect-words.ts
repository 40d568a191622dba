import type { Language } from '../../core/choices.ts';
import type { InspectedTable } from '../../figures/inspected.ts';

type Account = 'accepted' | 'skipped' | 'superseded' | 'rejected';

/** The words of `kpi inspect` around the description of a file. A missing language does not compile. */
export interface InspectWords {
  readonly span: (first: string, last: string) => string;
  readonly noDates: string;
  readonly rows: (read: number, account: string) => string;
  readonly account: Readonly<Record<Account, (rows: number) => string>>;
  readonly none: string;
  /** Rows that are counted separately, by their names in the account of a file. */
  readonly counts: Readonly<Record<string, (rows: number) => string>>;
  readonly from: string;
  readonly period: (span: string) => string;
  readonly taxes: Readonly<Record<NonNullable<InspectedTable['taxes']>, string>>;
  /** Between notes of one line. */
  readonly semicolon: string;
  readonly unused: (names: string) => string;
  readonly columns: (n: number) => string;
  readonly rejects: Readonly<Record<'record' | 'column' | 'reason' | 'value', string>>;
  readonly more: (rows: number) => string;
}

const tax = 'prices of orders that do not tell: tax';
const en: InspectWords = {
  span: (first, last) => `${first} to ${last}`,
  noDates: 'no dates',
  rows: (read, account) => `${read} rows: ${account}`,
  account: {
    accepted: (rows) => `${rows} accepted`,
    skipped: (rows) => `${rows} skipped`,
    superseded: (rows) => `${rows} superseded`,
    rejected: (rows) => `${rows} rejected`,
  },
  none: 'none',
  counts: {
    unbalanced: (rows) => `${rows} unbalanced`,
    not_valid: (rows) => `${rows} with a status that does not count`,
    gift_cards: (rows) => `${rows} of gift cards alone`,
    notes: (rows) => `${rows} of the skipped ${rows === 1 ? 'is a note' : 'are notes'}`,
    descriptions: () => '1 of the skipped describes the columns',
  },
  from: 'from',
  period: (span) => `the table is of ${span}`,
  taxes: { included: `${tax} included`, 'on top': `${tax} on top`, never: `${tax} never` },
  semicolon: '; ',
  unused: (names) => `not read: ${names}`,
  columns: (n) => `${n} columns`,
  rejects: { record: 'record', column: 'column', reason: 'reason', value: 'value' },
  more: (rows) => `… and ${rows} more; all of them: --rejects FILE`,
};

/** In French 0 is singular as well. */
const plural = (n: number): string => (n < 2 ? '' : 's');
const sauf = 'sauf indication contraire de la commande';
const fr: InspectWords = {
  span: (first, last) => `du ${first} au ${last}`,
  noDates: 'aucune date',
  rows: (read, account) => `${read} ligne${plural(read)}\u00a0: ${account}`,
  account: {
    accepted: (rows) => `${rows} retenue${plural(rows)}`,
    skipped: (rows) => `${rows} écartée${plural(rows)}`,
    superseded: (rows) => `${rows} remplacée${plural(rows)}`,
    rejected: (rows) => `${rows} rejetée${plural(rows)}`,
  },
  none: 'aucune',
  counts: {
    unbalanced: (rows) => `${rows} au total incohérent`,
    not_valid: (rows) => `${rows} au statut qui ne compte pas`,
    gift_cards: (rows) => `${rows} de cartes cadeaux seules`,
    notes: (rows) => `parmi les écartées, ${rows} note${plural(rows)}`,
    descriptions: () => 'parmi les écartées, 1 qui décrit les colonnes',
  },
  from: 'provenance',
  period: (span) => `tableau ${span}`,
  taxes: { included: `prix TTC, ${sauf}`, 'on top': `prix HT, taxes en sus, ${sauf}`, never: 'prix toujours HT' },
  semicolon: '\u00a0; ',
  unused: (names) => `colonnes non lues\u00a0: ${names}`,
  columns: (n) => `${n} colonnes`,
  rejects: { record: 'enregistrement', column: 'colonne', reason: 'motif', value: 'valeur' },
  more: (rows) => `… et ${rows} de plus\u00a0; toutes avec --rejects FICHIER`,
};

export const inspectWords: Readonly<Record<Language, InspectWords>> = { en, fr };
