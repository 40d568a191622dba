import { funnelField, type VisitStep } from '../core/funnel-steps.ts';
import { all, atLeast, defineMeasure, field, flag, is } from './measure.ts';

const visit = { over: 'visit', at: 'started_at', aggregate: 'sum' } as const;
const counts = { ...visit, unit: 'count' } as const;

export const sessions = defineMeasure({
  ...counts,
  id: 'sessions',
  value: field('sessions'),
  doc: { en: 'Sessions.', fr: 'Visites (sessions).' },
});

export const channelSessions = defineMeasure({
  ...counts,
  id: 'channel_sessions',
  value: field('sessions'),
  needs: ['channel'],
  doc: { en: 'Sessions, where their channel is known.', fr: 'Visites, si leur canal est connu.' },
});

export const socialSessions = defineMeasure({
  ...counts,
  id: 'social_sessions',
  value: field('sessions'),
  where: is('channel', 'Organic Social', 'Paid Social'),
  needs: ['channel'],
  doc: {
    en: 'Sessions of the channels Organic Social and Paid Social.',
    fr: 'Visites des canaux Organic Social et Paid Social.',
  },
});

export const analyticsRevenue = defineMeasure({
  ...visit,
  id: 'analytics_revenue',
  unit: 'money',
  value: field('revenue'),
  doc: {
    en: 'Revenue that web analytics attributes to the visits.',
    fr: "Chiffre d'affaires que l'outil de mesure d'audience attribue aux visites.",
  },
});

export const visitors = defineMeasure({
  ...visit,
  id: 'visitors',
  unit: 'count',
  aggregate: 'visitors',
  value: field('visitor_id'),
  needs: ['visitors'],
  doc: {
    en: 'Distinct visitors, or the number that a file exported for exactly this span; daily uniques are never added up.',
    fr: "Visiteurs distincts, ou le nombre qu'un fichier a exporté pour cet intervalle exact\u00a0; les visiteurs uniques par jour ne s'additionnent jamais.",
  },
});

export const purchasingVisitors = defineMeasure({
  ...visit,
  id: 'purchasing_visitors',
  unit: 'count',
  aggregate: 'distinct',
  value: field('visitor_id'),
  where: atLeast('purchases', 1),
  needs: ['purchases'],
  doc: {
    en: 'Distinct visitors with a session that completed the checkout.',
    fr: 'Visiteurs distincts dont une visite a abouti à un paiement finalisé.',
  },
});

export const newVisitors = defineMeasure({
  ...counts,
  id: 'new_visitors',
  value: field('new_visitors'),
  doc: { en: 'Visitors seen for the first time.', fr: 'Visiteurs vus pour la première fois.' },
});
export const pageviews = defineMeasure({
  ...counts,
  id: 'pageviews',
  value: field('pageviews'),
  doc: { en: 'Pages viewed.', fr: 'Pages vues.' },
});

export const engagedSessions = defineMeasure({
  ...counts,
  id: 'engaged_sessions',
  value: field('engaged_sessions'),
  doc: {
    en: 'Sessions with engagement, as GA4 counts them: ten seconds or more, a key event, or two views.',
    fr: 'Visites avec engagement au sens de GA4\u00a0: dix secondes ou plus, un événement clé, ou deux pages vues.',
  },
});

export const singlePageSessions = defineMeasure({
  ...counts,
  id: 'single_page_sessions',
  value: field('single_page_sessions'),
  doc: {
    en: 'Sessions with one page viewed; known where rows are sessions.',
    fr: "Visites d'une seule page\u00a0; connues si chaque ligne est une visite.",
  },
});

export const sessionDuration = defineMeasure({
  ...visit,
  id: 'session_duration',
  unit: 'duration',
  value: field('duration'),
  doc: { en: 'Total length of the sessions.', fr: 'Durée totale des visites.' },
});

export const engagementTime = defineMeasure({
  ...visit,
  id: 'engagement_time',
  unit: 'duration',
  value: field('engagement_time'),
  doc: { en: 'Total time in the foreground.', fr: 'Temps total passé au premier plan.' },
});

export const cartSessions = defineMeasure({
  ...counts,
  id: 'cart_sessions',
  value: field('carts'),
  doc: { en: 'Sessions that added to the cart.', fr: 'Visites avec ajout au panier.' },
});

export const checkoutSessions = defineMeasure({
  ...counts,
  id: 'checkout_sessions',
  value: field('checkouts'),
  doc: {
    en: 'Sessions that reached the checkout, with or without the step before.',
    fr: "Visites parvenues au paiement, avec ou sans l'étape précédente.",
  },
});

export const purchaseSessions = defineMeasure({
  ...counts,
  id: 'purchase_sessions',
  value: field('purchases'),
  doc: { en: 'Sessions that completed the checkout.', fr: 'Visites ayant abouti à un paiement finalisé.' },
});

/** A step of the funnel; like its open count it depends on the field of the step, which a file may state only roughly. */
const funnel = <const S extends VisitStep>(step: S) =>
  ({ ...visit, unit: 'count', value: field(funnelField(step)), needs: [step] }) as const;

export const funnelProductViews = defineMeasure({
  ...funnel('product_views'),
  id: 'funnel_product_views',
  doc: { en: 'Sessions that viewed a product.', fr: "Visites avec consultation d'un produit." },
});

export const funnelCarts = defineMeasure({
  ...funnel('carts'),
  id: 'funnel_carts',
  doc: {
    en: 'Sessions that added to the cart after all steps before it that their file records.',
    fr: 'Visites avec ajout au panier après toutes les étapes précédentes que leur fichier renseigne.',
  },
});

export const funnelCheckouts = defineMeasure({
  ...funnel('checkouts'),
  id: 'funnel_checkouts',
  doc: {
    en: 'Sessions that reached the checkout after all steps before it that their file records.',
    fr: 'Visites parvenues au paiement après toutes les étapes précédentes que leur fichier renseigne.',
  },
});

export const funnelPurchases = defineMeasure({
  ...funnel('purchases'),
  id: 'funnel_purchases',
  doc: {
    en: 'Sessions that completed the checkout after all steps before it that their file records.',
    fr: 'Visites ayant abouti à un paiement finalisé après toutes les étapes précédentes que leur fichier renseigne.',
  },
});

export const abandonedCheckouts = defineMeasure({
  over: 'checkout',
  at: 'created_at',
  id: 'abandoned_checkouts',
  unit: 'count',
  aggregate: 'count',
  where: flag('abandoned'),
  doc: { en: 'Checkouts begun and not completed.', fr: 'Paiements commencés et non finalisés.' },
});

const tracked = {
  over: 'checkout',
  at: 'created_at',
  unit: 'count',
  aggregate: 'count',
  needs: ['completed_at'],
} as const;

export const begunCheckouts = defineMeasure({
  ...tracked,
  id: 'begun_checkouts',
  where: flag('tracked'),
  doc: {
    en: 'Checkouts begun, if their file says which were completed.',
    fr: 'Paiements commencés, si leur fichier indique lesquels ont été finalisés.',
  },
});

export const lostCheckouts = defineMeasure({
  ...tracked,
  id: 'lost_checkouts',
  where: all(flag('tracked'), flag('abandoned')),
  doc: {
    en: 'Checkouts begun and never completed, if their file says so.',
    fr: "Paiements commencés et jamais finalisés, si leur fichier l'indique.",
  },
});
