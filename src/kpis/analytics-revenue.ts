import { analyticsRevenue } from '../measures/visit.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'analytics_revenue',
  label: { en: 'Revenue as analytics attributes it', fr: "CA selon l'outil de mesure" },
  aliases: ['ga4_revenue', 'tracked_revenue'],
  group: 'traffic',
  rank: 190,
  unit: 'money',
  direction: 'up',
  doc: {
    en: 'Revenue that web analytics attributes to visits, such as the total revenue of GA4: by channel where orders name none. Beside net_sales it shows how much the tool misses; it never replaces it.',
    fr: "Chiffre d'affaires que l'outil de mesure d'audience attribue aux visites, comme le revenu total de GA4\u00a0: par canal si les commandes n'en nomment pas. À côté de net_sales, il montre ce que l'outil manque\u00a0; il ne le remplace jamais.",
  },
  formula: formula(analyticsRevenue),
  examples: [
    { given: { analytics_revenue: '4820.5' }, gives: '4820.5' },
    { given: { analytics_revenue: '0' }, gives: '0' },
    { given: { analytics_revenue: null }, because: 'missing_kind' },
  ],
});
