import { purchasingVisitors, visitors } from '../measures/visit.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'visitor_conversion_rate',
  label: { en: 'Visitor conversion rate', fr: 'Taux de conversion par visiteur' },
  group: 'traffic',
  rank: 130,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Share of the visitors who completed a checkout. It is above the rate per session, because one visitor has several.',
    fr: "Part des visiteurs qui ont finalisé un paiement. Ce taux est supérieur au taux par visite, puisqu'un même visiteur fait plusieurs visites.",
  },
  source: 'https://www.growthsuite.net/questions/how-do-i-calculate-my-current-conversion-rate',
  formula: per(purchasingVisitors, visitors),
  examples: [
    { given: { purchasing_visitors: '66', visitors: '2800' }, gives: '0.0235714285714' },
    { given: { purchasing_visitors: '0', visitors: '0' }, because: 'zero_denominator' },
    { given: { purchasing_visitors: null, visitors: '2800' }, because: 'missing_kind' },
  ],
});
