import { leads } from '../measures/social.ts';
import { adLeads, adSpend, leadCost } from '../measures/spend.ts';
import { orElse, per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'cpl',
  label: { en: 'Cost per lead', fr: 'Coût par lead (CPL)' },
  group: 'acquisition',
  rank: 90,
  unit: 'money',
  direction: 'down',
  doc: {
    en: 'Ad spend per lead. The leads are those of the contact list, else those that the ad platform claims: then ads of a platform that reports none are left out, and mark it `incomplete`.',
    fr: "Dépenses publicitaires par lead. Les leads sont ceux du fichier de contacts, sinon ceux que la régie s'attribue\u00a0: alors les publicités d'une régie qui n'en indique pas n'y entrent pas et le font marquer `incomplete`.",
  },
  formula: orElse(per(adSpend, leads), per(leadCost, adLeads)),
  examples: [
    { given: { ad_spend: '1200', leads: '80' }, gives: '15' },
    { given: { ad_spend: '2000', leads: null, ad_spend_with_leads: '1200', ad_leads: '90' }, gives: '13.3333333333' },
    { given: { ad_spend: '1200', leads: '0' }, because: 'zero_denominator' },
    { given: { ad_spend: '1200', leads: null, ad_spend_with_leads: null, ad_leads: null }, because: 'missing_kind' },
  ],
});
