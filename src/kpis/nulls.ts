/** When KPIs are not known, if several of them say the same. */
import { joined, type Text } from '../core/text.ts';

/** Texts one after the other. */
export const sentences = (...texts: readonly Text[]): Text => joined(texts, ' ');

export const withoutHistory: Text = {
  en: 'Not known where no order is older than the period; marked `short_history` where the orders go back less than `history_days` before it.',
  fr: "Non calculable si aucune commande n'est antérieure à la période\u00a0; marqué `short_history` si les commandes remontent à moins de `history_days` jours avant celle-ci.",
};

export const withoutRefunds: Text = {
  en: 'If no file contains refunds it is calculated without them and marked `no_refunds`; without discounts (in totals: shipping, taxes) that no file contains it is marked `no_discounts`.',
  fr: "Si aucun fichier ne permet de connaître les remboursements, le chiffre est calculé sans eux et marqué `no_refunds`\u00a0; sans les remises (dans les totaux\u00a0: frais de port, taxes) qu'aucun fichier ne donne, il est marqué `no_discounts`.",
};

export const withoutAnswers: Text = {
  en: 'Not known without answers; marked `low_sample` below `min_answers`.',
  fr: 'Non calculable sans réponses\u00a0; marqué `low_sample` en dessous de `min_answers` réponses.',
};

export const withoutTags: Text = {
  en: 'Not known without tags in the files or without `complaint_tags`.',
  fr: 'Non calculable sans étiquettes dans les fichiers, ou sans `complaint_tags`.',
};

export const withoutCosts: Text = {
  en: 'Not known where a sold line lacks a unit cost, unless the lines that have one reach `min_cost_coverage` of the value: then the cost is raised to all lines and the figure marked `approx`.',
  fr: "Non calculable si une ligne vendue n'a pas de coût unitaire, à moins que les lignes qui en ont un n'atteignent `min_cost_coverage` de la valeur\u00a0: leur coût est alors extrapolé à toutes les lignes et le chiffre marqué `approx`.",
};

export const withoutLifespan: Text = {
  en: 'The lifespan is `lifespan_years`, else 1 / yearly churn, at most `max_lifespan_years`: not known without two years of orders, nor where no customer of the year before was lost.',
  fr: "La durée de vie est `lifespan_years`, sinon 1 / attrition annuelle, plafonnée à `max_lifespan_years`\u00a0: inconnue sans deux ans de commandes, ou si aucun client de l'année précédente n'a été perdu.",
};
