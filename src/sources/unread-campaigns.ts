import { namesIn } from '../core/names-in.ts';
import type { Text } from '../core/text.ts';
import type { Unread } from './unread-file.ts';
import { youtubeContent, youtubeDate, youtubeTitle } from './youtube-table.ts';

/* Reports of ads, search, social networks and mailings that have nothing to count, or repeat what another report has. */

const searchType = /^(search type|type de recherche|suchtyp|tipo de (búsqueda|ricerca))$/i;

const videos: Text = {
  en: 'the figures of all videos are in `Table data.csv` of the export by content',
  fr: "les chiffres de toutes les vidéos sont dans `Table data.csv` de l'export par contenu",
};

const sameCost: Text = {
  en: 'it repeats the cost of the report by campaign in other parts, without dates; export the campaigns by day',
  fr: 'il répète le coût du rapport par campagne sous une autre répartition, sans dates\u00a0; exportez les campagnes par jour',
};
const noCost: Text = {
  en: 'it has no cost; export the campaigns by day',
  fr: "il n'a pas de coût\u00a0; exportez les campagnes par jour",
};
const searches: Text = {
  en: 'it repeats the cost of the report by campaign by what people searched for, and leaves out searches; export the campaigns by day',
  fr: 'il répète le coût du rapport par campagne selon les termes recherchés, et en omet\u00a0; exportez les campagnes par jour',
};

