import type { Language } from '../../core/choices.ts';
import type { Kind } from '../../core/kinds.ts';
import { recordOf } from '../../records/index.ts';

/** The words of `kpi list --fields` and `--formats`. A missing language does not compile. */
export interface ListWords {
  /** A kind by its name in a configuration. */
  readonly kind: (kind: Kind) => string;
  readonly required: string;
  /** After the meaning of a field: further headers that are understood. */
  readonly also: (names: string) => string;
  /** Above the known files that are no source. */
  readonly notRead: string;
  /** Between what a file is and why it is not read. */
  readonly because: string;
  /** Between two exports that are needed together. */
  readonly and: string;
  /** Of a kind that no tool exports. */
  readonly byHand: string;
  /** Above KPIs whose files are there, without a column. */
  readonly columns: string;
  readonly nothingMissing: string;
}

const en: ListWords = {
  kind: (kind) => kind,
  required: 'required',
  also: (names) => `Also: ${names}`,
  notRead: 'recognised, not read',
  because: ': ',
  and: ', and ',
  byHand: 'a table made by hand: kpi list --fields',
  columns: 'columns that your files lack',
  nothingMissing: 'Your files supply every KPI.',
};

const fr: ListWords = {
  kind: (kind) => `${kind}\u00a0: ${recordOf(kind).words.one.fr}`,
  required: 'obligatoire',
  also: (names) => `Autres en-têtes\u00a0: ${names}`,
  notRead: 'reconnus, non lus',
  because: '\u00a0: ',
  and: ', et ',
  byHand: 'un tableau fait à la main\u00a0: kpi list --fields',
  columns: 'colonnes absentes de vos fichiers',
  nothingMissing: 'Vos fichiers permettent tous les KPI.',
};

export const listWords: Readonly<Record<Language, ListWords>> = { en, fr };
