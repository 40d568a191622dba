import type { Language } from '../../core/choices.ts';

type Account = 'accepted' | 'skipped' | 'superseded' | 'rejected';

const tax = 'prices of orders that do not tell: tax';

/** The words of `kpi inspect` around the description of a file. A missing language does not compile. */
const en = {
  span: (first: string, last: string) => `${first} to ${last}`,
  noDates: 'no dates',
  rows: (read: number, account: string) => `${read} rows: ${account}`,
  account: {
    accepted: (rows) => `${rows} accepted`,
    skipped: (rows) => `${rows} skipped`,
    superseded: (rows) => `${rows} superseded`,
    rejected: (rows) => `${rows} rejected`,
  } satisfies Record<Account, (rows: number) => string>,
  none: 'none',
  /** Rows that are counted separately, by their names in the account of a file. */
  counts: {
    unbalanced: (rows) => `${rows} unbalanced`,
    not_valid: (rows) => `${rows} with a status that does not count`,
    gift_cards: (rows) => `${rows} of gift cards alone`,
    notes: (rows) => `${rows} of the skipped ${rows === 1 ? 'is a note' : 'are notes'}`,
    descriptions: () => '1 of the skipped describes the columns',
  } as Readonly<Record<string, (rows: number) => string>>,
  from: 'from',
  period: (span: string) => `the table is of ${span}`,
  taxes: { included: `${tax} included`, 'on top': `${tax} on top`, never: `${tax} never` },
  /** Between notes of one line. */
  semicolon: '; ',
  unused: (names: string) => `not read: ${names}`,
  columns: (n: number) => `${n} columns`,
  rejects: { record: 'record', column: 'column', reason: 'reason', value: 'value' },
  more: (rows: number) => `… and ${rows} more; all of them: --rejects FILE`,
};

export type InspectWords = typeof en;

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
