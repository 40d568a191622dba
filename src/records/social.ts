import { count, day, id, spanDays, text } from './field-types.ts';
import { defineRecord } from './record.ts';

/** The id of the figures that a post had on one day (`2026-11-02`), in an export of posts by day. */
export const postOnDay = (post: string, day: string): string => `${post} ${day}`;

/** The post of such an id; null for any other. An id may be followed by what its network is called. */
export function postOfDay(id: string): string | null {
  const [, post, network = ''] = /^(.+) \d{4}-\d{2}-\d{2}( \S.*)?$/.exec(id) ?? [];
  return post === undefined ? null : `${post}${network}`;
}

/** A day, post or span of days of a network's account. */
export const social = defineRecord({
  words: {
    one: { en: 'social', fr: 'réseaux sociaux' },
    export: {
      en: 'an export of a social network (Instagram, TikTok, LinkedIn, …)',
      fr: "un export d'un réseau social (Instagram, TikTok, LinkedIn, …)",
    },
  },
  booked: 'day',
  ofAccounts: true,
  id: 'post_id',
  measured: ['followers', 'impressions', 'reach', 'engagements'],
  ways: [
    ['date', 'network', ['posts', 'impressions', 'reach', 'engagements', 'followers', 'new_followers']],
    ['date_from', 'date_to', 'network', ['posts', 'impressions', 'reach', 'engagements', 'followers', 'new_followers']],
  ],
  derived: ['gained', 'account_number'],
  fields: {
    date: day({
      doc: { en: 'Day of the row, or of the post.', fr: 'Jour de la ligne, ou de la publication.' },
      names: ['day', 'jour', 'published_at'],
    }),
    ...spanDays,
    post_id: id({
      doc: {
        en: 'The post, in a list of posts: of two exports the newer has its figures.',
        fr: 'La publication, dans une liste de publications\u00a0: de deux exports, le plus récent donne ses chiffres.',
      },
      names: ['post', 'id_publication', 'permalink'],
    }),
    network: text({
      doc: { en: 'instagram, facebook, …', fr: 'instagram, facebook ou un autre réseau.' },
      required: true,
      names: ['platform', 'reseau', 'réseau', 'plateforme'],
    }),
    posts: count({ doc: { en: 'Posts published.', fr: 'Publications mises en ligne.' }, names: ['publications'] }),
    impressions: count({ doc: { en: 'Times shown.', fr: "Nombre d'affichages." }, names: ['views', 'vues'] }),
    reach: count({
      doc: { en: 'People reached.', fr: 'Personnes touchées.' },
      names: ['portee', 'portée', 'couverture'],
    }),
    engagements: count({
      doc: { en: 'Likes, comments, shares, saves.', fr: "Mentions J'aime, commentaires, partages, enregistrements." },
      names: ['interactions'],
    }),
    link_clicks: count({ doc: { en: 'Clicks on links.', fr: 'Clics sur les liens.' }, names: ['clics', 'clics_lien'] }),
    followers: count({
      doc: { en: 'Followers at the end of the day or span.', fr: "Abonnés à la fin de la journée ou de l'intervalle." },
      names: ['abonnes', 'abonnés'],
    }),
    new_followers: count({
      doc: {
        en: 'Followers gained in the day or span, less those lost: a difference, never the number of followers.',
        fr: "Abonnés gagnés dans la journée ou l'intervalle, moins les abonnés perdus\u00a0: une différence, jamais le nombre d'abonnés.",
      },
      names: ['net_followers', 'followers_delta', 'nouveaux_abonnes', 'nouveaux_abonnés', 'gain_abonnes'],
    }),
  },
});
