import { meanings } from '../core/meanings.ts';
import { cellCurrency, col, defineSource } from './source.ts';

const reference = ['Reference', 'Référence', 'Referenz', 'Referencia', 'Riferimento'];
const isNew = ['New client', 'New customer', 'Nouveau client', 'Neukunde', 'Nuevo cliente', 'Nuovo cliente'];
const total = ['Total', 'Gesamt', 'Gesamtbetrag', 'Totale'];

export default defineSource({
  id: 'prestashop-orders',
  title: 'PrestaShop: Orders, Export (the list of orders)',
  titleFr: 'PrestaShop\u00a0: Commandes, Exporter (la liste des commandes)',
  tool: 'PrestaShop',
  doc: 'Totals with tax and shipping, and nothing else: sales are approximate. A cart that was split has several rows with one reference: one order with the sum of their amounts. No currency unless it is beside the amounts; no e-mails, so who is new is what the shop says.',
  signature: { all: ['ID', reference, isNew, total] },
  decimal: '.',
  splitOrders: true,
  kind: 'order',
  fields: {
    order_id: col(reference),
    ordered_at: col(['Date', 'Datum', 'Fecha', 'Data'], 'instant'),
    status: col(['Status', 'État', 'Etat', 'Statut', 'Estado', 'Stato'], 'text', { status: true }),
    currency: cellCurrency(...total),
    gross_sales: col(total, 'money'),
    total: col(total, 'money'),
    country: col(['Delivery', 'Livraison', 'Lieferung', 'Entrega', 'Consegna']),
    customer_type: col(isNew, 'text', {
      words: meanings({ new: ['1', 'yes', 'oui', 'ja', 'sí', 'si'], returning: ['0', 'no', 'non', 'nein'] }),
    }),
  },
  approx: ['gross_sales'],
});
