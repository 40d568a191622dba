import { namesIn } from '../core/names-in.ts';
import { count, currencyNames, day, money, spanDays, text } from './field-types.ts';
import { defineRecord } from './record.ts';

/** A campaign of e-mails or text messages, booked on the day it was sent. */
export const email = defineRecord({
  words: {
    one: { en: 'e-mail campaign', fr: 'campagnes e-mail' },
    export: {
      en: 'an export of the campaigns of an e-mail tool',
      fr: "un export des campagnes de l'outil d'e-mailing",
    },
  },
  booked: 'day',
  ofAccounts: true,
  measured: ['recipients', 'delivered'],
  sums: ['delivered', 'recipients', 'opens', 'clicks', 'unsubscribes', 'bounces', 'orders', 'revenue'],
  ways: [
    ['date', ['recipients', 'delivered']],
    ['date_from', 'date_to', ['recipients', 'delivered']],
  ],
  derived: [],
  fields: {
    date: day({
      doc: { en: 'Day on which it was sent.', fr: "Jour de l'envoi." },
      names: ['day', 'jour', 'send_date', 'sent_at', 'send_time', 'sent_on', "date_d'envoi", 'date_envoi', 'envoye_le'],
    }),
    ...spanDays,
    campaign: text({
      doc: { en: 'Campaign.', fr: 'Campagne.' },
      names: ['campaign_name', 'campagne', 'nom_campagne', 'title', 'titre', 'newsletter', 'subject', 'objet', 'sujet'],
    }),
    tool: text({
      doc: { en: 'Klaviyo, Mailchimp, …', fr: 'Klaviyo, Mailchimp ou un autre outil.' },
      names: ['outil', 'platform', 'plateforme'],
    }),
    channel: text({
      doc: {
        en: 'Email (when absent) or SMS, which has no opens.',
        fr: "Email (si absent) ou SMS, qui n'a pas d'ouvertures.",
      },
      names: ['canal', 'campaign_channel', 'message_channel'],
    }),
    recipients: count({
      doc: { en: 'Messages sent.', fr: 'Messages envoyés.' },
      names: namesIn`
        sent | emails_sent | total_sent | sends | total_recipients | destinataires | envoyés | envoyes | envois
        emails_envoyés | emails_envoyes | e-mails_envoyés
      `,
    }),
    delivered: count({
      doc: {
        en: 'Messages delivered; recipients less bounces when absent.',
        fr: 'Messages délivrés\u00a0; si absent, destinataires moins rebonds.',
      },
      names: namesIn`
        deliveries | emails_delivered | successful_deliveries | total_delivered | délivrés | delivres
        emails_délivrés | emails_delivres | e-mails_délivrés | distribués | distribues
      `,
    }),
    opens: count({
      doc: { en: 'Distinct people who opened it.', fr: "Personnes distinctes qui l'ont ouvert." },
      names: namesIn`
        unique_opens | opened | opens_unique | unique_opened | uniques_opens | ouvertures_uniques | ouvertures
        ouverts | ouvreurs
      `,
    }),
    clicks: count({
      doc: { en: 'Distinct people who clicked.', fr: 'Personnes distinctes qui ont cliqué.' },
      names: namesIn`
        unique_clicks | clicked | clicks_unique | unique_clicked | clics_uniques | clics | cliqueurs | cliqués
        cliques
      `,
    }),
    unsubscribes: count({
      doc: { en: 'People who unsubscribed.', fr: 'Personnes qui se sont désinscrites.' },
      names: namesIn`
        unsubscribed | unsubscriptions | unsubs | opt_outs | désinscriptions | desinscriptions | désabonnements
        desabonnements | désinscrits | desinscrits
      `,
    }),
    bounces: count({
      doc: { en: 'Messages that could not be delivered.', fr: "Messages qui n'ont pas pu être délivrés." },
      names: ['bounced', 'total_bounces', 'rebonds', 'retours_en_erreur', 'non_délivrés', 'non_delivres'],
    }),
    orders: count({
      doc: { en: 'Orders that the tool claims.', fr: "Commandes que l'outil s'attribue." },
      names: ['commandes', 'placed_orders', 'unique_placed_order', 'total_orders', 'conversions', 'achats'],
    }),
    revenue: money({
      doc: {
        en: 'Revenue that the tool claims: never added to sales.',
        fr: "Chiffre d'affaires que l'outil s'attribue\u00a0: jamais ajouté aux ventes.",
      },
      names: namesIn`
        total_revenue | chiffre_affaires | chiffre_d'affaires | ca | revenu | revenus | placed_order_value
      `,
    }),
    currency: text({ doc: { en: 'ISO 4217 code.', fr: 'Code ISO 4217.' }, names: currencyNames }),
  },
});
