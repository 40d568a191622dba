import { namesIn } from '../core/names-in.ts';
import { campaignId } from './campaign-id.ts';
import { col, constant, defineSource, first, preamble, span, type UnitNames } from './source.ts';

const cost = ['Cost', 'Coût', 'Kosten', 'Coste', 'Costo', '비용'];
const clicks = ['Clicks (destination)', 'Clics (destination)', 'Klicks (Ziel)', 'Clics (destino)', '클릭수(목적지)'];

/** Columns that only this tool has beside a cost. */
const own = namesIn`
  ${clicks} | CPC (destination) | CTR (destination) | CPC (Ziel) | CTR (Ziel) | CPC (destino) | CTR (destino)
  CPC(목적지) | CTR(목적지)
`;

const units: readonly UnitNames[] = [
  { unit: 'week', names: ['By Week', 'Week', 'Semaine', 'Woche', 'Semana', '주별'] },
  { unit: 'month', names: ['By Month', 'Month', 'Mois', 'Monat', 'Mes', '월별'] },
];

export default defineSource({
  id: 'tiktok-ads',
  title: 'TikTok Ads: Ads Manager, Export, Excel or CSV',
  titleFr: 'TikTok Ads\u00a0: Gestionnaire de publicités, Exporter, Excel ou CSV',
  tool: 'TikTok Ads',
  doc: 'Only a report split by day has dates. `Clicks (destination)` are the clicks. `<5` is hidden by the tool and counts as nothing: the figure is approximate. The last row, `Total of 12 results`, adds up the others.',
  signature: { all: [cost, own], none: ['Campaign', 'Campagne'] },
  totals: true,
  parts: namesIn`
    Ad group name | Nom du groupe de publicités | Nom du groupe d'annonces | Anzeigengruppenname
    Nombre del grupo de anuncios | 광고그룹 이름 | Ad name | Nom de la publicité | Nom de l'annonce | Anzeigenname
    Nombre del anuncio | 광고 이름 | Age | Gender | Placement | Device
  `,
  kind: 'spend',
  fields: {
    date: col(
      namesIn`
        By Day | Date | Day | Stat time | Stat time day | By Hour | Stat time hour | Par jour | Jour | Nach Tag
        Tag | Datum | Por día | Día | Fecha | 일별 | 날짜
      `,
      'day',
    ),
    date_from: first(span('from', units), preamble('from')),
    date_to: first(span('to', units), preamble('to')),
    platform: constant('TikTok Ads'),
    account: col(['Account name', 'Advertiser name', 'Nom du compte', 'Kontoname', 'Nombre de la cuenta', '계정 이름']),
    campaign: col(['Campaign name', 'Nom de la campagne', 'Kampagnenname', 'Nombre de la campaña', '캠페인 이름']),
    campaign_id: campaignId,
    channel: constant('Paid Social'),
    country: col(['Country', 'Country/region', 'Country/Region', 'Pays', 'Land', 'País', '국가']),
    currency: col(['Currency', 'Devise', 'Währung', 'Divisa', 'Moneda', '통화']),
    cost: col(cost, 'money', { blank: 0 }),
    impressions: col(['Impressions', 'Impression', 'Impressionen', 'Impresiones', '노출수', '노출'], 'count', {
      blank: 0,
    }),
    clicks: col(clicks, 'count', { blank: 0 }),
    conversions: col(['Conversions', 'Conversion', 'Conversiones', 'Konversionen', '전환수', '전환'], 'number', {
      blank: 0,
    }),
    conversion_value: col(
      namesIn`
        Total complete payment value | Complete payment value | Total purchase value | Purchase value
        Purchase value (website) | 구매값
      `,
      'money',
      { blank: 0 },
    ),
  },
});
