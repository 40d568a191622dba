import type { Language } from '../../core/choices.ts';
import type { Kind } from '../../core/kinds.ts';
import { recordOf } from '../../records/index.ts';

/** The words of `kpi list --fields`. What one language lacks does not compile. */
export interface ListWords {
  /** A kind by the name that a configuration calls it. */
  readonly kind: (kind: Kind) => string;
  readonly required: string;
  /** Behind what a field means: further headers that are understood. */
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
