import { count, day, number, spanDays, text } from './field-types.ts';
import { defineRecord } from './record.ts';

/** What a search engine showed of the site, without ads, on a day or in a span of days. */
export const search = defineRecord({
  words: {
    one: { en: 'organic search', fr: 'recherche naturelle' },
    export: { en: 'an export of Google Search Console', fr: 'un export de Google Search Console' },
  },
  booked: 'day',
  ofAccounts: true,
  measured: ['clicks', 'impressions'],
  sums: ['clicks', 'impressions'],
  ways: [
    ['date', 'clicks', 'impressions'],
    ['date_from', 'date_to', 'clicks', 'impressions'],
  ],
  derived: ['position_weight'],
  fields: {
    date: day({ doc: { en: 'Day of the row.', fr: 'Jour de la ligne.' }, names: ['day', 'jour'] }),
    ...spanDays,
    clicks: count({
      doc: { en: 'Clicks on results, without ads.', fr: 'Clics sur les résultats, hors annonces.' },
      required: true,
      names: ['clics', 'search_clicks', 'organic_clicks', 'url_clicks'],
    }),
    impressions: count({
      doc: { en: 'Times a result was shown.', fr: "Nombre d'affichages d'un résultat." },
      required: true,
      names: ['affichages', 'search_impressions', 'organic_impressions'],
    }),
    position: number({
      doc: { en: 'Mean position of the row.', fr: 'Position moyenne de la ligne.' },
      names: ['average_position', 'avg._position', 'avg_position', 'position_moyenne', 'rang_moyen'],
    }),
    country: text({ doc: { en: 'ISO 3166 code or name.', fr: 'Code ISO 3166 ou nom du pays.' }, names: ['pays'] }),
    device: text({
      doc: { en: 'desktop, mobile, tablet.', fr: 'desktop (ordinateur), mobile, tablet (tablette).' },
      names: ['device_category', 'appareil'],
    }),
    query: text({
      doc: { en: 'What was searched for.', fr: 'Ce qui était recherché.' },
      names: ['search_query', 'keyword', 'requete', 'requête', 'mot_cle', 'mot-clé', 'mot_clé'],
    }),
    page: text({
      doc: { en: 'Page that was shown.', fr: 'Page affichée.' },
      names: ['url', 'landing_page', 'adresse', 'page_de_destination'],
    }),
  },
});
