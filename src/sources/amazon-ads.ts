import { campaign, cost, fields, parts, sales, searchTerm } from './amazon-sponsored.ts';
import { col, defineSource } from './source.ts';

export default defineSource({
  id: 'amazon-ads',
  title: 'Amazon Ads: Sponsored ads reports (campaign, advertised product, targeting, placement), Excel or CSV',
  titleFr: 'Amazon Ads\u00a0: rapports Sponsored (campagne, produit, ciblage, emplacement), Excel ou CSV',
  tool: 'Amazon Ads',
  doc: 'Reports by campaign, product, target and placement are the same spend: one of them is enough. A summary has no days: each row covers `Start Date` to `End Date`. Orders and sales are those within 7 days after a click (14 of brands and display).',
  signature: { all: [cost, sales, campaign], none: searchTerm },
  totals: true,
  parts,
  kind: 'spend',
  fields: {
    ...fields,
    impressions: col(['Impressions', 'Impressionen', 'Impressioni', 'Impresiones'], 'count', { blank: 0 }),
  },
});