export const unreadCampaigns: readonly Unread[] = [
  {
    id: 'google-ads-cards',
    signature: [
      { all: ['Network', 'Clicks', 'Cost', 'Avg. CPC'] },
      { all: ['Search Keyword', 'Cost', ['Match type', 'Criterion Status', 'Clicks']], none: ['Impr.'] },
      { all: ['Search', 'Cost', 'Clicks', 'Impressions'] },
      { all: ['Word', 'Top Containing Queries'] },
    ],
    is: { en: 'Google Ads: a card of the overview', fr: "Google Ads\u00a0: une carte de la vue d'ensemble" },
    because: sameCost,
  },
  {
    id: 'google-ads-cards-without-cost',
    signature: [
      { all: ['Percent of known total', ['Age Range', 'Gender']] },
      { all: ['Start Hour', 'Impressions'], none: ['Cost'] },
      {
        all: ['Day', 'Impressions'],
        none: namesIn`
          Cost | Spend | Clicks | Reach | Network | Campaign | Engagements | Views | Page | Query | Date
        `,
      },
      { all: ['Location Name', 'Impressions'], none: ['Cost', 'Clicks'] },
      { all: [['Optimisation score', 'Optimization score'], 'Campaign Name'], none: ['Cost'] },
    ],
    is: { en: 'Google Ads: a card without cost', fr: 'Google Ads\u00a0: une carte sans coût' },
    because: noCost,
  },
  {
    id: 'google-ads-search-terms',
    signature: {
      all: [
        namesIn`
          Search term | Terme de recherche | Suchbegriff | Término de búsqueda | Termo de pesquisa
          Termine di ricerca | Zoekterm
        `,
        ['Cost', 'Coût', 'Kosten', 'Coste', 'Costo', 'Custo'],
      ],
    },
    is: { en: 'Google Ads: Search terms', fr: 'Google Ads\u00a0: Termes de recherche' },
    because: searches,
  },
  {
    id: 'microsoft-ads-search-terms',
    signature: { all: [['SearchQuery', 'Search query', 'Search term'], 'Spend'] },
    is: { en: 'Microsoft Advertising: Search terms', fr: 'Microsoft Advertising\u00a0: Termes de recherche' },
    because: searches,
  },
  {
    id: 'linkedin-demographics',
    signature: {
      all: [
        namesIn`
          Job Title Segment | Job Function Segment | Job Seniority Segment | Company Segment | Company Name Segment
          Company Industry Segment | Company Size Segment | Country Segment | Region Segment | County Segment
          Location Segment | Country/Region Segment | Age Segment | Gender Segment
        `,
      ],
    },
    is: { en: 'LinkedIn Ads: Demographics', fr: 'LinkedIn Ads\u00a0: Données démographiques' },
    because: {
      en: 'it describes an audience, without dates; export the performance of campaigns by day',
      fr: 'il décrit une audience, sans dates\u00a0; exportez la performance des campagnes par jour',
    },
  },
  {
    id: 'search-console-filters',
    signature: {
      all: [
        ['Filter', 'Filtre', 'Filtro'],
        ['Value', 'Valeur', 'Wert', 'Valor', 'Valore'],
      ],
      none: ['Clicks', 'Date'],
    },
    is: { en: 'Google Search Console: Filters', fr: 'Google Search Console\u00a0: Filtres' },
    because: { en: 'it names the filters of a download', fr: "il nomme les filtres d'un téléchargement" },
    unless: {
      rows: ([name = '', value = '']) =>
        name !== '' && !/^(date|datum|fecha|data)$/i.test(name) && !(searchType.test(name) && /^web$/i.test(value)),
      code: 'export_filtered',
      because: {
        en: 'it says that the tables beside it are filtered, so their clicks are not those of the whole site',
        fr: "il indique que les tableaux qui l'accompagnent sont filtrés\u00a0: leurs clics ne sont pas ceux de tout le site",
      },
    },
  },
  {
    id: 'search-console-appearance',
    signature: {
      all: [
        namesIn`
          Search Appearance | Apparence dans les résultats de recherche | Darstellung in der Suche
          Aspecto en la búsqueda
        `,
        ['Clicks', 'Clics', 'Klicks'],
        ['Impressions', 'Impressionen', 'Impresiones'],
      ],
    },
    is: {
      en: 'Google Search Console: Search appearance',
      fr: 'Google Search Console\u00a0: Apparence dans les résultats de recherche',
    },
    because: {
      en: 'one result has several appearances; `Chart.csv` has the clicks of the site',
      fr: 'un résultat a plusieurs apparences\u00a0; `Graphique.csv` (`Chart.csv`) donne les clics du site',
    },
  },
  {
    id: 'search-console-comparison',
    signature: {
      all: [],
      like: [
        / (clicks|clics|klicks)$/i,
        / (impressions|impressionen|impresiones)$/i,
        / (ctr|klickrate)$/i,
        / position$/i,
      ],
    },
    is: {
      en: 'Google Search Console: a comparison of two periods',
      fr: 'Google Search Console\u00a0: une comparaison de deux périodes',
    },
    because: {
      en: 'nothing says which days its rows are of; export each period without comparing',
      fr: "rien n'indique de quels jours sont ses lignes\u00a0; exportez chaque période sans comparer",
    },
  },
  {
    id: 'mailchimp-campaign-report',
    signature: { all: ['Title:'], above: [/^"?(email )?campaign report/i] },
    is: { en: 'Mailchimp: report of one campaign', fr: "Mailchimp\u00a0: rapport d'une campagne" },
    because: {
      en: 'it is no table; export all campaigns (Campaigns, Export as CSV)',
      fr: "ce n'est pas un tableau\u00a0; exportez toutes les campagnes (Campagnes, Exporter au format CSV)",
    },
  },
  {
    id: 'meta-audience',
    signature: { all: ['Age', 'Women', 'Men'] },
    is: { en: 'Meta: audience of a page', fr: "Meta\u00a0: audience d'une page" },
    because: { en: 'it describes followers, not activity', fr: 'il décrit les abonnés, pas une activité' },
  },
  {
    id: 'meta-page-figure',
    signature: { all: ['Date', 'Primary'], above: [/./] },
    is: { en: 'Meta: a figure of a page', fr: "Meta\u00a0: un chiffre d'une page" },
    because: {
      en: 'no KPI counts it; export follows, reach, views, interactions or link clicks',
      fr: 'aucun KPI ne le compte\u00a0; exportez les nouveaux abonnés, la couverture, les vues, les interactions ou les clics sur les liens',
    },
  },
  {
    id: 'youtube-chart',
    signature: { all: [youtubeContent, youtubeTitle, youtubeDate] },
    is: { en: 'YouTube Studio: Chart data', fr: 'YouTube Studio\u00a0: Chart data' },
    because: videos,
  },
  {
    id: 'youtube-breakdown',
    signature: {
      all: [
        namesIn`
          Traffic source | Geography | Viewer age | Viewer gender | Device type | Subscription status
          Source de trafic | Zone géographique | Traffic-Quelle | Geografie | Fuente de tráfico
        `,
        namesIn`
          Watch time (hours) | Watch time (minutes) | Durée de visionnage (heures) | Wiedergabezeit (Stunden)
          Tiempo de visualización (horas)
        `,
      ],
    },
    is: { en: 'YouTube Studio: views by audience', fr: 'YouTube Studio\u00a0: vues par audience' },
    because: videos,
  },
  {
    id: 'klaviyo-custom-report',
    signature: { all: ['Campaign Message Channel', ['List/Segment', 'Group Id']] },
    is: { en: 'Klaviyo: custom report', fr: 'Klaviyo\u00a0: rapport personnalisé' },
    because: {
      en: 'it is grouped by segment, without days; export the campaigns',
      fr: 'il est groupé par segment, sans jours\u00a0; exportez les campagnes',
    },
  },
];
