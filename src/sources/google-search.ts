import { namesIn } from '../core/names-in.ts';
import { col, defineSource, type FieldsFrom, first, preamble, type Signature, span, type UnitNames } from './source.ts';

/*
 * The tables that Search Console packs into one archive. Their headers are in the language of the interface. A
 * comparison of two periods has each column twice, the current period first.
 */

/** The current period of a comparison, in English and French. */
const spans = ['7 days', '28 days', '3 months', '6 months', '12 months', '16 months'];
const current = [
  'Last 24 hours',
  ...spans.map((words) => `Last ${words}`),
  ...spans.map((words) => {
    const [count, unit] = words.split(' ');
    return `${count} derniers ${unit === 'days' ? 'jours' : 'mois'}`;
  }),
].flatMap((words) => (words.startsWith('Last') ? [words] : [words, `Les ${words}`]));

const metric = (...names: string[]): string[] => [
  ...names,
  ...current.flatMap((words) => names.map((name) => `${words} ${name}`)),
];

const clicks = metric('Clicks', 'Clics', 'Klicks', 'Clic');
const impressions = metric('Impressions', 'Impressionen', 'Impresiones', 'Impressioni');
const rate = metric('CTR', 'Klickrate');
const position = metric(
  ...namesIn`
    Position | Position moyenne | Durchschnittliche Position | Posición | Posición media | Posizione | Posizione media
  `,
);

const date = ['Date', 'Datum', 'Fecha', 'Data'];
/** A chart by week or month has spans in its cells. */
const units: readonly UnitNames[] = [
  { unit: 'week', names: ['Date Range', 'Date range', 'Week', 'Plage de dates', 'Période', 'Zeitraum'] },
  { unit: 'month', names: ['Month', 'Mois', 'Monat', 'Mes'] },
];
const country = ['Country', 'Pays', 'Land', 'País', 'Paese'];
const device = ['Device', 'Appareil', 'Gerät', 'Dispositivo'];
export const query = namesIn`
  Top queries | Requêtes les plus fréquentes | Principales requêtes | Häufigste Suchanfragen | Consultas principales
  Query principali
`;
export const page = namesIn`
  Top pages | Pages les plus populaires | Principales pages | Häufigste Seiten | Top-Seiten | Páginas principales
  Pagine principali
`;

const none = ['Cost', 'Spend', 'Coût', 'Kosten', 'Coste', 'Campaign', 'Campagne', 'Kampagne'];

/** A table whose first column is one of these. */
export const tableOf = (...names: readonly (readonly string[])[]): Signature => ({
  all: [names.flat(), clicks, impressions, rate, position],
  none,
});

export const searchConsole = { tool: 'Google Search Console', decimal: '.', kind: 'search', facets: true } as const;

export const counts: FieldsFrom<'search'> = {
  date_from: first(span('from', units), preamble('from')),
  date_to: first(span('to', units), preamble('to')),
  clicks: col(clicks, 'count'),
  impressions: col(impressions, 'count'),
  position: col(position, 'number'),
};

const table = tableOf(date, ...units.map(({ names }) => names), country, device);
/** A table with several of them comes from its interface for programs. */
const rows = ['Query', 'Page', 'URL', 'Keyword', ...query, ...page];

export default defineSource({
  ...searchConsole,
  id: 'google-search',
  title: 'Google Search Console: Performance, Export, CSV (Chart or Dates, Countries, Devices)',
  titleFr: 'Google Search Console\u00a0: Performances, Exporter, CSV (Graphique ou Dates, Pays, Appareils)',
  doc: 'The zip, its folder or single tables of it. `Chart` (`Dates`) has the days; `Countries` and `Devices` repeat its clicks without days: they are read for their own dimension only, never added, over the days of the chart beside them or, without one, `from` and `to` of their `sources` entry. Of a comparison of two periods the current one is read. `CTR` is calculated, not read. Clicks are no sessions and no clicks on ads.',
  signature: { ...table, none: [...none, ...rows] },
  fields: { ...counts, date: col(date, 'day'), country: col(country), device: col(device) },
});
