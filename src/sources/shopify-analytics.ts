import { namesIn } from '../core/names-in.ts';
import { restOf } from './rest-of.ts';
import { restWithin } from './shares.ts';
import {
  col,
  estimate,
  type FieldsFrom,
  first,
  preamble,
  product,
  type Source,
  span,
  type UnitNames,
} from './source.ts';

/*
 * What the tables of sessions and of the funnel of Shopify Analytics share. Their headers are in the language of the
 * admin; older exports and queries write them in snake case.
 */

/** Each name in words and in snake case. */
const both = (...names: string[]): string[] => names.flatMap((name) => [name, name.replaceAll(' ', '_')]);

export const names = {
  day: ['Day', 'Jour', 'Tag', 'Día'],
  hour: ['Hour', 'Heure', 'Stunde', 'Hora'],
  week: ['Week', 'Semaine', 'Woche', 'Semana'],
  month: ['Month', 'Mois', 'Monat', 'Mes'],
  sessions: [...both('Sessions', 'Total sessions'), 'Sitzungen', 'Sesiones'],
  visitors: namesIn`
    ${both('Online store visitors', 'Total visitors')} | Visiteurs de la boutique en ligne
    Besucher des Onlineshops | Onlineshop-Besucher | Visitantes de la tienda online
  `,
  carts: namesIn`
    ${both('Sessions with cart additions', 'Total carts')} | Sessions avec ajouts au panier
    Sessions avec ajout au panier | Sitzungen mit Warenkorbzugängen | Sesiones con artículos agregados al carrito
  `,
  checkouts: namesIn`
    ${both('Sessions that reached checkout', 'Total checkouts')} | Sessions ayant atteint le paiement
    Sessions ayant atteint la page de paiement | Sessions ayant accédé au paiement
    Sitzungen, die den Checkout erreicht haben | Sesiones que llegaron a la pantalla de pago
  `,
  purchases: namesIn`
    ${both('Sessions that completed checkout', 'Total orders placed')} | Sessions ayant finalisé le paiement
    Sessions ayant terminé le paiement | Sessions ayant abouti à un paiement
    Sitzungen mit abgeschlossenem Checkout | Sesiones que completaron la pantalla de pago
  `,
  country: [...both('Session country'), 'Pays de la session', 'Land der Sitzung'],
  region: [...both('Session region'), 'Région de la session'],
  referrer: [...both('Referrer source'), 'Source du référent', 'Source de référence'],
  referrerName: [...both('Referrer name'), 'Nom du référent'],
  utmSource: [...both('UTM source'), 'Source UTM'],
  utmMedium: [...both('UTM medium'), 'Support UTM'],
  utmCampaign: [...both('UTM campaign', 'UTM campaign name'), 'Campagne UTM'],
  device: [...both('Device type', 'Session device type'), "Type d'appareil"],
  landingPage: [
    ...both('Landing page type', 'Landing page path', 'Landing page URL'),
    'Type de page de destination',
    'Chemin de la page de destination',
  ],
  duration: [...both('Average session duration'), 'Durée moyenne des sessions', 'Durée moyenne de la session'],
  bounceRate: [...both('Bounce rate'), 'Taux de rebond', 'Absprungrate', 'Porcentaje de rebote', 'Tasa de rebote'],
  conversionRate: namesIn`
    ${both('Conversion rate', 'Online store conversion rate', 'Total conversion')} | Taux de conversion
    Conversion-Rate | Tasa de conversión
  `,
  pageviews: [...both('Pageviews', 'Page views'), 'Pages vues'],
};

/** A week is written as its Monday, a month as its first day. */
const units: readonly UnitNames[] = [
  { unit: 'week', names: names.week },
  { unit: 'month', names: names.month },
];

export const times = [...names.day, ...names.hour, ...names.week, ...names.month];

const sessions = estimate(names.sessions);

/** Where visitors come from, in Shopify's words: those of Google Analytics give the channel. */
const mediums = {
  direct: '(none)',
  search: 'organic',
  social: 'social',
  email: 'email',
  paid: 'paid',
  unknown: '',
  invalid: '',
};

export const fields: FieldsFrom<'visit'> = {
  date: col(names.day, 'day'),
  date_from: first(span('from', units), preamble('from')),
  date_to: first(span('to', units), preamble('to')),
  source: first(
    col(names.utmSource),
    col(names.referrerName),
    col(names.referrer, 'text', { words: { direct: '(direct)' }, others: '' }),
  ),
  medium: first(col(names.utmMedium), col(names.referrer, 'text', { words: mediums })),
  campaign: col(names.utmCampaign),
  device: col(names.device),
  country: col(names.country),
  sessions,
  visitors: estimate(names.visitors),
  pageviews: estimate(names.pageviews),
  engaged_sessions: product(col('share of engaged sessions', 'ratio', { bare: 'fraction' }), sessions),
  duration: product(col(names.duration, 'duration'), sessions),
  carts: estimate(names.carts),
  checkouts: estimate(names.checkouts),
  purchases: first(
    estimate(names.purchases),
    product(col(names.conversionRate, 'ratio', { bare: 'fraction' }), sessions),
  ),
};

/** Google Analytics also has weeks and sessions. */
export const none = ['Engaged sessions', 'Engagement rate', 'Total users', 'Active users', 'Net sales', 'Total sales'];

export const shopifyAnalytics = {
  tool: 'Shopify',
  totals: true,
  decimal: '.',
  kind: 'visit',
  derive: [
    { name: 'share of engaged sessions', from: [names.bounceRate], all: true, text: restWithin(1, restOf('1')) },
  ],
} as const satisfies Partial<Source>;
