import { meanings } from '../core/meanings.ts';
import { namesIn } from '../core/names-in.ts';
import { campaignId } from './campaign-id.ts';
import { cellCurrency, col, constant, defineSource, first, preamble, span, type UnitNames } from './source.ts';

const campaign = ['Campaign', 'Campagne', 'Kampagne', 'Campaña', 'Campanha', 'Campagna'];
/** Parts of campaigns, of which a report may have no campaign. */
const part = namesIn`
  Ad group | Groupe d'annonces | Anzeigengruppe | Grupo de anuncios | Keyword | Search keyword | Mot clé
  Mot clé de recherche | Suchbegriff-Keyword | Palabra clave | Grupo de anúncios | Palavra-chave
  Palavra-chave de pesquisa | Gruppo di annunci | Parola chiave | Parola chiave di ricerca | Advertentiegroep
  Zoekwoord
`;
const campaignType = namesIn`
  Campaign type | Type de campagne | Kampagnentyp | Tipo de campaña | Tipo de campanha | Tipo di campagna
  Campagnetype
`;
const currency = namesIn`
  Currency code | Currency | Code de la devise | Code devise | Code de devise | Devise | Währungscode | Währung
  Código de moneda | Código de la moneda | Moneda | Código da moeda | Moeda | Codice valuta | Valuta | Valutacode
`;
const cost = ['Cost', 'Coût', 'Kosten', 'Coste', 'Costo', 'Custo'];
const impressions = ['Impr.', 'Impressions', 'Impressionen', 'Impresiones', 'Impressões', 'Impressioni', 'Vert.'];
const clicks = ['Clicks', 'Clics', 'Klicks', 'Cliques', 'Clic', 'Klikken'];
const conversionValue = namesIn`
  Conv. value | Conversion value | Valeur conv. | Valeur de conv. | Valeur de conversion | Conv.-Wert
  Conversion-Wert | Valor conv. | Valor de conv. | Valor de conversión | Valor da conv. | Valor da conversão
  Valore conv. | Conv.waarde
`;

/** Headers that distinguish a Google Ads report from a hand-made table of costs. */
const own = namesIn`
  Impr. | ${campaignType} | Currency code | Code de la devise | Code de devise | Währungscode | Código de moneda | Código da moeda
  Codice valuta | Valutacode | Vert. | CPC méd. | Gem. CPC | Custo / conv. | Custo/conv. | Costo / conv.
  Kosten / conv. | Valor da conv. | Valore conv. | Conv.waarde | Status da campanha | Stato campagna
  Stato della campagna | Campagnestatus | Avg. CPC | CPC moy. | Durchschn. CPC | CPC medio | CPC prom.
  Cost / conv. | Coût/conv. | Coût / conv. | Kosten/Conv. | Coste/conv. | Costo/conv. | Conv. value | Valeur conv.
  Valeur de conv. | Conv.-Wert | Valor conv. | Ad group status | État du groupe d'annonces | Anzeigengruppenstatus
  Estado del grupo de anuncios | Campaign status | État de la campagne | Kampagnenstatus | Estado de la campaña
`;

/** The same clicks under words that people searched for, without those that Google keeps to itself. */
const none = namesIn`
  Search term | Terme de recherche | Suchbegriff | Término de búsqueda | Termo de pesquisa | Termine di ricerca
  Zoekterm
`;

const units: readonly UnitNames[] = [
  { unit: 'week', names: ['Week', 'Semaine', 'Woche', 'Semana', 'Settimana'] },
  { unit: 'month', names: ['Month', 'Mois', 'Monat', 'Mes', 'Mês', 'Mese', 'Maand'] },
  { unit: 'quarter', names: ['Quarter', 'Trimestre', 'Quartal', 'Kwartaal'] },
  { unit: 'year', names: ['Year', 'Année', 'Jahr', 'Año', 'Ano', 'Anno', 'Jaar'] },
];

const channelOfType = meanings({
  '': ['--'],
  'Paid Search': namesIn`
    search | search network | search only | recherche | réseau de recherche | suche | suchnetzwerk | búsqueda
    red de búsqueda | pesquisa | rede de pesquisa | ricerca | rete di ricerca | zoeken | zoeknetwerk
  `,
  'Paid Shopping': ['shopping'],
  Display: namesIn`
    display | display network | réseau display | displaynetzwerk | red de display | rede de display | rete display
    display-netwerk
  `,
  'Paid Video': ['video', 'vidéo', 'vídeo'],
});

export default defineSource({
  id: 'google-ads',
  title: 'Google Ads: Campaigns, Download, CSV or Excel CSV; Overview, Time series',
  titleFr: "Google Ads\u00a0: Campagnes, Télécharger, CSV ou CSV Excel\u00a0; Vue d'ensemble, Série temporelle",
  tool: 'Google Ads',
  doc: 'The second line holds the dates, the only ones of a report that is not segmented by day, week or month. `Total:` rows repeat the cost. Counts have thousands separators, costs have none. Of the cards of the overview only the time series is read: the others are the same cost without dates. `All conv. value` is not used: it holds what the account does not count.',
  signature: [
    { all: [campaign, cost, own], none },
    { all: [part, cost, own], none: [...none, ...campaign], above: [/./] },
    {
      all: [campaign, cost],
      none,
      above: [/(^|\s)report$|^rapport\s|bericht$|^informe\s|^relatório\s|^report\s|rapport$/i],
    },
    {
      all: [
        ['Date', 'Datum', 'Fecha'],
        clicks,
        impressions,
        ['Avg. CPC', 'CPC moy.', 'Durchschn. CPC', 'CPC medio', 'CPC prom.'],
        cost,
      ],
      none: campaign,
    },
  ],
  totals: true,
  parts: [...part, 'Ad type', 'Ad status', "Type d'annonce", "État de l'annonce", 'Anzeigentyp', 'Anzeigenstatus'],
  decimal: '.',
  kind: 'spend',
  fields: {
    date: col(['Day', 'Jour', 'Tag', 'Día', 'Dia', 'Giorno', 'Dag', 'Date', 'Datum', 'Fecha'], 'day'),
    date_from: first(span('from', units), preamble('from')),
    date_to: first(span('to', units), preamble('to')),
    platform: constant('Google Ads'),
    account: col(namesIn`
      Account | Account name | Compte | Nom du compte | Konto | Kontoname | Cuenta | Conta | Nome da conta
    `),
    campaign: col(campaign),
    campaign_id: campaignId,
    channel: first(
      col(campaignType, 'text', { words: channelOfType, others: 'Cross-network' }),
      constant('Paid Search'),
    ),
    currency: first(col(currency), cellCurrency(...cost)),
    cost: col(cost, 'money', { blank: 0 }),
    impressions: col(impressions, 'count', { blank: 0 }),
    clicks: col(clicks, 'count', { blank: 0 }),
    conversions: col(
      ['Conversions', 'Conv.', 'Konversionen', 'Conversiones', 'Conversões', 'Conversioni', 'Conversies'],
      'number',
      { blank: 0 },
    ),
    conversion_value: col(conversionValue, 'money', { blank: 0 }),
  },
});
