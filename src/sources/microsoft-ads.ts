import { namesIn } from '../core/names-in.ts';
import { campaignId } from './campaign-id.ts';
import { col, constant, defineSource, first, ifHas, ifLacks, preamble, span, type UnitNames } from './source.ts';

const cost = ['Spend'];
const times = ['TimePeriod', 'GregorianDate', 'Gregorian date', 'Time period', 'Day', 'Date'];
const campaign = ['CampaignName', 'Campaign name', 'Campaign'];
const impressions = ['Impressions', 'Impr.'];

/** The day of `3/15/2026 12:00:00 AM|7`, as reports by hour write it. */
const day = 'day of the hour';

/** Reports by hour of the day or by weekday say nothing of days: they cover their report time. */
const undated = { above: /^Report Aggregation:[\s,]*(?:HourOfDay|Hour of day|DayOfWeek|Day of week)/i };
const hourly = { above: /^Report Aggregation:[\s,]*Hourly/i };
const weekly = { above: /^Report Aggregation:[\s,]*Week/i };
const monthly = { above: /^Report Aggregation:[\s,]*Month/i };
const yearly = { above: /^Report Aggregation:[\s,]*Year/i };

const units: readonly UnitNames[] = [
  { unit: 'week', names: ['Week', 'Weekly'] },
  { unit: 'month', names: ['Month', 'Monthly'] },
  { unit: 'quarter', names: ['Quarter'] },
  { unit: 'year', names: ['Year'] },
];

/** The span that a row covers: what the report is aggregated by, else its whole period. */
const edge = (of: 'from' | 'to') =>
  first(
    ifHas(weekly, span(of, [{ unit: 'week', names: times }])),
    ifHas(monthly, span(of, [{ unit: 'month', names: times }])),
    ifHas(yearly, span(of, [{ unit: 'year', names: times }])),
    span(of, units),
    preamble(of),
  );

/** Words that people searched for, of which only those with a click are listed. */
const none = ['SearchQuery', 'Search term', 'Search query', 'Customer Search Term'];

export default defineSource({
  id: 'microsoft-ads',
  title: 'Microsoft Advertising: Reports, Campaign, Download, CSV',
  titleFr: 'Microsoft Advertising\u00a0: Rapports, Campagne, Télécharger, CSV',
  tool: 'Microsoft Advertising',
  doc: 'The lines above the table and the copyright below it are optional. `Report Aggregation` says whether a row is a day, a week or a month; a summary covers its `Report Time`. Days are those of the time zone of the account. The spend is in the currency of the account.',
  signature: [
    {
      all: [cost, [...impressions, 'Clicks']],
      none,
      above: [/^(?:Report Aggregation|Last Completed Available Day):/i],
    },
    { all: [cost, ['TimePeriod', 'GregorianDate', 'Gregorian date']], none },
    { all: [cost, 'Impr.', ['Campaign', 'Campaign name', 'Ad group', 'Account name']], none },
  ],
  totals: true,
  parts: namesIn`
    AdGroupName | AdGroupId | Ad group | Ad group name | AdTitle | AdId | Ad | Ad title | Keyword | KeywordId
    ProductGroup | MerchantProductId | AssetGroupName | Asset group | AgeGroup | Age group | Gender | PublisherUrl
    DestinationUrl
  `,
  kind: 'spend',
  derive: [{ name: day, from: [times], all: true, text: (time = '') => time.replace(/\|.*$/, '') }],
  fields: {
    date: ifLacks(
      undated,
      ifLacks(
        weekly,
        ifLacks(monthly, ifLacks(yearly, first(ifHas(hourly, col(day, 'day')), ifLacks(hourly, col(times, 'day'))))),
      ),
    ),
    date_from: edge('from'),
    date_to: edge('to'),
    platform: constant('Microsoft Advertising'),
    account: col(['AccountName', 'Account name', 'Account']),
    campaign: col(campaign),
    campaign_id: campaignId,
    channel: constant('Paid Search'),
    country: col(['Country', 'CountryOrRegion', 'Country/Region', 'Country/region']),
    currency: col(['CurrencyCode', 'Currency code', 'Currency']),
    cost: col(cost, 'money', { blank: 0 }),
    impressions: col(impressions, 'count', { blank: 0 }),
    clicks: col('Clicks', 'count', { blank: 0 }),
    conversions: col(['Conversions', 'Conv.', 'ConversionsQualified', 'Conversions (qualified)'], 'number', {
      blank: 0,
    }),
    conversion_value: col(['Revenue', 'Conv. value', 'Conversion value'], 'money', { blank: 0 }),
  },
});
