import { namesIn } from '../core/names-in.ts';
import { shareWithin } from './shares.ts';
import {
  col,
  estimate,
  type FieldsFrom,
  first,
  nthDay,
  preamble,
  product,
  type Signature,
  type Source,
  span,
  split,
  type UnitNames,
} from './source.ts';

/*
 * What the two CSV exports of Google Analytics 4 share. The headers are in the language of the interface, the words for
 * channels, mediums and devices are English in every language.
 */

/** An item has up to five categories, the first without a number. */
const numbered = (name: string): string[] => ['', ' 2', ' 3', ' 4', ' 5'].map((level) => `${name}${level}`);

/** German names with both dashes. */
const de = (...names: string[]) => names.flatMap((name) => [`Sitzung - ${name}`, `Sitzung – ${name}`]);

export const names = {
  date: ['Date', 'Datum', 'Fecha'],
  hour: namesIn`
    Date + hour (*) | Date and hour (*) | Date + heure (*) | Date et heure (*) | Datum + Stunde (*)
    Datum und Stunde (*) | Fecha y hora (*) | Fecha + hora (*)
  `,
  nthDay: ['Nth day', 'Nᵉ jour', 'Nième jour', 'N-ter Tag', 'Enésimo día'],
  sourceMedium: namesIn`
    Session source / medium | Session source/medium | Session manual source / medium | Source/support de la session
    Source / support de la session | ${de('Quelle / Medium', 'Quelle/Medium')} | Fuente/medio de la sesión
    Fuente / medio de la sesión
  `,
  source: namesIn`
    Session source | Session manual source | Source de la session | ${de('Quelle')} | Fuente de la sesión | 세션 소스
  `,
  medium: namesIn`
    Session medium | Session manual medium | Support de la session | ${de('Medium')} | Medio de la sesión | 세션 매체
  `,
  campaign: namesIn`
    Session campaign | Session campaign name | Session manual campaign | Session manual campaign name
    Campagne de la session | ${de('Kampagne')} | Campaña de la sesión | 세션 캠페인
  `,
  channel: namesIn`
    Session primary channel group (*) | Session default channel group | Session default channel grouping
    Groupe de canaux principal de la session (*) | Groupe de canaux par défaut de la session
    Groupe de canaux par défaut pour la session
    ${de('primäre Channelgruppe (*)', 'Standard-Channelgruppe', 'Standardchannelgruppe')}
    Grupo de canales principal de la sesión (*) | Grupo de canales predeterminado de la sesión | 세션 기본 채널 그룹
  `,
  landingPage: namesIn`
    Landing page | Landing page + query string | Page de destination | Page de destination + chaîne de requête
    Landingpage | Landingpage + Abfragestring | Zielseite | Página de destino
    Página de destino y cadena de consulta | Página de destino + cadena de consulta
  `,
  device: ['Device category', "Catégorie d'appareil", 'Gerätekategorie', 'Categoría de dispositivo'],
  country: ['Country', 'Pays', 'Land', 'País'],
  sessions: ['Sessions', 'Sitzungen', 'Sesiones', '세션수'],
  engagedSessions: namesIn`
    Engaged sessions | Sessions avec engagement | Sitzungen mit Interaktionen | Sesiones con interacción
    Sesiones con interacciones | 참여 세션수
  `,
  engagementRate: namesIn`
    Engagement rate | Taux d'engagement | Engagement-Rate | Engagementrate | Interaktionsrate
    Porcentaje de interacciones | Tasa de interacción
  `,
  totalUsers: namesIn`
    Total users | Nombre total d'utilisateurs | Utilisateurs totaux | Total des utilisateurs | Nutzer insgesamt
    Gesamtzahl der Nutzer | Total de usuarios | Usuarios totales
  `,
  users: ['Users', 'Utilisateurs', 'Nutzer', 'Usuarios'],
  activeUsers: ['Active users', 'Utilisateurs actifs', 'Aktive Nutzer', 'Usuarios activos'],
  newUsers: ['New users', 'Nouveaux utilisateurs', 'Neue Nutzer', 'Usuarios nuevos', 'Nuevos usuarios'],
  views: ['Views', 'Vues', 'Aufrufe', 'Vistas', 'Visualizaciones'],
  viewsPerSession: ['Views per session', 'Vues par session', 'Aufrufe pro Sitzung', 'Vistas por sesión'],
  duration: namesIn`
    Average session duration | Durée moyenne des sessions | Durée moyenne de la session
    Durchschnittliche Sitzungsdauer | Duración media de la sesión
  `,
  engagementTime: namesIn`
    Average engagement time per session | Durée d'engagement moyenne par session
    Temps d'engagement moyen par session | Durchschnittliche Interaktionsdauer pro Sitzung
    Durchschn. Interaktionsdauer pro Sitzung | Tiempo de interacción medio por sesión
    Tiempo medio de interacción por sesión
  `,
  carts: ['Add to carts', 'Ajouts au panier', 'In den Einkaufswagen', 'Añadidos al carrito'],
  checkouts: ['Checkouts', 'Règlements', 'Passages à la caisse', 'Bezahlvorgänge', 'Pagos'],
  purchases: namesIn`
    Ecommerce purchases | Achats e-commerce | Achats d'e-commerce | E-Commerce-Käufe
    Compras en comercio electrónico | Purchases | Achats | Käufe | Compras | Transactions | Transaktionen
    Transacciones
  `,
  revenue: namesIn`
    Total revenue | Revenu total | Revenus totaux | Chiffre d'affaires total | Gesamtumsatz | Umsatz insgesamt
    Ingresos totales | 총 수익 | Purchase revenue | Revenus d'achat | Kaufumsatz | Ingresos por compras
  `,
};

