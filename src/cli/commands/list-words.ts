import type { Language } from '../../core/choices.ts';
import type { Kind } from '../../core/kinds.ts';
import { recordOf } from '../../records/index.ts';

/** The words of `kpi list --fields` and `--formats`. A missing language does not compile. */
const en = {
  /** A kind by its name in a configuration. */
  kind: (kind: Kind): string => kind,
  required: 'required',
  /** After the meaning of a field: further headers that are understood. */
  also: (names: string) => `Also: ${names}`,
  /** Above the known files that are no source. */
  notRead: 'recognised, not read',
  /** Between what a file is and why it is not read. */
  because: ': ',
  /** Between two exports that are needed together. */
  and: ', and ',
  /** Of a kind that no tool exports. */
  byHand: 'a table made by hand: kpi list --fields',
  /** Above KPIs whose files are there, without a column. */
  columns: 'columns that your files lack',
  nothingMissing: 'Your files supply every KPI.',
};

export type ListWords = typeof en;

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
