import { namesIn } from '../core/names-in.ts';
import type { Text } from '../core/text.ts';
import { explorationLine, names, ownDimensions, ownMetrics, repeating, reportLine, stacked } from './ga4.ts';
import type { Unread } from './unread-file.ts';

/* Tables of web analytics that have neither sessions by day nor anything that completes them. */

const acquisition: Text = {
  en: 'it has no sessions; export Reports, Acquisition, Traffic acquisition',
  fr: "il n'a pas de sessions\u00a0; exportez Rapports, Acquisition, Acquisition de trafic",
};

const orders: Text = {
  en: 'its rows are sums of orders, not orders: the customers, the items and the days of refunds are lost in them; export the orders',
  fr: 'ses lignes additionnent des commandes\u00a0: les clients, les articles et les jours des remboursements y sont perdus\u00a0; exportez les commandes',
};

/** With and without underscores, as exports and queries write them. */
const both = (...names: string[]): string[] => names.flatMap((name) => [name, name.replaceAll(' ', '_')]);

const netSales = [...both('Net sales'), 'Ventes nettes', 'Nettoumsatz', 'Ventas netas'];
const ofOrders = namesIn`
  Order | Order # | Order ID | Order name | Order number | Name | Commande | N° de commande | Numéro de commande
  Nom de la commande | Event Type
`;

/** The lines that GA4 writes above a report. */
const property = /^(property|propriété|propriedad|property-name|속성) ?:/i;
const start = /^(start date|date de début|startdatum|fecha de inicio|시작일) ?:/i;

