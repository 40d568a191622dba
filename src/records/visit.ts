import { count, day, duration, id, instant, key, money, number, text } from './field-types.ts';
import { defineRecord } from './record.ts';

/** A session (no `sessions` column), or a count of sessions of a day or span. */
export const visit = defineRecord({
  words: {
    one: { en: 'visit', fr: 'visites' },
    export: {
      en: 'an export of web analytics (GA4, Matomo, Shopify Analytics, …)',
      fr: "un export de l'outil de mesure d'audience (GA4, Matomo, Shopify Analytics, …)",
    },
  },
  booked: 'day',
  measured: ['sessions', 'pageviews'],
  sums: ['sessions', 'engaged_sessions', 'pageviews', 'carts', 'checkouts', 'purchases'],
  ofTools: true,
  ways: [
    [
      ['started_at', 'date'],
      ['sessions', 'visit_id', 'visitor_id', 'pageviews', 'visitors'],
    ],
    ['date_from', 'date_to', ['sessions', 'pageviews', 'visitors']],
  ],
  derived: ['funnel_carts', 'funnel_checkouts', 'funnel_product_views', 'funnel_purchases', 'single_page_sessions'],
  fields: {
    started_at: instant({
      doc: { en: 'When the session began.', fr: 'Date et heure du début de la visite.' },
      names: ['session_start', 'debut', 'date_visite'],
    }),
    date: day({ doc: { en: 'Day of an aggregated row.', fr: "Jour d'une ligne agrégée." }, names: ['day', 'jour'] }),
    date_from: day({
      doc: { en: 'First day of a span.', fr: "Premier jour d'un intervalle." },
      names: ['from', 'du', 'debut_periode', 'date_debut'],
    }),
    date_to: day({
      doc: { en: 'Last day of a span.', fr: "Dernier jour d'un intervalle." },
      names: ['to', 'au', 'fin_periode', 'date_fin'],
    }),
    visit_id: id({ doc: { en: 'The session.', fr: 'La visite.' }, names: ['session_id', 'id_visite'] }),
    visitor_id: key({
      doc: {
        en: 'The visitor: distinct ones are counted.',
        fr: 'Le visiteur\u00a0: on compte les visiteurs distincts.',
      },
      names: ['user_id', 'client_id', 'id_visiteur'],
    }),
    source: text({ doc: { en: 'utm_source.', fr: 'La source (utm_source).' }, names: ['utm_source', 'provenance'] }),
    medium: text({ doc: { en: 'utm_medium.', fr: 'Le support (utm_medium).' }, names: ['utm_medium', 'support'] }),
    campaign: text({
      doc: { en: 'utm_campaign.', fr: 'La campagne (utm_campaign).' },
      names: ['utm_campaign', 'campagne'],
    }),
    channel: text({ doc: { en: 'Marketing channel.', fr: 'Canal marketing.' }, names: ['channel_group', 'canal'] }),
    device: text({
      doc: { en: 'desktop, mobile, tablet.', fr: 'desktop (ordinateur), mobile, tablet (tablette).' },
      names: ['device_category', 'appareil'],
    }),
    country: text({ doc: { en: 'ISO 3166 code or name.', fr: 'Code ISO 3166 ou nom du pays.' }, names: ['pays'] }),
    sessions: count({ doc: { en: '1 when absent.', fr: '1 si absent.' }, names: ['visits', 'visites'] }),
    visitors: count({
      doc: {
        en: 'Distinct visitors of exactly this span and group.',
        fr: 'Visiteurs distincts, pour cet intervalle et ce groupe exactement.',
      },
      names: ['users', 'unique_visitors', 'visiteurs', 'visiteurs_uniques', 'utilisateurs'],
    }),
    new_visitors: count({
      doc: { en: 'Visitors seen for the first time.', fr: 'Visiteurs vus pour la première fois.' },
      names: ['new_users', 'nouveaux_visiteurs', 'nouveaux_utilisateurs'],
    }),
    pageviews: count({
      doc: { en: 'Pages viewed.', fr: 'Pages vues.' },
      names: ['views', 'page_views', 'pages_vues', 'vues'],
    }),
    engaged_sessions: number({
      doc: { en: 'Sessions with engagement.', fr: 'Visites avec engagement.' },
      names: ['sessions_engagees', 'visites_engagees'],
    }),
    duration: duration({
      doc: { en: 'Total seconds of the row.', fr: 'Total des secondes de la ligne.' },
      names: ['session_duration', 'duree', 'durée'],
    }),
    engagement_time: duration({
      doc: { en: 'Total seconds in the foreground.', fr: 'Total des secondes au premier plan.' },
      names: ['temps_engagement'],
    }),
    product_views: count({
      doc: { en: 'Sessions that viewed a product.', fr: "Visites avec consultation d'un produit." },
      names: ['vues_produit'],
    }),
    carts: count({
      doc: { en: 'Sessions that added to the cart.', fr: 'Visites avec ajout au panier.' },
      names: ['add_to_carts', 'add_to_cart', 'added_to_cart', 'paniers', 'ajouts_panier'],
    }),
    checkouts: count({
      doc: { en: 'Sessions that reached the checkout.', fr: 'Visites parvenues au paiement.' },
      names: ['checkout', 'reached_checkout', 'paiements'],
    }),
    purchases: count({
      doc: { en: 'Sessions that completed the checkout.', fr: 'Visites ayant abouti à un paiement finalisé.' },
      names: ['transactions', 'achats', 'commandes'],
    }),
    order_id: text({
      doc: { en: 'The order that the session led to.', fr: 'La commande à laquelle la visite a mené.' },
      role: 'part',
      names: ['transaction_id', 'numero_commande'],
    }),
    revenue: money({
      doc: {
        en: 'Revenue that the tool attributes: never added to sales.',
        fr: "Chiffre d'affaires que l'outil attribue\u00a0: jamais ajouté aux ventes.",
      },
      names: ['total_revenue', 'revenu_total'],
    }),
  },
});
