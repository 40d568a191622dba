import { col, constant, defineSource, yearless } from './source.ts';

export default defineSource({
  id: 'tiktok-followers',
  title: 'TikTok Studio: Analytics, Followers, Download data',
  titleFr: 'TikTok Studio\u00a0: Statistiques, Followers, Télécharger les données',
  tool: 'TikTok',
  doc: "A row per day with the number of followers; the difference from the day before follows from it. Days have no year: the newest is in the year of `to` in `sources` of kpi.yaml, else that of the file's name, else the last year in which no day is after the day of the run. Month names in English, French, German, Spanish, Italian, Dutch and Portuguese. At most a year per file.",
  signature: { all: ['Date', 'Followers', 'Difference in followers from previous day'] },
  decimal: '.',
  kind: 'social',
  fields: { date: yearless('Date'), network: constant('tiktok'), followers: col('Followers', 'count') },
});
