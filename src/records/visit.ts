import { count, day, defineRecord, duration, id, instant, key, money, number, text } from './field-types.ts';

/** A session (no `sessions` column), or a count of sessions of a day or span. */
export const visit = defineRecord({
  started_at: instant({ doc: 'When the session began.', names: ['session_start', 'debut', 'date_visite'] }),
  date: day({ doc: 'Day of an aggregated row.', names: ['day', 'jour'] }),
  date_from: day({ doc: 'First day of a span.', names: ['from', 'du', 'debut_periode', 'date_debut'] }),
  date_to: day({ doc: 'Last day of a span.', names: ['to', 'au', 'fin_periode', 'date_fin'] }),
  visit_id: id({ doc: 'The session.', names: ['session_id', 'id_visite'] }),
  visitor_id: key({ doc: 'The visitor: different ones are counted.', names: ['user_id', 'client_id', 'id_visiteur'] }),
  source: text({ doc: 'utm_source.', names: ['utm_source', 'provenance'] }),
  medium: text({ doc: 'utm_medium.', names: ['utm_medium', 'support'] }),
  campaign: text({ doc: 'utm_campaign.', names: ['utm_campaign', 'campagne'] }),
  channel: text({ doc: 'Marketing channel.', names: ['channel_group', 'canal'] }),
  device: text({ doc: 'desktop, mobile, tablet.', names: ['device_category', 'appareil'] }),
  country: text({ doc: 'ISO 3166 code or name.', names: ['pays'] }),
  sessions: count({ doc: '1 when absent.', names: ['visits', 'visites'] }),
  visitors: count({
    doc: 'Different visitors of exactly this span and group.',
    names: ['users', 'unique_visitors', 'visiteurs', 'visiteurs_uniques', 'utilisateurs'],
  }),
  new_visitors: count({
    doc: 'Visitors seen for the first time.',
    names: ['new_users', 'nouveaux_visiteurs', 'nouveaux_utilisateurs'],
  }),
  pageviews: count({ doc: 'Pages viewed.', names: ['views', 'page_views', 'pages_vues', 'vues'] }),
  engaged_sessions: number({ doc: 'Sessions with engagement.', names: ['sessions_engagees', 'visites_engagees'] }),
  duration: duration({ doc: 'Total seconds of the row.', names: ['session_duration', 'duree', 'durée'] }),
  engagement_time: duration({ doc: 'Total seconds in the foreground.', names: ['temps_engagement'] }),
  product_views: count({ doc: 'Sessions that viewed a product.', names: ['vues_produit'] }),
  carts: count({ doc: 'Sessions that added to the cart.', names: ['add_to_carts', 'paniers', 'ajouts_panier'] }),
  checkouts: count({ doc: 'Sessions that reached the checkout.', names: ['paiements'] }),
  purchases: count({ doc: 'Sessions that completed the checkout.', names: ['transactions', 'achats', 'commandes'] }),
  order_id: text({
    doc: 'The order that the session led to.',
    role: 'part',
    names: ['transaction_id', 'numero_commande'],
  }),
});

/** Cost and results of an ad or campaign in a day or span. */
export const spend = defineRecord({
  date: day({ doc: 'Day of the row.', names: ['day', 'jour'] }),
  date_from: day({ doc: 'First day of a span.', names: ['from', 'du', 'date_debut'] }),
  date_to: day({ doc: 'Last day of a span.', names: ['to', 'au', 'date_fin'] }),
  platform: text({ doc: 'Google Ads, Meta Ads, …', names: ['plateforme', 'regie', 'régie', 'source'] }),
  account: text({ doc: 'Advertising account.', names: ['compte'] }),
  campaign: text({ doc: 'Campaign.', names: ['campaign_name', 'campagne'] }),
  channel: text({ doc: 'Marketing channel.', names: ['canal'] }),
  country: text({ doc: 'ISO 3166 code or name.', names: ['pays'] }),
  currency: text({ doc: 'ISO 4217 code.', names: ['devise'] }),
  cost: money({
    doc: 'Spent.',
    required: true,
    names: ['spend', 'amount_spent', 'cout', 'coût', 'depense', 'dépense', 'depenses', 'dépenses'],
  }),
  impressions: count({ doc: 'Times shown.', names: ['views', 'affichages'] }),
  clicks: count({ doc: 'Clicks.', names: ['clics'] }),
  link_clicks: count({ doc: 'Clicks that lead to the shop.', names: ['clics_lien'] }),
  conversions: number({ doc: 'Conversions that the platform claims.', names: ['achats'] }),
  conversion_value: money({ doc: 'Their value.', names: ['valeur_conversion', 'revenue', 'conversions_value'] }),
  leads: count({ doc: 'Leads that the platform claims.', names: [] }),
});

/** An expense of a day or span. */
export const cost = defineRecord({
  date: day({ doc: 'Day of the expense.', names: ['day', 'jour'] }),
  date_from: day({ doc: 'First day of a span.', names: ['from', 'du', 'date_debut'] }),
  date_to: day({ doc: 'Last day of a span.', names: ['to', 'au', 'date_fin'] }),
  category: text({
    doc: 'fulfilment, payment_fee, marketing_other, sales or other.',
    required: true,
    names: ['categorie', 'catégorie', 'poste'],
  }),
  amount: money({ doc: 'Spent.', required: true, names: ['cost', 'montant', 'cout', 'coût'] }),
  currency: text({ doc: 'ISO 4217 code.', names: ['devise'] }),
  channel: text({ doc: 'Marketing channel.', names: ['canal'] }),
});
