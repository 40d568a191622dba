import { campaignId } from './campaign-id.ts';
import { col, constant, defineSource, preamble } from './source.ts';

const cost = 'Spend in account currency';

export default defineSource({
  id: 'pinterest-ads',
  title: 'Pinterest Ads: Reporting, Export, CSV',
  titleFr: 'Pinterest Ads\u00a0: Rapports, Exporter, CSV',
  tool: 'Pinterest Ads',
  doc: 'The file does not contain its currency. Conversions are those of checkouts in all attributions: the columns by click, engagement and view are parts of them. `Outbound clicks` lead to the shop, `Pin clicks` may open the pin only.',
  signature: { all: [cost] },
  totals: true,
  parts: ['Ad group name', 'Ad group ID', 'Ad name', 'Ad ID', 'Pin ID', 'Keyword', 'Product group'],
  kind: 'spend',
  fields: {
    date: col(['Date', 'Day'], 'day'),
    date_from: preamble('from'),
    date_to: preamble('to'),
    platform: constant('Pinterest Ads'),
    account: col(['Account name', 'Ad account name', 'Advertiser name']),
    campaign: col('Campaign name'),
    campaign_id: campaignId,
    channel: constant('Paid Social'),
    country: col(['Country', 'Targeted country']),
    currency: col(['Currency', 'Account currency']),
    cost: col(cost, 'money', { blank: 0 }),
    impressions: col(['Impressions', 'Impression'], 'count', { blank: 0 }),
    clicks: col(['Pin clicks', 'Clicks'], 'count', { blank: 0 }),
    link_clicks: col('Outbound clicks', 'count', { blank: 0 }),
    conversions: col('Total conversions (Checkout)', 'number', { blank: 0 }),
    conversion_value: col('Total order value (Checkout)', 'money', { blank: 0 }),
    leads: col('Total conversions (Lead)', 'count', { blank: 0 }),
  },
});
