import { defineMeasure, field, is } from './measure.ts';

const spend = { over: 'spend', at: 'date', aggregate: 'sum' } as const;

export const adSpend = defineMeasure({
  ...spend,
  id: 'ad_spend',
  unit: 'money',
  value: field('cost'),
  doc: 'Cost of the ads.',
});
export const impressions = defineMeasure({
  ...spend,
  id: 'impressions',
  unit: 'count',
  value: field('impressions'),
  doc: 'Times an ad was shown.',
});

export const clicks = defineMeasure({
  ...spend,
  id: 'clicks',
  unit: 'count',
  value: field('clicks'),
  doc: 'Link clicks where the file has them, else its clicks (option `click_basis`).',
});

export const conversions = defineMeasure({
  ...spend,
  id: 'conversions',
  unit: 'decimal',
  value: field('conversions'),
  doc: 'Conversions that the ad platform claims.',
});

export const conversionValue = defineMeasure({
  ...spend,
  id: 'conversion_value',
  unit: 'money',
  value: field('conversion_value'),
  doc: 'Value of the conversions that the ad platform claims.',
});

export const adLeads = defineMeasure({
  ...spend,
  id: 'ad_leads',
  unit: 'count',
  value: field('leads'),
  doc: 'Leads that the ad platform claims.',
});

const cost = { over: 'cost', at: 'date', aggregate: 'sum', unit: 'money', value: field('amount') } as const;

export const fulfilmentCost = defineMeasure({
  ...cost,
  id: 'fulfilment_cost',
  where: is('category', 'fulfilment'),
  doc: 'Cost rows of the category fulfilment.',
});
export const paymentFees = defineMeasure({
  ...cost,
  id: 'payment_fees',
  where: is('category', 'payment_fee'),
  doc: 'Cost rows of the category payment_fee.',
});

export const otherMarketingCost = defineMeasure({
  ...cost,
  id: 'other_marketing_cost',
  where: is('category', 'marketing_other', 'sales'),
  doc: 'Cost rows of the categories marketing_other and sales.',
});
