import { namesIn } from '../core/names-in.ts';
import { cell, type Json, object, objects } from './json.ts';
import { col, defineSource } from './source.ts';

/** The value of a parameter of an event, whatever its type. */
function parameter(event: Json, name: string): string {
  const found = objects(event.event_params)?.find(({ key }) => key === name);
  const value = object(found?.value);
  return cell(value.int_value) || cell(value.string_value) || cell(value.double_value) || cell(value.float_value);
}

/** Microseconds since 1970 as a time that says its zone. */
function timeOf(microseconds: string): string {
  const time = new Date(Number(microseconds) / 1000);
  return /^\d{13,19}$/.test(microseconds) && !Number.isNaN(time.getTime()) ? time.toISOString() : microseconds;
}

/** Where the session came from: newer exports say it, older ones only where an event brought a campaign or referrer. */
function originOf(event: Json): Readonly<Record<'source' | 'medium' | 'campaign', string>> {
  const last = object(object(event.session_traffic_source_last_click).manual_campaign);
  const own = object(event.collected_traffic_source);
  const either = (a: unknown, b: unknown): string => cell(a) || cell(b);
  return {
    source: either(last.source, own.manual_source) || parameter(event, 'source'),
    medium: either(last.medium, own.manual_medium) || parameter(event, 'medium'),
    campaign: either(last.campaign_name, own.manual_campaign_name) || parameter(event, 'campaign'),
  };
}

const flag = (is: boolean): string => (is ? '1' : '0');

/** Seconds of milliseconds. */
const seconds = (text: string): string =>
  /^\d+$/.test(text) ? `${text.padStart(4, '0').replace(/(\d{3})$/, '.$1')}` : '';

const columns = namesIn`
  event_timestamp | session | user_pseudo_id | source | medium | campaign | device.category | geo.country
  page_view | first_visit | engaged | engagement_time | view_item | add_to_cart | begin_checkout | purchase
  ecommerce.transaction_id
`;

/** An event as a row. */
function rowOf(event: Json): string[] {
  const [name, user, id] = [cell(event.event_name), cell(event.user_pseudo_id), parameter(event, 'ga_session_id')];
  const { source, medium, campaign } = originOf(event);
  const is = (wanted: string): string => flag(name === wanted);
  const order = cell(object(event.ecommerce).transaction_id);
  return [
    timeOf(cell(event.event_timestamp)),
    // The number of a session is only unique for its user.
    user === '' || id === '' ? '' : `${user}.${id}`,
    user,
    source,
    medium,
    campaign,
    cell(object(event.device).category),
    cell(object(event.geo).country),
    is('page_view'),
    is('first_visit'),
    flag(parameter(event, 'session_engaged') === '1'),
    seconds(parameter(event, 'engagement_time_msec')),
    is('view_item'),
    is('add_to_cart'),
    is('begin_checkout'),
    is('purchase'),
    name === 'purchase' && order !== '(not set)' ? order : '',
  ];
}

export default defineSource({
  id: 'ga4-bigquery',
  title: 'Google Analytics 4: BigQuery export, JSON',
  titleFr: 'Google Analytics 4\u00a0: export BigQuery, JSON',
  tool: 'Google Analytics',
  doc: 'One object per event: those of one `user_pseudo_id` and `ga_session_id` are a visit. Events without them (no consent) are left out and counted. The source is that of the session, not the first one of the user (`traffic_source`).',
  signature: { all: ['event_timestamp', 'event_name', 'event_params'] },
  kind: 'visit',
  events: true,
  fields: {
    started_at: col('event_timestamp', 'instant'),
    visit_id: col('session'),
    visitor_id: col('user_pseudo_id', 'key'),
    source: col('source'),
    medium: col('medium'),
    campaign: col('campaign'),
    device: col('device.category'),
    country: col('geo.country'),
    new_visitors: col('first_visit', 'count'),
    pageviews: col('page_view', 'count'),
    engaged_sessions: col('engaged', 'number'),
    engagement_time: col('engagement_time', 'duration'),
    duration: { op: 'constant', value: '0', as: { type: 'duration' } },
    product_views: col('view_item', 'count'),
    carts: col('add_to_cart', 'count'),
    checkouts: col('begin_checkout', 'count'),
    purchases: col('purchase', 'count'),
    order_id: col('ecommerce.transaction_id'),
  },
  json: { columns, rows: (event) => [rowOf(event)] },
});
