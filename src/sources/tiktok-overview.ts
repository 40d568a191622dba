import { col, constant, defineSource, sum, yearless } from './source.ts';

export default defineSource({
  id: 'tiktok-overview',
  title: 'TikTok Studio: Analytics, Overview, Download data',
  titleFr: "TikTok Studio\u00a0: Statistiques, Vue d'ensemble, Télécharger les données",
  tool: 'TikTok',
  doc: "A row per day with what happened on it; likes taken back may make it negative. Days have no year: the newest is in the year of `to` in `sources` of kpi.yaml, else that of the file's name, else the last year in which no day is after the day of the run. Month names in English, French, German, Spanish, Italian, Dutch and Portuguese. At most a year per file. Profile views are in no field.",
  signature: { all: ['Date', 'Video Views', 'Profile Views', 'Likes'] },
  decimal: '.',
  kind: 'social',
  fields: {
    date: yearless('Date'),
    network: constant('tiktok'),
    impressions: col('Video Views', 'count'),
    engagements: sum(
      col('Likes', 'count'),
      col('Comments', 'count', { blank: 0 }),
      col('Shares', 'count', { blank: 0 }),
    ),
  },
});
