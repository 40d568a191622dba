import { count, currencyNames, day, id, money, number, spanDays, text } from './field-types.ts';
import { defineRecord } from './record.ts';

/** Cost and results of an ad or campaign on a day or in a span. */
export const spend = defineRecord({
  words: {
    one: { en: 'spend', fr: 'dépenses publicitaires' },
    export: {
      en: 'an export of an ads account (Google Ads, Meta Ads, …)',
      fr: "un export d'un compte publicitaire (Google Ads, Meta Ads, …)",
    },
  },
  booked: 'day',
  ofAccounts: true,
  measured: ['cost', 'impressions', 'clicks'],
  sums: ['cost', 'impressions', 'clicks', 'link_clicks', 'conversions', 'conversion_value', 'leads'],
  signs: { cost: 'credit', commission: 'credit' },
  ways: [
    ['date', 'cost'],
    ['date_from', 'date_to', 'cost'],
  ],
  derived: [],
  fields: {
    date: day({ doc: { en: 'Day of the row.', fr: 'Jour de la ligne.' }, names: ['day', 'jour'] }),
    ...spanDays,
    transaction_id: id({
      doc: {
        en: "An affiliate's sale, which later exports may change.",
        fr: "La vente d'un affilié, que des exports ultérieurs peuvent modifier.",
      },
      names: [],
    }),
    platform: text({
      doc: { en: 'Google Ads, Meta Ads, …', fr: 'Google Ads, Meta Ads ou une autre régie.' },
      names: ['plateforme', 'regie', 'régie', 'source'],
    }),
    account: text({ doc: { en: 'Advertising account.', fr: 'Compte publicitaire.' }, names: ['compte'] }),
    campaign: text({ doc: { en: 'Campaign.', fr: 'Campagne.' }, names: ['campaign_name', 'campagne'] }),
    channel: text({ doc: { en: 'Marketing channel.', fr: 'Canal marketing.' }, names: ['canal'] }),
    country: text({ doc: { en: 'ISO 3166 code or name.', fr: 'Code ISO 3166 ou nom du pays.' }, names: ['pays'] }),
    currency: text({ doc: { en: 'ISO 4217 code.', fr: 'Code ISO 4217.' }, names: currencyNames }),
    cost: money({
      doc: { en: 'Spent.', fr: 'Montant dépensé.' },
      required: true,
      names: ['spend', 'amount_spent', 'cout', 'coût', 'depense', 'dépense', 'depenses', 'dépenses'],
    }),
    commission: money({
      doc: {
        en: "Of the cost, an affiliate's commission that was not declined.",
        fr: "Part du coût qui est la commission d'un affilié, si elle n'est pas refusée.",
      },
      names: [],
    }),
    impressions: count({
      doc: { en: 'Times shown.', fr: "Nombre d'affichages." },
      names: ['views', 'affichages', 'impr.'],
    }),
    clicks: count({ doc: { en: 'Clicks.', fr: 'Clics.' }, names: ['clics'] }),
    link_clicks: count({
      doc: { en: 'Clicks that lead to the shop.', fr: 'Clics qui mènent à la boutique.' },
      names: ['clics_lien'],
    }),
    conversions: number({
      doc: { en: 'Conversions that the platform claims.', fr: "Conversions que la régie s'attribue." },
      names: ['achats'],
    }),
    conversion_value: money({
      doc: { en: 'Their value.', fr: 'Leur valeur.' },
      names: ['valeur_conversion', 'revenue', 'conversions_value'],
    }),
    leads: number({ doc: { en: 'Leads that the platform claims.', fr: "Leads que la régie s'attribue." }, names: [] }),
  },
});
