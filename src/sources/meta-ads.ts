import { namesIn } from '../core/names-in.ts';
import { campaignId } from './campaign-id.ts';
import { col, constant, defineSource, first, headerCurrency, span, type UnitNames } from './source.ts';

const cost = namesIn`
  Amount spent (*) | Montant dépensé (*) | Importe gastado (*) | Ausgegebener Betrag (*) | Valor usado (*)
  Valor gasto (*) | Importo speso (*) | Besteed bedrag (*)
`;
const day = ['Day', 'Jour', 'Día', 'Tag', 'Dia', 'Giorno', 'Dag'];
const starts = namesIn`
  Reporting starts | Début des rapports | Inicio del informe | Berichtsstart | Beginn des Berichts
  Início dos relatórios | Inizio report | Inizio dei report | Begin rapportage | Rapportage begint
`;
const ends = namesIn`
  Reporting ends | Fin des rapports | Fin del informe | Berichtsende | Ende des Berichts | Término dos relatórios
  Encerramento dos relatórios | Fine report | Fine dei report | Einde rapportage | Rapportage eindigt
`;
const campaign = namesIn`
  Campaign name | Nom de la campagne | Nombre de la campaña | Kampagnenname | Nome da campanha
  Nome della campagna | Campagnenaam | Naam campagne
`;
const adSet = namesIn`
  Ad set name | Ad Set Name | Nom de l'ensemble de publicités | Nombre del conjunto de anuncios
  Anzeigengruppenname | Name der Anzeigengruppe | Nome do conjunto de anúncios | Nome del gruppo di inserzioni
  Naam advertentieset
`;
const ad = namesIn`
  Ad name | Nom de la publicité | Nombre del anuncio | Anzeigenname | Name der Werbeanzeige | Nome do anúncio
  Nome dell'inserzione | Advertentienaam | Naam advertentie
`;
/** The same spend by people, places and devices: what is hidden or cannot be attributed has no row. */
const breakdowns = namesIn`
  Age | Âge | Edad | Alter | Gender | Genre | Sexe | Sexo | Geschlecht | Region | Région | Región | DMA region
  Platform | Plateforme | Plataforma | Plattform | Placement | Emplacement | Ubicación | Platzierung
  Device platform | Impression device | Media type | Time of day (ad account time zone)
  Time of day (viewer's time zone)
`;
const account = namesIn`
  Account name | Nom du compte | Nombre de la cuenta | Kontoname | Name des Werbekontos | Nome da conta
  Nome account | Accountnaam
`;
const country = ['Country', 'Pays', 'País', 'Land', 'Paese'];
const impressions = namesIn`
  Impressions | Impresiones | Impressionen | Impressões | Impression | Weergaven | Vertoningen
`;

const clicks = namesIn`
  Clicks (all) | Clics (tous) | Clics (todos) | Klicks (alle) | Cliques (todos) | Clic (tutti) | Klikken (alle)
`;
const linkClicks = namesIn`
  Link clicks | Clics sur un lien | Clics en el enlace | Link-Klicks | Cliques no link | Clic sul link
  Klikken op link | Klikken op links
`;
/** `Purchases with shared items` are those of a catalogue shared with a marketplace. */
const purchases = namesIn`
  Purchases | Achats | Compras | Käufe | Website purchases | Achats sur le site web | Compras en el sitio web
  Website-Käufe | Acquisti | Aankopen | Purchases with shared items
`;
const purchaseValue = namesIn`
  Purchases conversion value | Purchase conversion value | Valeur de conversion des achats
  Valor de conversión de compras | Conversion-Wert von Käufen | Website purchases conversion value
  Valeur de conversion des achats sur le site web | Valor de conversión de compras en el sitio web
  Valor de conversão da compra | Valor de conversão de compras | Valore di conversione degli acquisti
  Conversiewaarde van aankopen | Aankoopconversiewaarde | Purchases conversion value for shared items only
  Purchases conversion value with shared items
`;

/** The widest first: the others are parts of it. */
const leads = ['Leads', 'Prospects', 'Clientes potenciales', 'Meta leads', 'On-Facebook leads', 'Website leads'];

/** Breakdowns by time, whose cells are spans such as `2026-10-26 - 2026-11-01`: the reporting period is then that of the whole table. */
const units: readonly UnitNames[] = [
  {
    unit: 'week',
    names: ['Week', 'Semaine', 'Semana', 'Woche', '2 weeks', '2 semaines', '2 semanas', '2 Wochen', 'Settimana'],
  },
  { unit: 'month', names: ['Month', 'Mois', 'Mes', 'Monat', 'Mês', 'Mese', 'Maand'] },
];

export default defineSource({
  id: 'meta-ads',
  title: 'Meta Ads: Ads Manager or Ads Reporting, Export, CSV',
  titleFr: 'Meta Ads\u00a0: Gestionnaire de publicités ou Rapports publicitaires, Exporter, CSV',
  tool: 'Meta Ads',
  doc: 'The currency is in the header: `Amount spent (EUR)`. The first row may be the total of all others, without a name: it is recognised as their sum. A row covers its day, week or month, or without such a split its reporting period. `Results` mixes kinds of results and is not used: conversions are purchases. An empty cell is 0.',
  signature: {
    all: [cost, [...starts, ...day], [...campaign, ...adSet, ...ad, ...account, ...impressions, 'Reach', 'Results']],
    none: ['Swipe Ups', 'Swipe-Ups', 'Swipes', 'Paid Impressions', 'Ad Squad Name'],
  },
  totals: true,
  parts: [...adSet, ...ad, ...breakdowns],
  decimal: '.',
  kind: 'spend',
  fields: {
    date: col(day, 'day'),
    date_from: first(span('from', units), col(starts, 'day')),
    date_to: first(span('to', units), col(ends, 'day')),
    platform: constant('Meta Ads'),
    account: col(account),
    campaign: col(campaign),
    campaign_id: campaignId,
    channel: constant('Paid Social'),
    country: col(country),
    currency: first(
      headerCurrency(...cost),
      col(['Currency', 'Devise', 'Divisa', 'Moneda', 'Währung', 'Moeda', 'Valuta']),
    ),
    cost: col(cost, 'money', { blank: 0 }),
    impressions: col(impressions, 'count', { blank: 0 }),
    clicks: col(clicks, 'count', { blank: 0 }),
    link_clicks: col(linkClicks, 'count', { blank: 0 }),
    conversions: col(purchases, 'number', { blank: 0 }),
    conversion_value: col(purchaseValue, 'money', { blank: 0 }),
    leads: col(leads, 'count', { blank: 0 }),
  },
});
