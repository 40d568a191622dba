import type { Read, TableFacts } from '../engine/state/read.ts';
import type { Warning } from './figure-model.ts';

/**
 * Whether a list of checkouts has a column of completions and never fills it: it is more likely that it does not record
 * completions than that nobody bought.
 */
const neverCompletes = ({ plan, told, days }: TableFacts): boolean =>
  plan.kind === 'checkout' && plan.fields.completed_at !== undefined && days.size > 0 && !told.has('completed_at');

/** The warning about files with no completed checkout. */
export const withoutCompletions = ({ tables }: Read): Warning[] =>
  tables.filter(neverCompletes).map(({ file: { path } }) => ({
    code: 'no_completions',
    file: path,
    message: {
      en: `${path}: no checkout has a time of completion, so the file does not say which were completed: checkout_abandonment_rate compares them with all orders, if there are any, and is marked approx`,
      fr: `${path}\u00a0: aucun paiement n'a de date de finalisation, le fichier ne peut donc pas dire lesquels ont été finalisés\u00a0: checkout_abandonment_rate les rapporte à toutes les commandes, s'il y en a, et porte la marque approx`,
    },
  }));
