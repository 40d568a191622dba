import { meta, metaDay, postIdOf } from './posts.ts';
import { col, constant, defineSource, first, sum } from './source.ts';

const page = [
  'Page ID',
  'Seiten-ID',
  'ID der Seite',
  'Identifiant de la Page',
  'ID de la Page',
  'Identificador de la página',
];
const published = ['Publish time', ...meta.published];
const dated = ['Date', 'Datum', 'Fecha'];

const hasDay = (date: string): boolean => /\d/.test(date);
/** `03/01/2026 18:12` and `2026-03-01` as one text. */
const dayText = (text: string): string =>
  text
    .trim()
    .replace(/^(\d{2})\/(\d{2})\/(\d{4}).*$/, '$3-$1-$2')
    .slice(0, 10);

/** In an export by day a post counts on the day it was published only. */
const postsOf = (time: string, date: string): string => (!hasDay(date) || dayText(date) === dayText(time) ? '1' : '0');

const part = (names: readonly string[]) => col(names, 'count', { blank: 0 });

export default defineSource({
  id: 'facebook-posts',
  title: 'Meta Business Suite: Facebook posts, Export',
  titleFr: 'Meta Business Suite\u00a0: publications Facebook, Exporter',
  tool: 'Meta',
  doc: 'Figures are totals since publication, booked on the day of the post; of two exports the newer replaces the older, post by post. The columns vary from month to month. Times are those of the file. In an export by day (`Date` holds days) figures are booked on their day and reach is left out: people reached on two days would count twice. An id that a spreadsheet rounded is replaced by the permalink.',
  form: 'csv',
  signature: { all: [meta.id, page, published] },
  layout: 'table',
  decimal: '.',
  kind: 'social',
  derive: [
    { name: 'day of figures', from: ['Date'], text: (date = '') => (hasDay(date) ? date : '') },
    { name: 'day of figures, translated', from: [['Datum', 'Fecha']], text: (date = '') => (hasDay(date) ? date : '') },
    {
      name: 'id of post',
      from: [meta.id, meta.address, dated],
      text: (id = '', address = '', date = '') =>
        [postIdOf(id, address), ...(hasDay(date) ? [dayText(date)] : [])].join(' '),
    },
    { name: 'posts of day', from: [published, dated], text: (time = '', date = '') => postsOf(time, date) },
    {
      name: 'reach since publication',
      from: [meta.reach, dated],
      text: (reach = '', date = '') => (hasDay(date) ? '' : reach),
    },
  ],
  fields: {
    date: first(metaDay('day of figures', ['day of figures, translated']), metaDay('Publish time', meta.published)),
    network: constant('facebook'),
    post_id: col('id of post'),
    posts: col('posts of day', 'count'),
    impressions: col(meta.views, 'count'),
    reach: col('reach since publication', 'count'),
    engagements: first(
      col(
        [
          'Reactions, Comments and Shares',
          'Reaktionen, Kommentare und geteilte Inhalte',
          'Réactions, commentaires et partages',
        ],
        'count',
      ),
      sum(part(['Reactions', 'Reaktionen', 'Réactions', ...meta.likes]), part(meta.comments), part(meta.shares)),
    ),
    link_clicks: col(meta.links, 'count'),
  },
});