export const unreadVisits: readonly Unread[] = [
  {
    id: 'ga4-comparison',
    signature: {
      all: [
        ['Date range', 'Plage de dates', 'Zeitraum', 'Intervalo de fechas'],
        ['Sessions', 'Sitzungen', 'Sesiones', 'Engaged sessions', 'Sessions avec engagement'],
      ],
    },
    is: {
      en: 'Google Analytics 4: a comparison of periods',
      fr: 'Google Analytics 4\u00a0: une comparaison de périodes',
    },
    because: {
      en: 'it holds two periods in one table; remove the comparison and export one period',
      fr: 'il contient deux périodes dans un seul tableau\u00a0; retirez la comparaison et exportez une seule période',
    },
  },
  {
    // Other tables may have segments that share nothing: this needs what only Google Analytics writes.
    id: 'ga4-segments',
    signature: [
      { all: [stacked, names.sessions, [...ownDimensions, ...ownMetrics]] },
      { all: [stacked, names.sessions], above: [reportLine] },
      { all: [stacked, names.sessions], above: [explorationLine] },
    ],
    is: {
      en: 'Google Analytics 4: segments or comparisons',
      fr: 'Google Analytics 4\u00a0: des segments ou des comparaisons',
    },
    because: {
      en: 'one session is in several of its segments; remove the segments and comparisons and export all users',
      fr: 'une même session figure dans plusieurs de ses segments\u00a0; retirez les segments et comparaisons et exportez tous les utilisateurs',
    },
  },
  {
    id: 'ga4-users',
    signature: [
      {
        all: [
          namesIn`
            First user primary channel group (*) | First user default channel group | First user source / medium
            First user source | First user medium | First user campaign
            Groupe de canaux principal pour le premier utilisateur (*)
            Groupe de canaux par défaut du premier utilisateur
          `,
        ],
        none: ['Sessions'],
      },
    ],
    is: {
      en: 'Google Analytics 4: User acquisition',
      fr: 'Google Analytics 4\u00a0: Acquisition de nouveaux utilisateurs',
    },
    because: acquisition,
  },
  {
    id: 'ga4-pages-and-events',
    signature: [
      {
        all: [
          ['Event name', "Nom de l'événement", 'Ereignisname'],
          ['Event count', "Nombre d'événements", 'Ereignisanzahl'],
        ],
        none: names.sessions,
      },
      {
        all: [
          namesIn`
            Page title and screen class | Page title and screen name | Page path and screen class
            Page path + query string | Titre de la page et classe de l'écran
            Chemin de la page et classe de l'écran | Seitenpfad und Bildschirmklasse
          `,
          ['Views', 'Vues', 'Aufrufe', 'Active users'],
        ],
        none: names.sessions,
      },
      {
        all: [
          ['Item name', "Nom de l'article", 'Artikelname'],
          ['Items viewed', 'Items purchased', 'Articles achetés', 'Item revenue'],
        ],
        none: names.sessions,
      },
      { all: [['Max daily revenue', 'Average daily revenue']] },
    ],
    is: {
      en: 'Google Analytics 4: pages, events or items',
      fr: 'Google Analytics 4\u00a0: pages, événements ou articles',
    },
    because: acquisition,
  },
  {
    id: 'ga4-sessions-of-parts',
    signature: [{ all: [names.sessions, repeating] }, { all: [names.sessions], above: [property, start] }],
    is: {
      en: 'Google Analytics 4: sessions by another dimension',
      fr: 'Google Analytics 4\u00a0: sessions par une autre dimension',
    },
    because: {
      en: 'its rows may hold only some of the sessions, or one session in several rows; export Reports, Acquisition, Traffic acquisition',
      fr: 'ses lignes peuvent ne contenir que certaines sessions, ou une même session plusieurs fois\u00a0; exportez Rapports, Acquisition, Acquisition de trafic',
    },
  },
  {
    // Any other report: `Retention overview`, `Demographic details`, an overview without a block of sessions.
    id: 'ga4-other-report',
    signature: { all: [], above: [property, start] },
    is: {
      en: 'Google Analytics 4: a report without sessions',
      fr: 'Google Analytics 4\u00a0: un rapport sans sessions',
    },
    because: acquisition,
  },
  {
    id: 'ga4-other-language',
    signature: { all: [], above: [/^-{20,}$/, /^[^:：]{2,40}[:：]\s*\d{8}$/u] },
    is: {
      en: 'Google Analytics 4: a report in another language',
      fr: 'Google Analytics 4\u00a0: un rapport dans une autre langue',
    },
    because: {
      en: 'the names of its columns are not known; set the language of Google Analytics to English, French, German or Spanish and export it again',
      fr: "les noms de ses colonnes sont inconnus\u00a0; réglez la langue de Google Analytics sur l'anglais, le français, l'allemand ou l'espagnol et exportez-le à nouveau",
    },
  },
  {
    id: 'universal-analytics-hours',
    signature: {
      all: [
        ['Hour Index', 'Week Index', 'Month Index'],
        ['Sessions', 'Users', 'Pageviews'],
      ],
    },
    is: { en: 'Universal Analytics: a chart', fr: 'Universal Analytics\u00a0: un graphique' },
    because: {
      en: 'its rows are counted hours, weeks or months, without dates; export it with the chart set to Day',
      fr: 'ses lignes sont des heures, semaines ou mois numérotés, sans dates\u00a0; exportez-le avec le graphique réglé sur Jour',
    },
  },
  {
    id: 'universal-analytics-pages',
    signature: {
      all: [
        ['Pageviews', 'Pages vues'],
        ['Unique Pageviews', 'Avg. Time on Page', 'Consultations uniques'],
      ],
    },
    is: { en: 'Universal Analytics: pages', fr: 'Universal Analytics\u00a0: pages' },
    because: {
      en: 'one session has many pages; export Acquisition, All Traffic, Channels',
      fr: 'une session compte plusieurs pages\u00a0; exportez Acquisition, Tout le trafic, Canaux',
    },
  },
  {
    id: 'shopify-sales',
    signature: [
      {
        all: [
          netSales,
          [...both('Total sales', 'Gross sales'), 'Ventes totales', 'Ventes brutes', 'Gesamtumsatz', 'Ventas totales'],
        ],
        none: [...ofOrders, 'Currency', 'Devise'],
      },
    ],
    is: { en: 'Shopify: Analytics, Reports, sales', fr: 'Shopify\u00a0: Analyses, Rapports, ventes' },
    because: orders,
  },
  {
    id: 'plausible-sums',
    signature: [
      { all: ['name', 'visitors', ['bounce_rate', 'conversion_rate', 'time_on_page', 'percentage']], none: ['date'] },
      { all: ['name', ['unique_entrances', 'unique_exits', 'unique_conversions']] },
      { all: ['property', 'value', 'visitors', 'events'], none: ['date'] },
    ],
    is: { en: 'Plausible: sums of a period', fr: "Plausible\u00a0: sommes d'une période" },
    because: {
      en: 'it has no days; visitors.csv of the same archive has them, and Export data in the settings has sources by day',
      fr: "il n'a pas de jours\u00a0; visitors.csv de la même archive les a, et Exporter les données, dans les réglages, donne les sources par jour",
    },
  },
  {
    id: 'plausible-tables',
    signature: [
      { all: ['date', 'visitors', ['entry_page', 'exit_page', 'browser', 'operating_system'], 'visit_duration'] },
      { all: ['date', 'visitors', ['exits', 'entrances']] },
      { all: ['date', 'hostname', 'page', 'visits', 'visitors'] },
      { all: ['date', 'visitors', 'events', ['link_url', 'path', 'name']] },
      { all: ['date', ['browser', 'operating_system'], 'visits', 'visitors'] },
    ],
    is: { en: 'Plausible: pages, browsers or events', fr: 'Plausible\u00a0: pages, navigateurs ou événements' },
    because: {
      en: 'imported_visitors and imported_sources of the same archive have its visits',
      fr: 'imported_visitors et imported_sources, dans la même archive, ont ses visites',
    },
  },
  {
    id: 'fathom-tables',
    signature: { all: ['datetime', 'pageviews', ['uniques', 'visitors'], ['pathname', 'browser', 'operating_system']] },
    is: { en: 'Fathom: pages or browsers', fr: 'Fathom\u00a0: pages ou navigateurs' },
    because: {
      en: 'the file of site totals of the same export has its visitors',
      fr: 'le fichier des totaux du site, dans le même export, a ses visiteurs',
    },
  },
  {
    id: 'umami-data',
    signature: { all: [['website_event_id', 'session_id'], 'data_key', 'data_type'] },
    is: { en: 'Umami: properties of events or sessions', fr: 'Umami\u00a0: propriétés des événements ou des sessions' },
    because: {
      en: 'website_event.csv of the same archive has the visits',
      fr: 'website_event.csv, dans la même archive, a les visites',
    },
  },
];
