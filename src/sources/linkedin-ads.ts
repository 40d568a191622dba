import { namesIn } from '../core/names-in.ts';
import { campaignId } from './campaign-id.ts';
import { col, constant, defineSource, first, ifHas, ifLacks, lineAbove, preamble } from './source.ts';

const startUs = ['Start Date (in UTC)'];
const startElsewhere = namesIn`
  Startdatum (in UTC) | Date de début (en UTC) | Date de début (UTC) | Fecha de inicio (en UTC)
  Fecha de inicio (UTC)
`;
const ends = namesIn`
  End Date (in UTC) | Enddatum (in UTC) | Date de fin (en UTC) | Date de fin (UTC) | Fecha de finalización (en UTC)
`;
const spent = namesIn`
  Total Spent | Gesamtausgaben | Total dépensé | Montant total dépensé | Total gastado | Importe total gastado
`;

/** American dates in English; in other languages the day comes first. */
const start = first(col(startUs, 'day', { usualOrder: 'mdy' }), col(startElsewhere, 'day', { usualOrder: 'dmy' }));
const end = first(
  col(ends.slice(0, 1), 'day', { usualOrder: 'mdy' }),
  col(ends.slice(1), 'day', { usualOrder: 'dmy' }),
);

export default defineSource({
  id: 'linkedin-ads',
  title: 'LinkedIn Ads: Campaign Manager, Export, Campaign or ad performance, by day',
  titleFr: 'LinkedIn Ads\u00a0: Campaign Manager, Exporter, Performance des campagnes ou des publicités, par jour',
  tool: 'LinkedIn Ads',
  doc: 'UTF-16 and tabs, under a few lines that state the period. Days are days in UTC, month first in English. Rows without a date are totals. The demographics file has no dates and is not read.',
  signature: { all: [[...startUs, ...startElsewhere], spent] },
  totals: true,
  parts: namesIn`
    Ad Set Name | Ad Set ID | Ad Name | Ad ID | Creative Name | Creative ID | Ad Headline | Placement
    Name der Anzeige | Nom de la publicité | Nombre del anuncio
  `,
  startDates: true,
  kind: 'spend',
  fields: {
    date: ifLacks({ column: ends }, start),
    date_from: first(ifHas({ column: ends }, start), preamble('from')),
    date_to: first(end, preamble('to')),
    platform: constant('LinkedIn Ads'),
    account: first(
      col(['Account Name', 'Kontoname', 'Name des Kontos', 'Nom du compte', 'Nombre de la cuenta']),
      lineAbove(/^Account(?: Name)?\s*:[\s,]*(.+)$/i),
    ),
    campaign: col(namesIn`
      Campaign Name | Name der Kampagne | Kampagnenname | Nom de la campagne | Nombre de la campaña
    `),
    campaign_id: campaignId,
    channel: constant('Paid Social'),
    currency: first(
      col(['Currency', 'Währung', 'Devise', 'Divisa', 'Moneda']),
      lineAbove(/^Currency\s*:[\s,]*([A-Z]{3})\b/i),
    ),
    cost: col(spent, 'money', { blank: 0 }),
    impressions: col(['Impressions', 'Impressionen', 'Impresiones'], 'count', { blank: 0 }),
    clicks: col(['Clicks', 'Klicks', 'Clics'], 'count', { blank: 0 }),
    conversions: col(['Conversions', 'Konversionen', 'Conversiones'], 'number', { blank: 0 }),
    conversion_value: col(['Total Conversion Value', 'Conversion Value'], 'money', { blank: 0 }),
    leads: col(['Leads', 'Prospects', 'Contactos'], 'count', { blank: 0 }),
  },
});
