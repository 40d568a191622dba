import { beside, defineMeasure, field } from './measure.ts';

const email = { over: 'email', at: 'date', aggregate: 'sum' } as const;
const messages = { ...email, unit: 'count' } as const;

export const emailsDelivered = defineMeasure({
  ...messages,
  id: 'emails_delivered',
  value: field('delivered'),
  doc: {
    en: 'Messages delivered; recipients less bounces where the tool does not report it.',
    fr: "Messages délivrés\u00a0; destinataires moins rebonds si l'outil ne les indique pas.",
  },
});
export const emailOpens = defineMeasure({
  ...messages,
  id: 'email_opens',
  value: field('opens'),
  doc: {
    en: 'Distinct people who opened a campaign, added up over campaigns.',
    fr: 'Personnes distinctes qui ont ouvert une campagne, additionnées sur les campagnes.',
  },
});
export const emailClicks = defineMeasure({
  ...messages,
  id: 'email_clicks',
  value: field('clicks'),
  doc: {
    en: 'Distinct people who clicked in a campaign, added up over campaigns.',
    fr: 'Personnes distinctes qui ont cliqué dans une campagne, additionnées sur les campagnes.',
  },
});
export const unsubscribes = defineMeasure({
  ...messages,
  id: 'unsubscribes',
  value: field('unsubscribes'),
  doc: { en: 'People who unsubscribed.', fr: 'Personnes qui se sont désinscrites.' },
});
export const emailRevenue = defineMeasure({
  ...email,
  id: 'email_revenue',
  unit: 'money',
  value: field('revenue'),
  doc: { en: 'Revenue that the e-mail tool claims.', fr: "Chiffre d'affaires que l'outil d'e-mailing s'attribue." },
});

/* If a campaign has only one side of a rate, neither counts in it: text messages have no opens. */
export const deliveredOpens = defineMeasure({
  ...messages,
  ...beside(emailOpens, 'opens', 'delivered'),
  id: 'email_opens_with_delivered',
  doc: {
    en: 'Opens, where the messages delivered are also reported.',
    fr: 'Ouvertures, si les messages délivrés sont indiqués aussi.',
  },
});
export const openedDelivered = defineMeasure({
  ...messages,
  ...beside(emailsDelivered, 'delivered', 'opens'),
  id: 'emails_delivered_with_opens',
  doc: {
    en: 'Messages delivered, where the opens are also reported.',
    fr: 'Messages délivrés, si les ouvertures sont indiquées aussi.',
  },
});
export const deliveredClicks = defineMeasure({
  ...messages,
  ...beside(emailClicks, 'clicks', 'delivered'),
  id: 'email_clicks_with_delivered',
  doc: {
    en: 'Clicks, where the messages delivered are also reported.',
    fr: 'Clics, si les messages délivrés sont indiqués aussi.',
  },
});
export const clickedDelivered = defineMeasure({
  ...messages,
  ...beside(emailsDelivered, 'delivered', 'clicks'),
  id: 'emails_delivered_with_clicks',
  doc: {
    en: 'Messages delivered, where the clicks are also reported.',
    fr: 'Messages délivrés, si les clics sont indiqués aussi.',
  },
});
export const openedClicks = defineMeasure({
  ...messages,
  ...beside(emailClicks, 'clicks', 'opens'),
  id: 'email_clicks_with_opens',
  doc: { en: 'Clicks, where the opens are also reported.', fr: 'Clics, si les ouvertures sont indiquées aussi.' },
});
export const clickedOpens = defineMeasure({
  ...messages,
  ...beside(emailOpens, 'opens', 'clicks'),
  id: 'email_opens_with_clicks',
  doc: { en: 'Opens, where the clicks are also reported.', fr: 'Ouvertures, si les clics sont indiqués aussi.' },
});
export const deliveredUnsubscribes = defineMeasure({
  ...messages,
  ...beside(unsubscribes, 'unsubscribes', 'delivered'),
  id: 'unsubscribes_with_delivered',
  doc: {
    en: 'People who unsubscribed, where the messages delivered are also reported.',
    fr: 'Personnes qui se sont désinscrites, si les messages délivrés sont indiqués aussi.',
  },
});
export const unsubscribedDelivered = defineMeasure({
  ...messages,
  ...beside(emailsDelivered, 'delivered', 'unsubscribes'),
  id: 'emails_delivered_with_unsubscribes',
  doc: {
    en: 'Messages delivered, where the people who unsubscribed are also reported.',
    fr: 'Messages délivrés, si les désinscriptions sont indiquées aussi.',
  },
});
export const deliveredRevenue = defineMeasure({
  ...email,
  ...beside(emailRevenue, 'revenue', 'delivered'),
  id: 'email_revenue_with_delivered',
  unit: 'money',
  doc: {
    en: 'Revenue that the e-mail tool claims, where the messages delivered are also reported.',
    fr: "Chiffre d'affaires que l'outil d'e-mailing s'attribue, si les messages délivrés sont indiqués aussi.",
  },
});
export const earningDelivered = defineMeasure({
  ...messages,
  ...beside(emailsDelivered, 'delivered', 'revenue'),
  id: 'emails_delivered_with_revenue',
  doc: {
    en: 'Messages delivered, where the revenue is also reported.',
    fr: "Messages délivrés, si le chiffre d'affaires est indiqué aussi.",
  },
});
