import { campaignId } from './campaign-id.ts';
import { col, constant, defineSource, first, headerCurrency, preamble } from './source.ts';

const cost = ['Amount Spent (*)', 'Spend (*)', 'Montant dépensé (*)'];
const swipes = ['Swipe Ups', 'Swipe-Ups', 'Swipes'];
const end = 'last day';

/** The last day of a row: a period that ends at midnight ends on the day before. */
function lastDay(start: string, last: string): string {
  const midnight = /^(\d{4})-(\d\d)-(\d\d)[T ]00:00(?::00)?(?:\.0+)?(?:Z|[+-]\d\d:?\d\d)?$/.exec(last.trim());
  if (midnight === null || last.trim() === start.trim()) return last;
  const [, year, month, day] = midnight.map(Number);
  return new Date(Date.UTC(year!, month! - 1, day! - 1)).toISOString().slice(0, 10);
}

export default defineSource({
  id: 'snapchat-ads',
  title: 'Snapchat Ads: Ads Manager, Export, CSV',
  titleFr: 'Snapchat Ads\u00a0: Gestionnaire de publicités, Exporter, CSV',
  tool: 'Snapchat Ads',
  doc: '`Swipe Ups` are the clicks. Without a split by day a row covers `Start Time` to `End Time`. The currency is in the header, `Spend (EUR)`, or nowhere.',
  signature: [
    { all: [cost, swipes] },
    {
      all: [
        cost,
        'Paid Impressions',
        ['Ad Squad Name', 'Ad Set Name', 'Campaign Name', 'Ad Name'],
        ['Start Time', 'Date', 'Day'],
      ],
    },
  ],
  totals: true,
  parts: ['Ad Squad Name', 'Ad Squad ID', 'Ad Set Name', 'Ad Set ID', 'Ad Name', 'Ad ID', 'Age', 'Gender', 'Placement'],
  kind: 'spend',
  derive: [{ name: end, from: ['Start Time', 'End Time'], text: lastDay }],
  fields: {
    date: col(['Date', 'Day'], 'day'),
    date_from: first(col('Start Time', 'day'), preamble('from')),
    date_to: first(col(end, 'day'), preamble('to')),
    platform: constant('Snapchat Ads'),
    account: col(['Ad Account Name', 'Account Name']),
    campaign: col('Campaign Name'),
    campaign_id: campaignId,
    channel: constant('Paid Social'),
    country: col('Country'),
    currency: first(headerCurrency(...cost), col('Currency')),
    cost: col(cost, 'money', { blank: 0 }),
    impressions: col(['Paid Impressions', 'Impressions'], 'count', { blank: 0 }),
    clicks: col([...swipes, 'Clicks'], 'count', { blank: 0 }),
    conversions: col(['Total Conversions', 'Purchases', 'Conversions'], 'number', { blank: 0 }),
    conversion_value: col(['Total Conversion Value', 'Purchases Value', 'Conversion Value'], 'money', { blank: 0 }),
  },
});
