import { count, day, defineRecord, duration, id, instant, key, number, text } from './field-types.ts';

/** A customer's request. */
export const ticket = defineRecord({
  ticket_id: id({ doc: 'Number of the ticket.', required: true, names: ['numero_ticket', 'id_ticket', 'ticket'] }),
  created_at: instant({ doc: 'When the customer wrote.', required: true, names: ['date_creation', 'date'] }),
  status: text({ doc: 'new, open, pending, solved, closed, …', role: 'part', names: ['statut', 'etat', 'état'] }),
  contact_channel: text({
    doc: 'email, chat, phone, …; not the marketing channel.',
    names: ['canal_contact', 'via', 'canal'],
  }),
  requester_key: key({ doc: 'Who asked.', names: ['requester', 'customer_key', 'email', 'client', 'demandeur'] }),
  first_reply_at: instant({ doc: 'First public reply of an agent.', role: 'part', names: ['date_premiere_reponse'] }),
  first_reply_seconds: duration({
    doc: 'Seconds until then, calendar time.',
    role: 'part',
    names: ['premiere_reponse_secondes'],
  }),
  first_reply_business_seconds: duration({ doc: 'Seconds until then within business hours.', role: 'part', names: [] }),
  first_solved_at: instant({ doc: 'First solve.', role: 'part', names: ['date_premiere_resolution'] }),
  solved_at: instant({ doc: 'Last solve.', role: 'part', names: ['date_resolution', 'resolved_at'] }),
  first_resolution_seconds: duration({
    doc: 'Seconds to the first solve; else by the difference of the times.',
    role: 'part',
    names: ['premiere_resolution_secondes'],
  }),
  resolution_seconds: duration({
    doc: 'Seconds to the last solve; else by the difference of the times.',
    role: 'part',
    names: ['resolution_secondes'],
  }),
  agent_replies: count({ doc: 'Public replies of agents.', role: 'part', names: ['replies', 'reponses'] }),
  customer_messages: count({ doc: 'Messages of the customer.', role: 'part', names: ['messages_client'] }),
  reopens: count({ doc: 'Times it was reopened.', role: 'part', names: ['reouvertures', 'réouvertures'] }),
  tags: text({
    doc: 'Words parted by commas, semicolons or blanks.',
    role: 'part',
    names: ['etiquettes', 'étiquettes', 'mots_cles'],
  }),
  satisfaction: text({ doc: 'good or bad, or a score: an answer to a satisfaction survey.', role: 'part', names: [] }),
  order_id: text({ doc: 'The order it is about.', role: 'part', names: ['numero_commande'] }),
  updated_at: instant({
    doc: 'Last change: of two copies the newer wins.',
    role: 'part',
    names: ['date_modification'],
  }),
});

/** One answer to a survey. */
export const survey = defineRecord({
  answered_at: instant({ doc: 'When it was given.', required: true, names: ['responded_at', 'date_reponse', 'date'] }),
  type: text({ doc: 'csat or nps.', required: true, names: ['survey_type', 'type_enquete'] }),
  score: text({ doc: 'A number, or good or bad.', role: 'metric', names: ['rating', 'answer', 'note', 'reponse'] }),
  scale: number({
    doc: 'Top of the scale of a csat score; 5 when absent.',
    role: 'attribute',
    names: ['echelle', 'échelle', 'scale_max'],
  }),
  contact_channel: text({ doc: 'email, chat, phone, …', names: ['canal_contact'] }),
  customer_key: key({ doc: 'Who answered.', names: ['email', 'client'] }),
  ticket_id: text({ doc: 'The ticket it is about.', names: ['numero_ticket'] }),
  order_id: text({ doc: 'The order it is about.', names: ['numero_commande'] }),
});

/** A day or post of a network's account. */
export const social = defineRecord({
  date: day({ doc: 'Day of the row, or of the post.', required: true, names: ['day', 'jour', 'published_at'] }),
  network: text({
    doc: 'instagram, facebook, …',
    required: true,
    names: ['platform', 'reseau', 'réseau', 'plateforme'],
  }),
  posts: count({ doc: 'Posts published.', names: ['publications'] }),
  impressions: count({ doc: 'Times shown.', names: ['views', 'vues'] }),
  reach: count({ doc: 'People reached.', names: ['portee', 'portée', 'couverture'] }),
  engagements: count({ doc: 'Likes, comments, shares, saves.', names: ['interactions'] }),
  link_clicks: count({ doc: 'Clicks on links.', names: ['clics', 'clics_lien'] }),
  followers: count({ doc: 'Followers at the end of the day.', names: ['abonnes', 'abonnés'] }),
});

/** A contact who left their data. */
export const lead = defineRecord({
  lead_id: id({ doc: 'Number of the lead.', required: true, names: ['id_lead', 'id_contact'] }),
  created_at: instant({ doc: 'When they did.', required: true, names: ['date_creation', 'date'] }),
  channel: text({ doc: 'Marketing channel.', names: ['canal'] }),
  customer_key: key({
    doc: 'E-mail, customer id or phone: matched with orders.',
    names: ['email', 'e-mail', 'client', 'courriel'],
  }),
  converted_at: instant({ doc: 'When they became a customer.', role: 'part', names: ['date_conversion'] }),
});