/** Dimensions with the time of a row but not its day: a week of Google Analytics begins on Sunday, the first on 1 January. */
const units: readonly UnitNames[] = [
  {
    unit: 'us_week',
    names: namesIn`
      Week | Year week | Week of year | Semaine | Semaine de l'année | Année et semaine | Woche | Semana
    `,
  },
  {
    unit: 'iso_week',
    names: namesIn`
      ISO week of ISO year | ISO year ISO week | ISO week of the year | ISO week | Semaine ISO de l'année ISO
      Semaine ISO de l'année | Semaine ISO | ISO-Woche des ISO-Jahres | ISO-Woche des Jahres | ISO-Woche
      Semana ISO del año ISO | Semana ISO del año | Semana ISO
    `,
  },
  { unit: 'nth_week', names: ['Nth week', 'Nᵉ semaine', 'Nième semaine', 'N-te Woche', 'Enésima semana'] },
  {
    unit: 'month',
    names: namesIn`
      Month | Year month | Month of year | Mois | Année et mois | Mois de l'année | Monat | Jahr und Monat | Mes
      Año y mes
    `,
  },
  { unit: 'nth_month', names: ['Nth month', 'Nᵉ mois', 'Nième mois', 'N-ter Monat', 'Enésimo mes'] },
  { unit: 'year', names: ['Year', 'Année', 'Jahr', 'Año'] },
  { unit: 'iso_year', names: ['ISO year', 'Année ISO', 'ISO-Jahr', 'Año ISO'] },
  { unit: 'day', names: ['Day', 'Day of the month', 'Jour', 'Jour du mois', 'Tag', 'Tag des Monats', 'Día'] },
];

/** Dimensions that other tools and tables made by hand have too; many are in no field, but a session has one of each. */
const plainDimensions = namesIn`
  ${names.date} | ${names.device} | ${names.country} | ${names.landingPage} | ${units.flatMap((unit) => unit.names)}
  City | Town/City | Region | Continent | Language | Browser | Operating system | Platform | Device brand
  Device model | Screen resolution | New / returning | New / established | Hour | Day of week | Day of week name
  Session campaign ID | Session source platform | Session manual ad content | Session manual term | Ville | Région
  Langue | Navigateur | Heure | Système d'exploitation | Plate-forme | Plateforme
  Nouvel utilisateur/utilisateur connu | Nouveaux / connus | Jour de la semaine | Stadt | Sprache | Betriebssystem
  Plattform | Stunde | Wochentag | Ciudad | Región | Idioma | Navegador | Sistema operativo | Plataforma | Hora
`;

/** Dimensions that name GA4. */
export const ownDimensions = [
  ...names.hour,
  ...names.nthDay,
  ...names.sourceMedium,
  ...names.source,
  ...names.medium,
  ...names.campaign,
  ...names.channel,
];

export const ownMetrics = namesIn`
  ${names.engagedSessions} | ${names.engagementRate} | ${names.engagementTime} | ${names.totalUsers}
  ${names.activeUsers} | ${names.viewsPerSession} | Event count | Nombre d'événements | Ereignisanzahl
  Número de eventos | Key events | Événements clés | Schlüsselereignisse | Eventos clave
`;

