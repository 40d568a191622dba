import { sameInAll, type Text } from '../core/text.ts';
import type { Kpi } from './kpi.ts';

/** The KPIs that most readers look for first, in this order, with labels for a narrow column. */
const first: Readonly<Record<string, Text>> = {
  net_sales: { en: 'Net sales', fr: 'Ventes nettes (HT)' },
  orders: { en: 'Orders', fr: 'Commandes' },
  average_order_value: { en: 'Average order value', fr: 'Panier moyen' },
  sessions: { en: 'Sessions', fr: 'Visites' },
  conversion_rate: { en: 'Conversion rate', fr: 'Taux de conversion' },
  ad_spend: { en: 'Ad spend', fr: 'Dépenses pub.' },
  mer: { en: 'MER (sales ÷ ads)', fr: 'MER (ventes ÷ pub.)' },
  cac: sameInAll('CAC'),
  new_customers: { en: 'New customers', fr: 'Nouveaux clients' },
  returning_customer_rate: { en: 'Returning customers', fr: 'Clients fidèles' },
  order_refund_rate: { en: 'Refunded orders', fr: 'Commandes rembours.' },
  first_reply_time: { en: 'First reply', fr: 'Première réponse' },
  csat: sameInAll('Satisfaction'),
};

const place = new Map(Object.keys(first).map((id, at) => [id, at]));

/** With fewer of them, the next of the catalog are added. */
export const leastHeadline = 8;

/** The label of a KPI where there is little room. */
export const shortLabel = ({ id, label }: Pick<Kpi, 'id' | 'label'>): Text => first[id] ?? label;

/** The labels of several KPIs where there is little room: one that another KPI has is not shortened. */
export function shortLabels(kpis: readonly Pick<Kpi, 'id' | 'label'>[]): Text[] {
  const isTaken = ({ id }: Pick<Kpi, 'id'>, { en, fr }: Text): boolean =>
    kpis.some((other) => other.id !== id && (other.label.en === en || other.label.fr === fr));
  return kpis.map((kpi) => (isTaken(kpi, shortLabel(kpi)) ? kpi.label : shortLabel(kpi)));
}

/** Whether a KPI is one that most readers look for first. */
export const isHeadline = ({ id }: Pick<Kpi, 'id'>): boolean => place.has(id);

/** The KPIs that most readers look for first, then all others. */
export const headlineFirst = <K extends Pick<Kpi, 'id'>>(kpis: readonly K[]): K[] => [
  ...kpis.filter(isHeadline).sort((a, b) => place.get(a.id)! - place.get(b.id)!),
  ...kpis.filter((kpi) => !isHeadline(kpi)),
];
