import { onePost } from './posts.ts';
import { col, constant, defineSource, sum, yearless } from './source.ts';

const part = (name: string) => col(name, 'count', { blank: 0 });

export default defineSource({
  id: 'tiktok-content',
  title: 'TikTok Studio: Analytics, Content, Download data',
  titleFr: 'TikTok Studio\u00a0: Statistiques, Contenu, Télécharger les données',
  tool: 'TikTok',
  doc: "A row per video. Figures are totals since publication, booked on the day of the post; of two exports the newer replaces the older, video by video. Post times with a year are read as they are. Days have no year: the newest is in the year of `to` in `sources` of kpi.yaml, else that of the file's name, else the last year in which no day is after the day of the run. Month names in English, French, German, Spanish, Italian, Dutch and Portuguese.",
  signature: { all: ['Video link', 'Post time', 'Total views'] },
  decimal: '.',
  kind: 'social',
  fields: {
    date: yearless('Post time'),
    network: constant('tiktok'),
    post_id: col('Video link'),
    posts: onePost,
    impressions: col('Total views', 'count'),
    engagements: sum(part('Total likes'), part('Total comments'), part('Total shares'), part('Add to favorites')),
  },
});
