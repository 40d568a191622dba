import { namesIn } from '../core/names-in.ts';
import { meta, postsByDay } from './posts.ts';
import { col, constant, defineSource, first, sum } from './source.ts';

const page = namesIn`
  Page ID | Seiten-ID | ID der Seite | Identifiant de la Page | ID de la Page | Identificador de la página
`;
const published = ['Publish time', ...meta.published];
const part = (names: readonly string[]) => col(names, 'count', { blank: 0 });

export default defineSource({
  id: 'facebook-posts',
  title: 'Meta Business Suite: Facebook posts, Export',
  titleFr: 'Meta Business Suite\u00a0: publications Facebook, Exporter',
  tool: 'Meta',
  doc: 'Figures are totals since publication, booked on the day of the post; of two exports the newer replaces the older, post by post. The columns vary from month to month. Times are those of the file. In an export by day (`Date` holds days) figures are booked on their day and reach is left out: people reached on two days would count twice; beside figures since publication those of the same posts by day are left out. An id that a spreadsheet rounded is replaced by the permalink.',
  signature: { all: [meta.id, page, published] },
  decimal: '.',
  kind: 'social',
  derive: postsByDay.derive,
  fields: {
    ...postsByDay.fields,
    network: constant('facebook'),
    impressions: col(meta.views, 'count'),
    engagements: first(
      col(
        namesIn`
          Reactions, Comments and Shares | Reaktionen, Kommentare und geteilte Inhalte
          Réactions, commentaires et partages
        `,
        'count',
      ),
      sum(part(['Reactions', 'Reaktionen', 'Réactions', ...meta.likes]), part(meta.comments), part(meta.shares)),
    ),
    link_clicks: col(meta.links, 'count'),
  },
});
