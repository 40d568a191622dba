import { saysYes, yesWords } from '../core/yes-words.ts';
import { col, defineSource } from './source.ts';

/** Whether a page view is the first of its visit; another word than yes and no is left as it is, to be refused. */
const sessionOf = (unique = '', datapoint = ''): string => {
  const is = unique.trim() === '' ? false : saysYes(unique);
  return is === null ? unique : flag(is && isPage(datapoint));
};

/** An export without the column has page views only. */
const isPage = (datapoint: string | undefined): boolean =>
  ['', 'pageview'].includes((datapoint ?? '').trim().toLowerCase());

const flag = (is: boolean): string => (is ? '1' : '0');

/** The host of an address, which may lack its protocol. */
const hostOf = (address: string | undefined): string =>
  (address ?? '')
    .trim()
    .replace(/^[a-z-]+:\/\//i, '')
    .replace(/[/?#].*$/, '');

/** Seconds since 1970 as a time that says its zone. */
const ofSeconds = (text: string | undefined): string =>
  /^\d{9,11}$/.test(text?.trim() ?? '') ? new Date(Number(text) * 1000).toISOString() : (text ?? '');

export default defineSource({
  id: 'simple-analytics',
  title: 'Simple Analytics: Settings, Export, raw data',
  titleFr: 'Simple Analytics\u00a0: Réglages, Exporter, données brutes',
  tool: 'Simple Analytics',
  doc: 'One row per page view or event. The first page view of a visit is marked `is_unique`: these are the sessions. Robots are left out. Nobody is identified: visitors are unknown.',
  signature: { all: [['added_iso', 'added_unix'], 'is_unique', ['datapoint', 'is_robot', 'document_referrer']] },
  decimal: '.',
  kind: 'visit',
  derive: [
    { name: 'time', from: ['added_iso', 'added_unix'], text: (iso, unix) => iso || ofSeconds(unix) },
    { name: 'session', from: ['is_unique', 'datapoint'], text: sessionOf },
    { name: 'page view', from: ['datapoint', 'is_unique'], text: (datapoint) => flag(isPage(datapoint)) },
    {
      name: 'origin',
      from: ['utm_source', 'document_referrer'],
      text: (utm, referrer) => utm || hostOf(referrer) || '(direct)',
    },
  ],
  fields: {
    started_at: col('time', 'instant', { zone: 'UTC' }),
    source: col('origin'),
    medium: col('utm_medium'),
    campaign: col('utm_campaign'),
    device: col('device_type'),
    country: col('country_code'),
    sessions: col('session', 'count'),
    pageviews: col('page view', 'count'),
    duration: col('duration_seconds', 'duration'),
  },
  skip: [{ of: col('is_robot'), words: yesWords, reason: 'robot' }],
});
