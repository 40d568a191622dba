import { col, constant, defineSource, sum } from './source.ts';

/** Organic and sponsored together. */
const part = (name: string) => col([`${name} (total)`, name, `${name} (organic)`], 'count', { blank: 0 });

export default defineSource({
  id: 'linkedin-metrics',
  title: 'LinkedIn: Page analytics, Content, sheet Metrics as CSV',
  titleFr: 'LinkedIn\u00a0: statistiques de la page, Contenu, feuille Metrics en CSV',
  tool: 'LinkedIn',
  doc: 'Save the sheet of the `.xls` file as CSV. A row per day, with what happened on the day: organic and sponsored together. Unique impressions are not read: those of days do not add up. `Clicks` include those on the name and logo of the page. Months come first in dates.',
  signature: { all: ['Date', 'Impressions (organic)', 'Clicks (organic)', 'Reactions (organic)'] },
  decimal: '.',
  kind: 'social',
  fields: {
    date: col('Date', 'day', { usualOrder: 'mdy' }),
    network: constant('linkedin'),
    impressions: part('Impressions'),
    engagements: sum(part('Reactions'), part('Comments'), part('Reposts')),
    link_clicks: part('Clicks'),
  },
  approx: ['link_clicks'],
});
