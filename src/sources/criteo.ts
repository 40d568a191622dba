import { namesIn } from '../core/names-in.ts';
import { campaignId } from './campaign-id.ts';
import { cellCurrency, col, constant, defineSource, first, preamble } from './source.ts';

const cost = ['AdvertiserCost', 'Cost', 'Spend', 'Coût', 'Dépenses', 'Kosten', 'Ausgaben'];

/** The bases on which sales are attributed, the account's own first: sales and revenue of one basis belong together. */
const bases = namesIn`
  ClientAttribution | AllClientAttribution | Pc30d | AllPc30d | Pc30dPv24h | AllPc30dPv24h | Pc30dPv7d
`;

export default defineSource({
  id: 'criteo',
  title: 'Criteo: Analytics, Export, CSV, or statistics of the API',
  titleFr: "Criteo\u00a0: Analytics, Exporter, CSV, ou statistiques de l'API",
  tool: 'Criteo',
  doc: 'Impressions are `Displays`, cost is `AdvertiserCost`. Of the ways to attribute sales that of the account is used, else 30 days after a click.',
  signature: [{ all: ['AdvertiserCost', 'Displays'] }, { all: ['Displays', cost, ['Clicks', 'Clics', 'Klicks']] }],
  totals: true,
  parts: ['Adset', 'AdsetId', 'Ad Set', 'AdSetName', 'Ad', 'AdId', 'Creative', 'Category', 'Device', 'Os'],
  kind: 'spend',
  fields: {
    date: col(['Day', 'Date', 'Jour', 'Tag', 'Datum'], 'day'),
    date_from: preamble('from'),
    date_to: preamble('to'),
    platform: constant('Criteo'),
    account: col(['Advertiser', 'AdvertiserName', 'Annonceur']),
    campaign: col(['Campaign', 'CampaignName', 'Campaign Name', 'Campagne', 'Kampagne']),
    campaign_id: campaignId,
    channel: constant('Display'),
    country: col(['Country', 'Pays', 'Land']),
    currency: first(col(['Currency', 'Devise', 'Währung']), cellCurrency(...cost)),
    cost: col(cost, 'money', { blank: 0 }),
    impressions: col('Displays', 'count', { blank: 0 }),
    clicks: col(['Clicks', 'Clics', 'Klicks'], 'count', { blank: 0 }),
    conversions: col([...bases.map((basis) => `Sales${basis}`), 'Sales', 'Ventes'], 'number', { blank: 0 }),
    conversion_value: col([...bases.map((basis) => `RevenueGenerated${basis}`), 'Revenue', 'Order value'], 'money', {
      blank: 0,
    }),
  },
});
