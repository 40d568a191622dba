import { costCategories } from '../core/cost-categories.ts';
import { currencyNames, day, money, spanDays, text } from './field-types.ts';
import { defineRecord } from './record.ts';

/** An expense of a day or span. */
export const cost = defineRecord({
  words: {
    one: { en: 'cost', fr: 'coûts' },
    export: { en: 'a list of costs, or costs in kpi.yaml', fr: 'une liste de coûts, ou costs dans kpi.yaml' },
  },
  booked: 'day',
  measured: ['amount'],
  sums: ['amount'],
  signs: { amount: 'credit' },
  ways: [
    ['date', 'category', 'amount'],
    ['date_from', 'date_to', 'category', 'amount'],
  ],
  derived: [],
  fields: {
    date: day({ doc: { en: 'Day of the expense.', fr: 'Jour de la dépense.' }, names: ['day', 'jour'] }),
    ...spanDays,
    category: text({
      doc: {
        en: 'fulfilment, payment_fee, marketing_other, sales or other.',
        fr: 'fulfilment (logistique), payment_fee (frais de paiement), marketing_other (autre marketing), sales (vente) ou other (autre).',
      },
      required: true,
      words: costCategories,
      names: ['categorie', 'catégorie', 'poste'],
    }),
    amount: money({
      doc: { en: 'Spent.', fr: 'Montant dépensé.' },
      required: true,
      names: ['cost', 'montant', 'cout', 'coût'],
    }),
    currency: text({ doc: { en: 'ISO 4217 code.', fr: 'Code ISO 4217.' }, names: currencyNames }),
    channel: text({ doc: { en: 'Marketing channel.', fr: 'Canal marketing.' }, names: ['canal'] }),
  },
});
