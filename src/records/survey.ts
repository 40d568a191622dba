import { id, instant, key, number, text, updatedAt } from './field-types.ts';
import { defineRecord } from './record.ts';

/** One answer to a survey. */
export const survey = defineRecord({
  words: {
    one: { en: 'survey', fr: 'enquêtes' },
    export: {
      en: 'an export of survey answers (Typeform, Delighted, …)',
      fr: "un export des réponses d'enquête (Typeform, Delighted, …)",
    },
  },
  booked: 'instant',
  at: ['answered_at'],
  id: 'answer_id',
  whose: 'customer_key',
  ways: [['answered_at', 'type', 'score']],
  derived: ['asked_at', 'csat', 'nps', 'numeric', 'positive', 'scale_number'],
  fields: {
    answer_id: id({
      doc: {
        en: 'Number of the answer: copies of one count once, whatever their score.',
        fr: 'Numéro de la réponse\u00a0: ses copies comptent une fois, quelle que soit la note.',
      },
    }),
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
    updated_at: updatedAt(),
  },
});
