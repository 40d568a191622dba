import { namesIn } from '../core/names-in.ts';
import { campaignId } from './campaign-id.ts';
import { col, constant, defineSource, first, minus, whenFilled } from './source.ts';

const recipients = col(['Total Recipients', 'Recipients'], 'count');
const bounces = col(['Bounces', 'Bounced'], 'count');
const sendTime = col(['Send Time', 'Send Date/Time']);

export default defineSource({
  id: 'klaviyo-campaigns',
  title: 'Klaviyo: Campaigns, Export',
  titleFr: 'Klaviyo\u00a0: Campagnes, Exporter',
  tool: 'Klaviyo',
  doc: 'A campaign counts on the day it was sent, in the time zone of the account. Opens and clicks are those of distinct people; rates are calculated, not read. Rows of `Campaign Channel` SMS have no opens. Revenue is what Klaviyo attributes to the campaign: it grows for days, and is never added to sales. Drafts and campaigns without recipients are skipped. No column gives the currency.',
  signature: {
    all: [
      'Campaign Name',
      ['Send Time', 'Send Date/Time'],
      ['Total Recipients', 'Recipients'],
      ['Successful Deliveries', 'Delivered'],
    ],
  },
  decimal: '.',
  kind: 'email',
  fields: {
    date: col(['Send Time', 'Send Date/Time'], 'day'),
    campaign: col('Campaign Name'),
    campaign_id: campaignId,
    tool: constant('Klaviyo'),
    channel: col(['Campaign Channel', 'Message Channel', 'Channel']),
    recipients,
    delivered: first(col(['Successful Deliveries', 'Delivered'], 'count'), minus(recipients, bounces)),
    opens: col('Unique Opens', 'count'),
    clicks: col('Unique Clicks', 'count'),
    unsubscribes: col(['Unsubscribes', 'Unsubscribed'], 'count'),
    bounces,
    orders: col(
      namesIn`
        Unique Placed Order | Unique Ordered Product | Count of unique conversions | Placed Order | Ordered Product
      `,
      'count',
    ),
    revenue: col(['Revenue', 'Placed Order Value', 'Total Placed Order Value', 'Ordered Product Value'], 'money'),
  },
  skip: [
    { of: whenFilled(sendTime, 'sent', constant('draft')), words: ['draft'], reason: 'draft' },
    { of: col(['Total Recipients', 'Recipients']), words: ['0', '0.0'], reason: 'draft' },
  ],
});
