import { col, type From, first } from './source.ts';

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
  id: [
    'Post ID',
    'Beitrags-ID',
    'Post-ID',
    'Identifiant de la publication',
    'ID de la publication',
    'Identificador de la publicación',
    'Identificação do post',
  ],
  published: [
    'Veröffentlichungszeit',
    'Veröffentlichungszeitpunkt',
    'Zeitpunkt der Veröffentlichung',
    'Heure de publication',
    'Hora de publicación',
    'Horário de publicação',
  ],
  address: ['Permalink', 'Permalien', 'Lien permanent', 'Dauerhafter Link', 'Enlace permanente', 'Link permanente'],
  views: ['Views', 'Impressions', 'Aufrufe', 'Impressionen', 'Vues', 'Visualizaciones', 'Impresiones', 'Visualizações'],
  reach: ['Reach', 'Reichweite', 'Couverture', 'Portée', 'Alcance'],
  likes: [
    ...['Likes', 'Reactions', 'Gefällt mir', 'Gefällt mir-Angaben', '"Gefällt mir"-Angaben', '„Gefällt mir“-Angaben'],
    ...[
      'Reaktionen',
      "J'aime",
      "Mentions J'aime",
      "Mentions « J'aime »",
      'Réactions',
      'Me gusta',
      'Reacciones',
      'Curtidas',
      'Reações',
    ],
  ],
  comments: ['Comments', 'Kommentare', 'Commentaires', 'Comentarios', 'Comentários'],
  shares: [
    'Shares',
    'Geteilte Inhalte',
    'Mal geteilt',
    'Geteilt',
    'Teilungen',
    'Partages',
    'Veces que se compartió',
    'Compartilhamentos',
  ],
  links: [
    'Link Clicks',
    'Link-Klicks',
    'Linkklicks',
    'Clics sur un lien',
    'Clics sur le lien',
    'Clics sur les liens',
    'Clics en el enlace',
    'Cliques no link',
  ],
};
