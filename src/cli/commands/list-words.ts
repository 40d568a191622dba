import type { Language } from '../../core/choices.ts';
import type { Kind } from '../../core/kinds.ts';
import { recordOf } from '../../records/index.ts';

/** The words of `kpi list --fields`. A missing language does not compile. */
export interface ListWords {
  /** A kind by its name in a configuration. */
  readonly kind: (kind: Kind) => string;
  readonly required: string;
  /** After the meaning of a field: further headers that are understood. */
  readonly also: (names: string) => string;
}

const en: ListWords = {
  kind: (kind) => kind,
  required: 'required',
  also: (names) => `Also: ${names}`,
};

const fr: ListWords = {
  kind: (kind) => `${kind}\u00a0: ${recordOf(kind).words.one.fr}`,
  required: 'obligatoire',
  also: (names) => `Autres en-têtes\u00a0: ${names}`,
};

export const listWords: Readonly<Record<Language, ListWords>> = { en, fr };
