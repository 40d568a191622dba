import { namesIn } from '../core/names-in.ts';
import { campaignId } from './campaign-id.ts';
import { cellCurrency, col, constant, first, preamble } from './source.ts';

/** What reports of Amazon Ads have in common. Some header names end with a blank; names are compared without it. */
export const cost = ['Spend', 'Total Advertiser Cost', 'Ausgaben', 'Spesa', 'Dépenses', 'Gasto'];
export const campaign = namesIn`
  Campaign Name | Kampagnen-Name | Kampagnenname | Nome campagna | Nom de la campagne | Nombre de campaña
`;

/** Within 7 days after the click for products, 14 days for brands and display. */
export const sales = namesIn`
  7 Day Total Sales (*) | 14 Day Total Sales (*) | 7 Tage, Umsatz gesamt (*) | 14 Tage, Umsatz gesamt (*)
  Vendite totali (€) 7 giorni | Vendite totali (€) 14 giorni
`;
const orders = namesIn`
  7 Day Total Orders (*) | 14 Day Total Orders (*) | 7 Tage, Aufträge gesamt (*) | 14 Tage, Aufträge gesamt (*)
  Totale ordini (#) 7 giorni | Totale ordini (#) 14 giorni
`;

export const searchTerm = namesIn`
  Customer Search Term | Suchbegriff des Kunden | Suchbegriff eines Kunden | Kundensuchbegriff
  Termine ricerca cliente
`;

/** What a campaign consists of: rows without a click, and of what was removed, are left out. */
export const parts = namesIn`
  Ad Group Name | Anzeigengruppenname | Nome gruppo di annunci | Nom du groupe d'annonces
  Nombre del grupo de anuncios | Advertised SKU | Advertised ASIN | Beworbene SKU | Beworbene ASIN
  SKU pubblicizzato | ASIN pubblicizzato | Targeting | Ausrichtung | Placement | Platzierung
`;

export const fields = {
  date: first(col('Date', 'day'), col(['Datum', 'Data', 'Fecha'], 'day', { usualOrder: 'dmy' })),
  date_from: first(
    col('Start Date', 'day'),
    col(['Startdatum', 'Data di inizio', 'Date de début', 'Fecha de inicio'], 'day', { usualOrder: 'dmy' }),
    preamble('from'),
  ),
  date_to: first(
    col('End Date', 'day'),
    col(['Enddatum', 'Data di fine', 'Date de fin', 'Fecha de finalización'], 'day', { usualOrder: 'dmy' }),
    preamble('to'),
  ),
  platform: constant('Amazon Ads'),
  campaign: col(campaign),
  campaign_id: campaignId,
  channel: constant('Paid Shopping'),
  country: col(['Country', 'Land', 'Paese', 'Pays', 'País']),
  currency: first(col(['Currency', 'Währung', 'Valuta', 'Devise', 'Divisa']), cellCurrency(...cost)),
  cost: col(cost, 'money', { blank: 0 }),
  clicks: col(['Clicks', 'Klicks', 'Clic', 'Clics'], 'count', { blank: 0 }),
  conversions: col(orders, 'number', { blank: 0 }),
  conversion_value: col(sales, 'money', { blank: 0 }),
} as const;
