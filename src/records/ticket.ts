import { namesIn } from '../core/names-in.ts';
import { count, duration, id, instant, key, text, updatedAt } from './field-types.ts';
import { defineRecord } from './record.ts';

/** A customer's request. */
export const ticket = defineRecord({
  words: {
    one: { en: 'ticket', fr: 'tickets' },
    export: {
      en: 'an export of the help desk (Zendesk, Gorgias, Freshdesk, …)',
      fr: "un export de l'outil de support (Zendesk, Gorgias, Freshdesk, …)",
    },
  },
  booked: 'instant',
  at: ['created_at', 'solved_at'],
  id: 'ticket_id',
  whose: 'requester_key',
  ways: [['ticket_id', 'created_at']],
  derived: ['closed_at', 'first_contact', 'is_complaint', 'settled'],
  fields: {
    ticket_id: id({
      doc: { en: 'Number of the ticket.', fr: 'Numéro du ticket.' },
      required: true,
      names: ['numero_ticket', 'id_ticket', 'ticket'],
    }),
    created_at: instant({
      doc: { en: 'When the customer wrote.', fr: 'Date et heure du message du client.' },
      required: true,
      names: ['date_creation', 'date'],
    }),
    status: text({
      doc: {
        en: 'new, open, pending, solved, closed, …',
        fr: 'new, open, pending, solved, closed, … (nouveau, ouvert, en attente, résolu, clos).',
      },
      role: 'part',
      names: namesIn`
        ticket_status | ticket_state | conversation_status | conversation_state | statut | etat | état
        statut_du_ticket | statut_ticket | etat_du_ticket | état_du_ticket | ticketstatus
      `,
    }),
    contact_channel: text({
      doc: {
        en: 'email, chat, phone, …; not the marketing channel.',
        fr: "email, chat, phone, …\u00a0; ce n'est pas le canal marketing.",
      },
      names: ['canal_contact', 'via', 'canal'],
    }),
    requester_key: key({
      doc: { en: 'Who asked.', fr: 'Le demandeur.' },
      names: namesIn`
        requester | requester_email | requester_id | customer_key | customer | customer_email | customer_id
        contact | contact_email | contact_id | user_email | user_id | email | e-mail | client | email_client
        e-mail client | id_client | client_id | client_email | courriel | demandeur
      `,
    }),
    first_reply_at: instant({
      doc: { en: 'First public reply of an agent.', fr: "Première réponse publique d'un agent." },
      role: 'part',
      names: ['date_premiere_reponse'],
    }),
    first_reply_seconds: duration({
      doc: { en: 'Seconds until then, calendar time.', fr: 'Secondes jusque-là, en heures calendaires.' },
      role: 'part',
      names: ['premiere_reponse_secondes'],
    }),
    first_reply_business_seconds: duration({
      doc: { en: 'Seconds until then within business hours.', fr: 'Secondes jusque-là, en heures ouvrées.' },
      role: 'part',
      names: [],
    }),
    first_solved_at: instant({
      doc: { en: 'First solve.', fr: 'Première résolution.' },
      role: 'part',
      names: ['date_premiere_resolution'],
    }),
    solved_at: instant({
      doc: { en: 'Last solve.', fr: 'Dernière résolution.' },
      role: 'part',
      names: ['date_resolution', 'resolved_at'],
    }),
    first_resolution_seconds: duration({
      doc: {
        en: 'Seconds to the first solve; else the difference between the times.',
        fr: "Secondes jusqu'à la première résolution\u00a0; à défaut, la différence des dates.",
      },
      role: 'part',
      names: ['premiere_resolution_secondes'],
    }),
    resolution_seconds: duration({
      doc: {
        en: 'Seconds to the last solve; else the difference between the times.',
        fr: "Secondes jusqu'à la dernière résolution\u00a0; à défaut, la différence des dates.",
      },
      role: 'part',
      names: ['resolution_secondes'],
    }),
    agent_replies: count({
      doc: { en: 'Public replies of agents.', fr: "Réponses publiques d'agents." },
      role: 'part',
      names: ['replies', 'reponses'],
    }),
    customer_messages: count({
      doc: { en: 'Messages of the customer.', fr: 'Messages du client.' },
      role: 'part',
      names: ['messages_client'],
    }),
    reopens: count({
      doc: { en: 'Times it was reopened.', fr: 'Nombre de réouvertures.' },
      role: 'part',
      names: ['reouvertures', 'réouvertures'],
    }),
    tags: text({
      doc: {
        en: 'Words separated by commas, semicolons or blanks.',
        fr: 'Mots séparés par des virgules, des points-virgules ou des espaces.',
      },
      role: 'part',
      names: ['etiquettes', 'étiquettes', 'mots_cles'],
    }),
    satisfaction: text({
      doc: {
        en: 'A word such as good or very dissatisfied, or a score (`4`, `4/5`, `80 %`): an answer to a satisfaction survey. `not rated` and the like are no answer; an unknown word is rejected.',
        fr: "Un mot comme good ou très insatisfait, ou une note (`4`, `4/5`, `80 %`)\u00a0: réponse à une enquête de satisfaction. `non noté` et équivalents n'en sont pas une\u00a0; un mot inconnu est rejeté.",
      },
      role: 'part',
      names: [],
    }),
    order_id: text({
      doc: { en: 'The order it is about.', fr: 'La commande concernée.' },
      role: 'part',
      names: ['numero_commande'],
    }),
    updated_at: updatedAt(),
  },
});
