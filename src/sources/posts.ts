import { namesIn } from '../core/names-in.ts';
import { postOnDay } from '../records/social.ts';
import { col, type From, first, type Source } from './source.ts';

/** Each row is a post. */
export const onePost: From<'count'> = { op: 'constant', value: '1', as: { type: 'count' } };

/** An id that a spreadsheet has not rounded to `1.22158E+17`; else the address of the post, which names it as well. */
export const postIdOf = (id: string, address: string): string => {
  const isWhole = id.trim() !== '' && !/\de\+\d/i.test(id);
  return isWhole || address.trim() === '' ? id : address.trim();
};

/** Columns of Meta: with an English header the month comes first; in other languages the cells show it. */
export const metaDay = (english: string, others: readonly string[]): From<'day'> =>
  first(col(english, 'day', { usualOrder: 'mdy' }), col(others, 'day'));

/** The names of Meta's columns that its exports of posts share: English, then German, French, Spanish and Portuguese. */
export const meta = {
  id: namesIn`
    Post ID | Beitrags-ID | Post-ID | Identifiant de la publication | ID de la publication
    Identificador de la publicación | Identificação do post
  `,
  published: namesIn`
    Veröffentlichungszeit | Veröffentlichungszeitpunkt | Zeitpunkt der Veröffentlichung | Heure de publication
    Hora de publicación | Horário de publicação
  `,
  address: ['Permalink', 'Permalien', 'Lien permanent', 'Dauerhafter Link', 'Enlace permanente', 'Link permanente'],
  views: ['Views', 'Impressions', 'Aufrufe', 'Impressionen', 'Vues', 'Visualizaciones', 'Impresiones', 'Visualizações'],
  reach: ['Reach', 'Reichweite', 'Couverture', 'Portée', 'Alcance'],
  likes: namesIn`
    Likes | Reactions | Gefällt mir | Gefällt mir-Angaben | "Gefällt mir"-Angaben | „Gefällt mir“-Angaben
    Reaktionen | J'aime | Mentions J'aime | Mentions « J'aime » | Réactions | Me gusta | Reacciones | Curtidas
    Reações
  `,
  comments: ['Comments', 'Kommentare', 'Commentaires', 'Comentarios', 'Comentários'],
  shares: namesIn`
    Shares | Geteilte Inhalte | Mal geteilt | Geteilt | Teilungen | Partages | Veces que se compartió
    Compartilhamentos
  `,
  links: namesIn`
    Link Clicks | Link-Klicks | Linkklicks | Clics sur un lien | Clics sur le lien | Clics sur les liens
    Clics en el enlace | Cliques no link
  `,
};

const published = ['Publish time', ...meta.published];
const dated = ['Date', 'Datum', 'Fecha', 'Data'];

const hasDay = (date: string): boolean => /\d/.test(date);
/** `03/01/2026 18:12` and `2026-03-01` as one text. */
const dayText = (text: string): string =>
  text
    .trim()
    .replace(/^(\d{2})\/(\d{2})\/(\d{4}).*$/, '$3-$1-$2')
    .slice(0, 10);

/** In an export by day a post counts on the day it was published only. */
const postsOf = (time: string, date: string): string => (!hasDay(date) || dayText(date) === dayText(time) ? '1' : '0');

/**
 * Meta exports posts with their figures since publication (`Date` holds `Lifetime`), or by day (it holds days). Then the figures are
 * of that day, and those of people reached are left out: who was reached on two days would count twice.
 */
export const postsByDay = {
  derive: [
    { name: 'day of figures', from: ['Date'], text: (date = '') => (hasDay(date) ? date : '') },
    { name: 'day of figures, translated', from: [dated.slice(1)], text: (date = '') => (hasDay(date) ? date : '') },
    {
      name: 'id of post',
      from: [meta.id, meta.address, dated],
      text: (id = '', address = '', date = '') => {
        const post = postIdOf(id, address);
        return hasDay(date) ? postOnDay(post, dayText(date)) : post;
      },
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
    post_id: col('id of post'),
    posts: col('posts of day', 'count'),
    reach: col('reach since publication', 'count'),
  },
} satisfies Pick<Source, 'derive' | 'fields'>;
