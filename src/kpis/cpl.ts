import { leads } from '../measures/social.ts';
import { adLeads, adSpend } from '../measures/spend.ts';
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
    en: 'Ad spend per lead. The leads are those of the contact list, else those that the ad platform claims.',
    fr: "Dépenses publicitaires par lead. Les leads sont ceux du fichier de contacts, sinon ceux que la régie s'attribue.",
  },
  formula: per(adSpend, orElse(leads, adLeads)),
  examples: [
    { given: { ad_spend: '1200', leads: '80' }, gives: '15' },
    { given: { ad_spend: '1200', leads: null, ad_leads: '90' }, gives: '13.3333333333' },
    { given: { ad_spend: '1200', leads: '0' }, gives: null, because: 'zero_denominator' },
    { given: { ad_spend: '1200', leads: null, ad_leads: null }, gives: null, because: 'missing_kind' },
  ],
});
