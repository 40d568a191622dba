import { channelSessions, sessions } from '../measures/visit.ts';
import { per, total } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'channel_share',
  label: { en: 'Traffic share by channel', fr: 'Part du trafic par canal' },
  group: 'traffic',
  rank: 40,
  unit: 'ratio',
  direction: 'flat',
  doc: {
    en: "A row's sessions as a share of all sessions of the period, whatever the report is broken down by. Without a breakdown it is 1.",
    fr: 'Visites de la ligne rapportées à toutes les visites de la période, quelle que soit la ventilation du rapport. Sans ventilation, la part vaut 1.',
  },
  formula: per(channelSessions, total(sessions)),
  examples: [
    { given: { channel_sessions: '700', 'total.sessions': '3500' }, gives: '0.2' },
    { given: { channel_sessions: '3500', 'total.sessions': '3500' }, gives: '1' },
    { given: { channel_sessions: '0', 'total.sessions': '0' }, because: 'zero_denominator' },
  ],
});
