import { namesIn } from '../core/names-in.ts';
import { restOf } from './rest-of.ts';
import { col, defineSource, estimate, first, preamble, product, split } from './source.ts';

const sessionsNames = ['Sessions', 'Sessies', 'Sitzungen', 'Sesiones'];
const sessions = col(sessionsNames, 'count');
const channel = namesIn`
  Default Channel Grouping | Default Channel Group | Regroupement de canaux par défaut | Standard-Channelgruppierung
  Standaard kanaalgroepering
`;
const source = ['Source', 'Bron', 'Quelle'];
const sourceMedium = namesIn`
  Source / Medium | Source/Medium | Source / Support | Source/Support | Bron/medium | Quelle/Medium
`;
const medium = ['Medium', 'Support'];
const landingPage = ['Landing Page', 'Page de destination', 'Bestemmingspagina', 'Zielseite'];
const device = ['Device Category', "Catégorie d'appareil", 'Apparaatcategorie', 'Gerätekategorie'];
const country = ['Country', 'Pays', 'Land'];
const campaign = ['Campaign', 'Campagne', 'Kampagne'];
const bounceRate = ['Bounce Rate', 'Taux de rebond', 'Bouncepercentage', 'Absprungrate', 'Porcentaje de rebote'];
const pagesPerSession = ['Pages/Session', 'Pages / Session', 'Pages/session', "Pagina's/sessie", 'Seiten/Sitzung'];
const duration = namesIn`
  Avg. Session Duration | Durée moyenne des sessions | Durée moy. des sessions | Gem. sessieduur
  Durchschnittl. Sitzungsdauer
`;
const newSessions = namesIn`
  % New Sessions | % nouvelles sessions | % de nouvelles sessions | % nieuwe sessies | % neue Sitzungen
`;
const dayIndex = ['Day Index', 'Index de jour', 'Dagindex', 'Tagesindex', 'Índice de días'];

const dimensions = [
  ...channel,
  ...source,
  ...sourceMedium,
  ...medium,
  ...landingPage,
  ...device,
  ...country,
  ...campaign,
];
const sourceAndMedium = col(sourceMedium);

/** The one line of dates that Universal Analytics writes above its tables. */
const above = [/^\d{8}\s*[-–]\s*\d{8}$/];

/** One row of a page or event counts no sessions. */
const none = ['Engaged sessions', 'Engagement rate', 'Pageviews', 'Page', 'Event Category'];

export default defineSource({
  id: 'universal-analytics',
  title: 'Universal Analytics: a report, Export, CSV (until 2024)',
  titleFr: "Universal Analytics\u00a0: un rapport, Exporter, CSV (jusqu'en 2024)",
  // The name of the tool of its successor: the two count the same visits of one site.
  tool: 'Universal Analytics',
  doc: 'The table of the report, and below it the sessions by day (`Day Index`): one of them is read. Only the rows shown on screen are exported, while the total row holds all: a difference is a warning. Rates and averages are multiplied by the sessions of their row.',
  signature: [
    { all: [sessionsNames, dimensions, [...duration, ...pagesPerSession, ...newSessions]], none: none.slice(0, 2) },
    { all: [sessionsNames, dimensions, bounceRate], none: none.slice(0, 2), above },
    { all: [dayIndex, sessionsNames], none },
  ],
  layout: 'blocks',
  totals: 'unnamed',
  kind: 'visit',
  derive: [{ name: 'share of engaged sessions', from: [bounceRate], all: true, text: restOf('100') }],
  fields: {
    date: col([...dayIndex, 'Date'], 'day'),
    date_from: preamble('from'),
    date_to: preamble('to'),
    source: first(split(sourceAndMedium, ' / ', 0), col(source)),
    medium: first(split(sourceAndMedium, ' / ', 1), col(medium)),
    campaign: col(campaign),
    channel: col(channel),
    device: col(device),
    country: col(country),
    sessions,
    engaged_sessions: product(col('share of engaged sessions', 'ratio', { bare: 'percent' }), sessions),
    visitors: estimate(['Users', 'Utilisateurs', 'Gebruikers', 'Nutzer', 'Usuarios']),
    new_visitors: estimate(namesIn`
      New Users | Nouveaux utilisateurs | Nieuwe gebruikers | Neue Nutzer | Usuarios nuevos
    `),
    pageviews: product(col(pagesPerSession, 'number'), sessions),
    duration: product(col(duration, 'duration'), sessions),
    purchases: estimate(['Transactions', 'Transacties', 'Transaktionen', 'Transacciones']),
  },
  approx: ['engaged_sessions', 'pageviews', 'purchases'],
});
