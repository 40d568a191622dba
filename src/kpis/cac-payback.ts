import cac from './cac.ts';
import { payback } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'cac_payback',
  label: { en: 'CAC payback', fr: 'Délai de récupération du CAC' },
  aliases: ['payback', 'payback_period'],
  group: 'customers',
  rank: 180,
  unit: 'months',
  direction: 'down',
  doc: {
    en: 'The first month in which the gross margin that an average customer of the period has brought reaches the CAC. It is followed customer by customer; dividing the CAC by a monthly share of the lifetime value is the shortcut that is not taken, nor is revenue in place of margin.',
    fr: "Premier mois où la marge brute cumulée qu'a apportée un client moyen de la période atteint le CAC. Elle est suivie client par client\u00a0; le raccourci qui divise le CAC par une part mensuelle de la valeur vie client n'est pas retenu, pas plus que le chiffre d'affaires au lieu de la marge.",
  },
  nulls: {
    en: 'Null with `not_reached` where the orders in the files do not bring the CAC back. Not known where a line sold to these customers lacks a unit cost, unless the lines that have one reach `min_cost_coverage` of the value: then the cost is raised to all lines and the figure marked `approx`.',
    fr: "Sans valeur (`not_reached`) si les commandes des fichiers ne suffisent pas à rembourser le CAC. Non calculable si une ligne vendue à ces clients n'a pas de coût unitaire, à moins que les lignes qui en ont un n'atteignent `min_cost_coverage` de la valeur\u00a0: leur coût est alors extrapolé à toutes les lignes et le chiffre marqué `approx`.",
  },
  source: 'https://help.useamp.com/article/682-cohort-analysis-use-cases',
  formula: payback(cac),
  basis: 'cac',
  examples: [
    { given: { ad_spend: '2000', other_marketing_cost: null, new_customers: '50', payback: '4' }, gives: '4' },
    {
      given: { ad_spend: '2000', other_marketing_cost: null, new_customers: '50', payback: 'not_reached' },
      because: 'not_reached',
    },
    {
      given: { ad_spend: '2000', other_marketing_cost: null, new_customers: '0', payback: 'not_reached' },
      because: 'zero_denominator',
    },
    {
      given: {
        ad_spend: '2000',
        other_marketing_cost: null,
        new_customers: 'insufficient_history',
        payback: 'not_reached',
      },
      because: 'insufficient_history',
    },
  ],
});
