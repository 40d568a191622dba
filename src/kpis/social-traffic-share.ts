import { sessions, socialSessions } from '../measures/visit.ts';
import { per, total } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'social_traffic_share',
  label: { en: 'Social traffic share', fr: 'Part du trafic des réseaux sociaux' },
  group: 'traffic',
  rank: 50,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Sessions that came from social networks, by posts or by ads, as a share of all sessions of the period. Network by network it is broken down by source.',
    fr: 'Part des visites de la période venues des réseaux sociaux, par des publications ou par des publicités. Pour le détail par réseau, ventilez par source.',
  },
  formula: per(socialSessions, total(sessions)),
  examples: [
    { given: { social_sessions: '420', 'total.sessions': '3500' }, gives: '0.12' },
    { given: { social_sessions: '0', 'total.sessions': '0' }, because: 'zero_denominator' },
    { given: { social_sessions: null, 'total.sessions': '3500' }, because: 'missing_kind' },
  ],
});
