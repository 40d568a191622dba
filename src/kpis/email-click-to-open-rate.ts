import { clickedOpens, openedClicks } from '../measures/email.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'email_click_to_open_rate',
  label: { en: 'Click-to-open rate', fr: 'Réactivité (CTOR)' },
  aliases: ['ctor', 'email_ctor'],
  group: 'acquisition',
  rank: 230,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Distinct people who clicked in a campaign, per distinct person who opened it. As approximate as the opens.',
    fr: "Personnes distinctes qui ont cliqué dans une campagne, par personne distincte qui l'a ouverte. Aussi approximatif que les ouvertures.",
  },
  formula: per(openedClicks, clickedOpens),
  examples: [
    { given: { email_clicks_with_opens: '310', email_opens_with_clicks: '4100' }, gives: '0.0756097560976' },
    { given: { email_clicks_with_opens: '0', email_opens_with_clicks: '0' }, because: 'zero_denominator' },
    { given: { email_clicks_with_opens: null, email_opens_with_clicks: null }, because: 'missing_kind' },
  ],
});
