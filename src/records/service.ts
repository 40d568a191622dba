import { count, day, defineRecord, duration, id, instant, key, number, text } from './field-types.ts';

/** A customer's request. */
export const ticket = defineRecord({
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
    names: ['statut', 'etat', 'état'],
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
    names: ['requester', 'customer_key', 'email', 'client', 'demandeur'],
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
      en: 'Seconds to the first solve; else by the difference of the times.',
      fr: "Secondes jusqu'à la première résolution\u00a0; à défaut, la différence des dates.",
    },
    role: 'part',
    names: ['premiere_resolution_secondes'],
  }),
  resolution_seconds: duration({
    doc: {
      en: 'Seconds to the last solve; else by the difference of the times.',
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
      en: 'Words parted by commas, semicolons or blanks.',
      fr: 'Mots séparés par des virgules, des points-virgules ou des espaces.',
    },
    role: 'part',
    names: ['etiquettes', 'étiquettes', 'mots_cles'],
  }),
  satisfaction: text({
    doc: {
      en: 'A word such as good or very dissatisfied, or a score (`4`, `4/5`, `80 %`): an answer to a satisfaction survey. `not rated` and the like are none; a word of no list is rejected.',
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
  updated_at: instant({
    doc: {
      en: 'Last change: of two copies the newer wins.',
      fr: "Dernière modification\u00a0: de deux copies, la plus récente l'emporte.",
    },
    role: 'part',
    names: ['date_modification'],
  }),
});

/** One answer to a survey. */
export const survey = defineRecord({
  answered_at: instant({
    doc: { en: 'When it was given.', fr: 'Date et heure de la réponse.' },
    required: true,
    names: ['responded_at', 'date_reponse', 'date'],
  }),
  type: text({
    doc: { en: 'csat or nps.', fr: 'csat ou nps.' },
    required: true,
    words: ['csat', 'nps'],
    names: ['survey_type', 'type_enquete'],
  }),
  score: text({
    doc: {
      en: 'A number (`4`, `4/5`, `80 %`), or a word such as good or bad.',
      fr: 'Un nombre (`4`, `4/5`, `80 %`), ou un mot comme good (bon) ou bad (mauvais).',
    },
    role: 'metric',
    names: ['rating', 'answer', 'note', 'reponse'],
  }),
  scale: number({
    doc: {
      en: 'Top of the scale of a csat score; when absent the highest score decides it: 5, 7, 10 or 100.',
      fr: "Maximum de l'échelle d'une note csat\u00a0; si absent, la note la plus haute en décide\u00a0: 5, 7, 10 ou 100.",
    },
    role: 'attribute',
    names: ['echelle', 'échelle', 'scale_max'],
  }),
  contact_channel: text({
    doc: { en: 'email, chat, phone, …', fr: 'email, chat, phone (téléphone), …' },
    names: ['canal_contact'],
  }),
  customer_key: key({ doc: { en: 'Who answered.', fr: 'La personne qui a répondu.' }, names: ['email', 'client'] }),
  ticket_id: text({ doc: { en: 'The ticket it is about.', fr: 'Le ticket concerné.' }, names: ['numero_ticket'] }),
  order_id: text({ doc: { en: 'The order it is about.', fr: 'La commande concernée.' }, names: ['numero_commande'] }),
});

/** A day, post or span of days of a network's account. */
export const social = defineRecord({
  date: day({
    doc: { en: 'Day of the row, or of the post.', fr: 'Jour de la ligne, ou de la publication.' },
    names: ['day', 'jour', 'published_at'],
  }),
  date_from: day({
    doc: { en: 'First day of a span.', fr: "Premier jour d'un intervalle." },
    names: ['from', 'du', 'date_debut'],
  }),
  date_to: day({
    doc: { en: 'Last day of a span.', fr: "Dernier jour d'un intervalle." },
    names: ['to', 'au', 'date_fin'],
  }),
  network: text({
    doc: { en: 'instagram, facebook, …', fr: 'instagram, facebook ou un autre réseau.' },
    required: true,
    names: ['platform', 'reseau', 'réseau', 'plateforme'],
  }),
  posts: count({ doc: { en: 'Posts published.', fr: 'Publications mises en ligne.' }, names: ['publications'] }),
  impressions: count({ doc: { en: 'Times shown.', fr: "Nombre d'affichages." }, names: ['views', 'vues'] }),
  reach: count({
    doc: { en: 'People reached.', fr: 'Personnes touchées.' },
    names: ['portee', 'portée', 'couverture'],
  }),
  engagements: count({
    doc: { en: 'Likes, comments, shares, saves.', fr: "Mentions J'aime, commentaires, partages, enregistrements." },
    names: ['interactions'],
  }),
  link_clicks: count({ doc: { en: 'Clicks on links.', fr: 'Clics sur les liens.' }, names: ['clics', 'clics_lien'] }),
  followers: count({
    doc: {
      en: 'Followers at the end of the day or span.',
      fr: "Abonnés à la fin de la journée ou de l'intervalle.",
    },
    names: ['abonnes', 'abonnés'],
  }),
});

/** A contact who left their data. */
export const lead = defineRecord({
  lead_id: id({
    doc: { en: 'Number of the lead.', fr: 'Numéro du lead.' },
    required: true,
    names: ['id_lead', 'id_contact'],
  }),
  created_at: instant({
    doc: { en: 'When they did.', fr: 'Date et heure où il a laissé ses coordonnées.' },
    required: true,
    names: ['date_creation', 'date'],
  }),
  channel: text({ doc: { en: 'Marketing channel.', fr: 'Canal marketing.' }, names: ['canal'] }),
  customer_key: key({
    doc: {
      en: 'E-mail, customer id or phone: matched with orders.',
      fr: 'E-mail, identifiant client ou téléphone\u00a0: rapproché des commandes.',
    },
    names: ['email', 'e-mail', 'client', 'courriel'],
  }),
  converted_at: instant({
    doc: { en: 'When they became a customer.', fr: 'Date et heure où il est devenu client.' },
    role: 'part',
    names: ['date_conversion'],
  }),
});
