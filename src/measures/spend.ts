import { beside, defineMeasure, field, is } from './measure.ts';

const spend = { over: 'spend', at: 'date', aggregate: 'sum' } as const;
const money = { ...spend, unit: 'money' } as const;
const counts = { ...spend, unit: 'count' } as const;

export const adSpend = defineMeasure({
  ...money,
  id: 'ad_spend',
  value: field('cost'),
  doc: { en: 'Cost of the ads.', fr: 'Coût des publicités.' },
});
export const affiliateCommission = defineMeasure({
  ...money,
  id: 'affiliate_commission',
  value: field('commission'),
  doc: {
    en: 'Commissions of affiliates that were not declined, a part of the cost.',
    fr: 'Commissions des affiliés qui ne sont pas refusées, une partie du coût.',
  },
});
export const impressions = defineMeasure({
  ...counts,
  id: 'impressions',
  value: field('impressions'),
  doc: { en: 'Times an ad was shown.', fr: "Nombre d'affichages des publicités." },
});

export const clicks = defineMeasure({
  ...counts,
  id: 'clicks',
  value: field('clicks'),
  doc: {
    en: 'Link clicks where the file has them, else its clicks (option `click_basis`).',
    fr: 'Clics sur un lien si le fichier les donne, sinon ses clics (option `click_basis`).',
  },
});

export const conversions = defineMeasure({
  ...spend,
  id: 'conversions',
  unit: 'decimal',
  value: field('conversions'),
  doc: { en: 'Conversions that the ad platform claims.', fr: "Conversions que la régie s'attribue." },
});

export const conversionValue = defineMeasure({
  ...money,
  id: 'conversion_value',
  value: field('conversion_value'),
  doc: {
    en: 'Value of the conversions that the ad platform claims.',
    fr: "Valeur des conversions que la régie s'attribue.",
  },
});

export const adLeads = defineMeasure({
  ...counts,
  id: 'ad_leads',
  value: field('leads'),
  doc: { en: 'Leads that the ad platform claims.', fr: "Leads que la régie s'attribue." },
});

/* Ads without known impressions are not part of a rate per impression. */
export const shownClicks = defineMeasure({
  ...counts,
  ...beside(clicks, 'clicks', 'impressions'),
  id: 'clicks_with_impressions',
  doc: {
    en: 'Clicks as `clicks` counts them, where the impressions are also reported.',
    fr: "Clics comptés comme `clicks`, si le nombre d'affichages est indiqué aussi.",
  },
});
export const clickedImpressions = defineMeasure({
  ...counts,
  ...beside(impressions, 'impressions', 'clicks'),
  id: 'impressions_with_clicks',
  doc: {
    en: 'Times an ad was shown, where the clicks are also reported.',
    fr: "Nombre d'affichages des publicités, si les clics sont indiqués aussi.",
  },
});
export const shownCost = defineMeasure({
  ...money,
  ...beside(adSpend, 'cost', 'impressions'),
  id: 'ad_spend_with_impressions',
  doc: {
    en: 'Cost of the ads whose impressions are reported.',
    fr: "Coût des publicités dont le nombre d'affichages est indiqué.",
  },
});

/* The cost of a platform whose export lacks what it is divided by, or divides, is not part of the rate. */
const costBeside = <const F extends 'clicks' | 'conversions' | 'conversion_value' | 'leads'>(other: F) =>
  ({ ...money, ...beside(adSpend, 'cost', other) }) as const;

export const clickedCost = defineMeasure({
  ...costBeside('clicks'),
  id: 'ad_spend_with_clicks',
  doc: { en: 'Cost of the ads whose clicks are reported.', fr: 'Coût des publicités dont les clics sont indiqués.' },
});
export const convertedCost = defineMeasure({
  ...costBeside('conversions'),
  id: 'ad_spend_with_conversions',
  doc: {
    en: 'Cost of the ads whose conversions are reported.',
    fr: 'Coût des publicités dont les conversions sont indiquées.',
  },
});
export const valuedCost = defineMeasure({
  ...costBeside('conversion_value'),
  id: 'ad_spend_with_conversion_value',
  doc: {
    en: 'Cost of the ads whose conversion value is reported.',
    fr: 'Coût des publicités dont la valeur de conversion est indiquée.',
  },
});
export const leadCost = defineMeasure({
  ...costBeside('leads'),
  id: 'ad_spend_with_leads',
  doc: { en: 'Cost of the ads whose leads are reported.', fr: 'Coût des publicités dont les leads sont indiqués.' },
});

const cost = { over: 'cost', at: 'date', aggregate: 'sum', unit: 'money', value: field('amount') } as const;

export const fulfilmentCost = defineMeasure({
  ...cost,
  id: 'fulfilment_cost',
  where: is('category', 'fulfilment'),
  doc: { en: 'Cost rows of the category fulfilment.', fr: 'Lignes de coûts de la catégorie fulfilment (logistique).' },
});
export const paymentFees = defineMeasure({
  ...cost,
  id: 'payment_fees',
  where: is('category', 'payment_fee'),
  doc: {
    en: 'Cost rows of the category payment_fee.',
    fr: 'Lignes de coûts de la catégorie payment_fee (frais de paiement).',
  },
});

export const otherMarketingCost = defineMeasure({
  ...cost,
  id: 'other_marketing_cost',
  where: is('category', 'marketing_other', 'sales'),
  doc: {
    en: 'Cost rows of the categories marketing_other and sales.',
    fr: 'Lignes de coûts des catégories marketing_other (autres coûts marketing) et sales (vente).',
  },
});