/** Dimensions of which one session has several values, so that it counts in each of their rows: pages, items, events, audiences. */
export const repeating = namesIn`
  Page path and screen class | Page path | Page path + query string | Page title and screen name
  Page title and screen class | Page title | Page location | Page referrer | Link URL | Content group | Search term
  Event name | Item name | Item ID | Item brand | ${numbered('Item category')} | Audience name | User segment
  Chemin de la page et classe de l'écran | Titre de la page et nom de l'écran
  Titre de la page et classe de l'écran | Chemin de la page | Titre de la page | Emplacement de la page
  URL du lien | Groupe de contenu | Terme de recherche | Nom de l'événement | Nom de l'élément | Nom de l'article
  ID de l'article | Marque de l'article | ${numbered("Catégorie de l'article")} | Nom de l'audience
  Segment d'utilisateurs | Seitenpfad und Bildschirmklasse | Seitentitel und Bildschirmname
  Seitentitel und Bildschirmklasse | Seitenpfad | Seitentitel | Link-URL | Contentgruppe | Content-Gruppe
  Suchbegriff | Ereignisname | Artikelname | Artikel-ID | Artikelmarke | ${numbered('Artikelkategorie')}
  Zielgruppenname | Nutzersegment | Ruta de página y clase de pantalla | Título de página y nombre de pantalla
  Título de página y clase de pantalla | Ruta de página | Título de página | Título de la página
  Ubicación de la página | URL del enlace | Grupo de contenido | Término de búsqueda | Nombre del evento
  Nombre del artículo | ID del artículo | Marca del artículo | ${numbered('Categoría del artículo')}
  Nombre de la audiencia | Segmento de usuarios
`;

/** Columns of segments and of comparisons, whose tables are stacked: `All Users` includes each of the others. */
export const stacked = namesIn`
  Segment | Segment name | Comparison | Nom du segment | Comparaison | Segmentname | Vergleich | Segmento
  Comparación
`;

/**
 * Columns of other tables: comparisons, which stack two periods, so that sessions would count twice, and tables of Universal
 * Analytics.
 */
const none = namesIn`
  Date range | Plage de dates | Période | Zeitraum | Intervalo de fechas | Periodo | ${repeating} | ${stacked}
  Avg. Session Duration | Pages/Session | Pages / Session | % New Sessions | Default Channel Grouping
`;

const signatures: readonly Signature[] = [
  { all: [names.sessions, ownDimensions], none },
  { all: [names.sessions, plainDimensions, ownMetrics], none },
];

/** The first line that GA4 writes of a report and its dates. */
export const reportLine =
  /^(report csv export|start date:|date de début ?:|startdatum:|fecha de inicio:|시작일:|開始日:|data di inizio:|data de início:|exportation csv|csv-export|exportar csv)/i;

export const reportSignatures: readonly Signature[] = [
  ...signatures,
  { all: [names.sessions, plainDimensions], none, above: [reportLine] },
];

/** The one line of dates above a table of Explore. */
export const explorationLine = /^\d{8}\s*[-–]\s*\d{8}$/;

export const explorationSignatures: readonly Signature[] = [
  ...signatures,
  { all: [names.sessions, plainDimensions], none },
].map((signature) => ({ ...signature, above: [explorationLine] }));

const sessions = estimate(names.sessions);
const sourceMedium = col(names.sourceMedium);

const engagedShare = 'share of engaged sessions';
/** Beside a count of them the rate is not needed, however it is written. */
const uncountedShare = 'share of engaged sessions, where they are not counted';
const share = shareWithin(1);

const fields: FieldsFrom<'visit'> = {
  started_at: col(names.hour, 'instant'),
  date: first(col(names.date, 'day'), nthDay(...names.nthDay)),
  date_from: first(span('from', units), preamble('from')),
  date_to: first(span('to', units), preamble('to')),
  source: first(split(sourceMedium, ' / ', 0), col(names.source)),
  medium: first(split(sourceMedium, ' / ', 1), col(names.medium)),
  campaign: col(names.campaign),
  channel: col(names.channel),
  device: col(names.device),
  country: col(names.country),
  sessions,
  engaged_sessions: first(
    estimate(names.engagedSessions),
    product(col([uncountedShare, engagedShare], 'ratio', { bare: 'fraction' }), sessions),
  ),
  visitors: first(estimate(names.totalUsers), estimate(names.users), estimate(names.activeUsers)),
  new_visitors: estimate(names.newUsers),
  pageviews: first(estimate(names.views), product(col(names.viewsPerSession, 'number'), sessions)),
  duration: product(col(names.duration, 'duration'), sessions),
  engagement_time: product(col(names.engagementTime, 'duration'), sessions),
  carts: estimate(names.carts),
  checkouts: estimate(names.checkouts),
  purchases: estimate(names.purchases),
  revenue: col(names.revenue, 'money'),
};

export const ga4 = {
  tool: 'Google Analytics',
  layout: 'blocks',
  totals: true,
  decimal: '.',
  kind: 'visit',
  derive: [
    { name: engagedShare, from: [names.engagementRate], all: true, text: share },
    {
      name: uncountedShare,
      from: [names.engagementRate, names.engagedSessions],
      all: true,
      text: (rate = '', engaged = '') => (engaged.trim() === '' ? share(rate) : ''),
    },
  ],
  fields,
  approx: ['carts', 'checkouts', 'purchases'],
} as const satisfies Partial<Source>;
