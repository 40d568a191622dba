import { namesIn } from '../core/names-in.ts';
import { col, defineSource, difference, estimate, first, preamble, product, span, type UnitNames } from './source.ts';

const visitsNames = ['nb_visits', 'Visits', 'Visites', 'Besuche', 'Visitas', 'Visite', 'Bezoeken'];
const actions = ['nb_actions', 'Actions', 'Aktionen', 'Acciones', 'Azioni', 'Acties'];
const uniques = namesIn`
  nb_uniq_visitors | Unique visitors | Visiteurs uniques | Eindeutige Besucher | Visitantes únicos
  Visitatori unici | Unieke bezoekers
`;
const bounces = ['bounce_count', 'Bounces', 'Rebonds', 'Absprünge', 'Rebotes', 'Rimbalzi'];
const totalTime = namesIn`
  sum_visit_length | Total time spent by visitors (*) | Temps total passé par les visiteurs (*)
  Gesamtzeit der Besucher (*) | Gesamte Aufenthaltszeit der Besucher (*)
`;
const averageTime = namesIn`
  avg_time_on_site | Avg. Visit Duration (*) | Durée moyenne des visites (*) | Durée moy. de visite (*)
  Durchschn. Aufenthaltsdauer (*)
`;

const date = ['date', 'Date', 'Datum', 'Fecha', 'Data'];
const segment = ['metadata_segment', 'Metadata: segment'];

/** `2026-03-01`, `2026-03`, `2026-03-02,2026-03-08` for a week, and the days of a year, of which Matomo writes the number. */
const units: readonly UnitNames[] = [{ unit: 'day', names: ['days of the row'] }];
const daysOf = (text = ''): string => text.trim().replace(/^(\d{4})$/, '$1-01-01,$1-12-31');

/** What a row of a report by one dimension is about: Matomo writes it as the condition that visits meet. */
const ofSegment =
  (...keys: string[]) =>
  (condition = ''): string => {
    const [, key = '', value = ''] = /^(\w+)==([^;,]*)$/.exec(condition.trim()) ?? [];
    return keys.includes(key) ? decodeURIComponent(value.replace(/%(?![\da-f]{2})/gi, '%25')) : '';
  };

const visits = estimate(visitsNames);

export default defineSource({
  id: 'matomo-reports',
  title: 'Matomo: a report, Export',
  titleFr: 'Matomo\u00a0: un rapport, Exporter',
  tool: 'Matomo',
  doc: 'The export of one day or period has no date column: export it for several periods, or say its days in kpi.yaml. Sessions without engagement are its bounces.',
  signature: [
    { all: ['nb_visits', 'nb_actions'], none: ['idVisit'] },
    { all: [uniques, visitsNames, actions], none: ['idVisit'] },
  ],
  totals: true,
  decimal: '.',
  kind: 'visit',
  derive: [
    { name: 'days of the row', from: [date], all: true, text: daysOf },
    { name: 'type of referrer', from: [segment], all: true, text: ofSegment('referrerType') },
    { name: 'device of the row', from: [segment], all: true, text: ofSegment('deviceType') },
    { name: 'country of the row', from: [segment], all: true, text: ofSegment('countryCode') },
  ],
  fields: {
    date_from: first(span('from', units), preamble('from')),
    date_to: first(span('to', units), preamble('to')),
    source: col('type of referrer', 'text', { words: { direct: '(direct)' }, others: '' }),
    medium: col('type of referrer', 'text', {
      words: { direct: '(none)', search: 'organic', website: 'referral', social: 'social', campaign: '' },
    }),
    device: col('device of the row', 'text', {
      words: { smartphone: 'mobile', phablet: 'mobile', 'feature phone': 'mobile' },
    }),
    country: col('country of the row'),
    sessions: visits,
    engaged_sessions: difference(visits, estimate(bounces)),
    visitors: estimate(uniques),
    pageviews: first(estimate(['nb_pageviews', 'Pageviews', 'Pages vues', 'Seitenansichten']), estimate(actions)),
    duration: first(col(totalTime, 'duration'), product(col(averageTime, 'duration'), visits)),
  },
  approx: ['pageviews'],
});
