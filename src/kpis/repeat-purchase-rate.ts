import { customers, repeatCustomers } from '../measures/order.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'repeat_purchase_rate',
  label: { en: 'Repeat purchase rate', fr: 'Taux de réachat' },
  aliases: ['repeat_rate', 'repurchase_rate', 'rpr', 'taux_reachat'],
  group: 'customers',
  rank: 60,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Share of the customers of the period with two orders or more inside it. It grows with the length of the period, so compare equal lengths; orders before it are returning_customer_rate.',
    fr: 'Part des clients de la période qui y ont passé au moins deux commandes. Ce taux croît avec la longueur de la période\u00a0: ne comparez que des durées égales\u00a0; les commandes antérieures relèvent de returning_customer_rate.',
  },
  source: 'https://littlestreamsoftware.com/glossary/returning-customer-rate',
  formula: per(repeatCustomers, customers),
  examples: [
    { given: { repeat_customers: '24', customers: '160' }, gives: '0.15' },
    { given: { repeat_customers: '1', customers: '7' }, gives: '0.142857142857' },
    { given: { repeat_customers: '0', customers: '0' }, because: 'zero_denominator' },
  ],
});
