import { clicks } from '../measures/spend.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'clicks',
  label: { en: 'Clicks', fr: 'Clics' },
  aliases: ['ad_clicks'],
  group: 'acquisition',
  rank: 30,
  unit: 'count',
  direction: 'up',
  doc: {
    en: 'Clicks on ads. Meta exports all clicks and link clicks: link clicks are taken where a file has them, to compare with search ads; `click_basis: all` takes the others.',
    fr: "Clics sur les publicités. Meta exporte le total des clics et les clics sur un lien\u00a0: ces derniers sont retenus lorsqu'un fichier les donne, pour rester comparables aux annonces de recherche\u00a0; `click_basis: all` retient le total.",
  },
  source: 'https://www.jonloomer.com/glossary/cpc-cost-per-click/',
  formula: formula(clicks),
  basis: 'clicks',
  examples: [
    { given: { clicks: '5000' }, gives: '5000' },
    { given: { clicks: '0' }, gives: '0' },
    { given: { clicks: null }, because: 'missing_kind' },
  ],
});
