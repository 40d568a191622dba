import { emailsDelivered } from '../measures/email.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'emails_delivered',
  label: { en: 'Emails delivered', fr: 'E-mails délivrés' },
  aliases: ['emails', 'emails_sent', 'delivered'],
  group: 'acquisition',
  rank: 200,
  unit: 'count',
  direction: 'flat',
  doc: {
    en: 'Messages of campaigns that were delivered: recipients less bounces where the tool does not report it. A campaign counts on the day it was sent. Text messages of the same tool count too; `--by channel` separates them.',
    fr: "Messages des campagnes qui ont été délivrés\u00a0: destinataires moins rebonds si l'outil ne les indique pas. Une campagne compte le jour de son envoi. Les SMS du même outil comptent aussi\u00a0; `--by channel` les sépare.",
  },
  formula: formula(emailsDelivered),
  examples: [
    { given: { emails_delivered: '11815' }, gives: '11815' },
    { given: { emails_delivered: '0' }, gives: '0' },
    { given: { emails_delivered: null }, because: 'missing_kind' },
  ],
});
