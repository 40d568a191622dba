import { col, constant, defineSource } from './source.ts';

/** The columns of the sheet. */
export const linkedInSignature = { all: ['Date', 'Organic followers', 'Total followers'] } as const;

export default defineSource({
  id: 'linkedin-followers',
  title: 'LinkedIn: Page analytics, Followers, sheet New followers as CSV',
  titleFr: 'LinkedIn\u00a0: statistiques de la page, Abonnés, feuille New followers en CSV',
  tool: 'LinkedIn',
  doc: 'Save the sheet of the `.xls` file as CSV. A row per day. `Total followers` are the new followers of the day, not the followers of the page; those who left are not counted. Months come first in dates.',
  signature: linkedInSignature,
  decimal: '.',
  kind: 'social',
  fields: {
    date: col('Date', 'day', { usualOrder: 'mdy' }),
    network: constant('linkedin'),
    new_followers: col('Total followers', 'count'),
  },
  approx: ['new_followers'],
});
