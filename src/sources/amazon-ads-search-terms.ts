import { campaign, cost, fields, sales, searchTerm } from './amazon-sponsored.ts';
import { defineSource } from './source.ts';

export default defineSource({
  id: 'amazon-ads-search-terms',
  title: 'Amazon Ads: Sponsored Products search term report',
  titleFr: 'Amazon Ads\u00a0: rapport Sponsored Products sur les termes de recherche',
  tool: 'Amazon Ads',
  doc: 'It leaves out searches without a click: its cost is complete, its impressions are not and are not read. Beside a report by campaign it is left out.',
  signature: { all: [cost, sales, campaign, searchTerm] },
  totals: true,
  kind: 'spend',
  fields,
});
