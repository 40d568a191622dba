import { id, instant, key, text } from './field-types.ts';
import { defineRecord } from './record.ts';

/** A contact who left their details. */
export const lead = defineRecord({
  words: {
    one: { en: 'lead', fr: 'leads' },
    export: { en: 'an export of leads (HubSpot, Pipedrive, …)', fr: 'un export des leads (HubSpot, Pipedrive, …)' },
  },
  booked: 'instant',
  at: ['created_at'],
  id: 'lead_id',
  whose: 'customer_key',
  ways: [['lead_id', 'created_at']],
  derived: ['first_order_gap', 'person'],
  fields: {
    lead_id: id({
      doc: { en: 'Number of the lead.', fr: 'Numéro du lead.' },
      required: true,
      names: ['id_lead', 'id_contact'],
    }),
    created_at: instant({
      doc: { en: 'When they left their data.', fr: 'Date et heure où il a laissé ses coordonnées.' },
      required: true,
      names: ['date_creation', 'date'],
    }),
    channel: text({ doc: { en: 'Marketing channel.', fr: 'Canal marketing.' }, names: ['canal'] }),
    customer_key: key({
      doc: {
        en: 'E-mail, customer id or phone: matched with orders.',
        fr: 'E-mail, identifiant client ou téléphone\u00a0: rapproché des commandes.',
      },
      names: ['email', 'e-mail', 'customer_email', 'customer', 'contact_email', 'client', 'email_client', 'courriel'],
    }),
    converted_at: instant({
      doc: { en: 'When they became a customer.', fr: 'Date et heure où il est devenu client.' },
      role: 'part',
      names: ['date_conversion'],
    }),
  },
});
