import { col, constant, defineSource, first, minus, whenFilled } from './source.ts';

const recipients = col('Total Recipients', 'count');
const bounces = col('Total Bounces', 'count');

export default defineSource({
  id: 'mailchimp-campaigns',
  title: 'Mailchimp: Campaigns, Export as CSV',
  titleFr: 'Mailchimp\u00a0: Campagnes, Exporter au format CSV',
  tool: 'Mailchimp',
  doc: 'A campaign counts on the day it was sent, in the time zone of the account. Opens and clicks are those of distinct people; rates are calculated, not read. Revenue is `Total Revenue`, what Mailchimp attributes to the campaign: never added to sales. `n/a` is unknown. No column gives the currency. The report of a single campaign is another file, which is not read.',
  signature: { all: ['Send Date', 'Total Recipients', 'Unique Opens'], none: ['Send Time', 'Campaign Name'] },
  decimal: '.',
  kind: 'email',
  fields: {
    date: col('Send Date', 'day'),
    campaign: col(['Title', 'Subject']),
    campaign_id: col('Unique Id'),
    tool: constant('Mailchimp'),
    channel: constant('Email'),
    recipients,
    delivered: first(col('Successful Deliveries', 'count'), minus(recipients, bounces)),
    opens: col('Unique Opens', 'count'),
    clicks: col('Unique Clicks', 'count'),
    unsubscribes: col('Unsubscribes', 'count'),
    bounces,
    orders: col('Total Orders', 'count'),
    revenue: col('Total Revenue', 'money'),
  },
  skip: [
    { of: whenFilled(col('Send Date'), 'sent', constant('draft')), words: ['draft'], reason: 'draft' },
    { of: col('Total Recipients'), words: ['0', 'n/a'], reason: 'draft' },
  ],
});
