import { namesIn } from '../core/names-in.ts';
import { meta, postsByDay } from './posts.ts';
import { col, constant, defineSource, sum } from './source.ts';

const account = namesIn`
  Account username | Benutzername des Kontos | Konto-Benutzername | Kontobenutzername | Account-Benutzername
  Nom d'utilisateur du compte | Nom d’utilisateur du compte | Nom d'utilisateur | Nombre de usuario de la cuenta
  Nome de usuário da conta
`;
const saves = namesIn`
  Saves | Gespeicherte Inhalte | Gespeicherte Elemente | Gespeichert | Mal gespeichert | Speicherungen
  Enregistrements | Éléments enregistrés | Veces que se guardó | Salvamentos
`;

const part = (names: readonly string[]) => col(names, 'count', { blank: 0 });

export default defineSource({
  id: 'instagram-posts',
  title: 'Meta Business Suite: Instagram posts or stories, Export',
  titleFr: 'Meta Business Suite\u00a0: publications ou stories Instagram, Exporter',
  tool: 'Meta',
  doc: 'Figures are totals since publication, booked on the day of the post; of two exports the newer replaces the older, post by post. In an export by day (`Date` holds days) figures are booked on their day and reach is left out, as for Facebook. English, German, French, Spanish and Portuguese headers. `Follows` are the new followers of a post, not all of the account, and are not read. Stories count as posts, their replies as comments. An id that a spreadsheet rounded is replaced by the permalink.',
  signature: { all: [meta.id, account, ['Publish time', ...meta.published]] },
  decimal: '.',
  kind: 'social',
  derive: postsByDay.derive,
  fields: {
    ...postsByDay.fields,
    network: constant('instagram'),
    impressions: col(meta.views, 'count'),
    engagements: sum(
      part(meta.likes),
      part(meta.comments),
      part(['Replies', 'Antworten', 'Réponses', 'Respuestas', 'Respostas']),
      part(meta.shares),
      part(saves),
    ),
    link_clicks: col(meta.links, 'count'),
  },
});
