import { meanings } from '../core/meanings.ts';
import { col, defineSource, first, minus } from './source.ts';

const point = ['Purchase Point', "Point d'achat"];
const total = ['Grand Total (Base)', 'Total général (base)', 'Total général (Base)', 'Montant global (base)'];
const shipping = col(['Shipping and Handling', 'Frais de port et de traitement', 'Livraison et traitement'], 'money');

export default defineSource({
  id: 'magento-orders',
  title: 'Magento 2, Adobe Commerce: Sales, Orders, Export',
  titleFr: 'Magento 2, Adobe Commerce\u00a0: Ventes, Commandes, Exporter',
  tool: 'Magento',
  doc: 'The grid has no tax and no discount, and names no currency: say it. Its subtotal, if that column is shown, is the sales; without it they are the grand total less shipping, marked approximate. `Closed` is refunded in full; a refunded amount has no date and is booked on the day of its order. Times are those of the admin.',
  signature: { all: [point, ['Purchase Date', "Date d'achat"], total] },
  decimal: '.',
  amounts: 'without_tax',
  kind: 'order',
  derive: [
    {
      name: 'order store',
      from: [point],
      text: (text) =>
        text
          .split(/[\r\n]+/)
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .join(' / '),
    },
  ],
  fields: {
    order_id: col(['ID', 'Increment ID', 'Order #']),
    ordered_at: col(['Purchase Date', "Date d'achat"], 'instant'),
    status: col(['Status', 'Statut', 'État'], 'text', {
      status: true,
      words: meanings({
        refunded: ['closed', 'fermé', 'fermée', 'clôturé'],
        pending: ['suspected fraud', 'suspicion de fraude', 'fraude suspectée', 'vérification du paiement'],
        paid: ['en traitement', 'suspendu'],
      }),
    }),
    customer_key: col(['Customer Email', 'E-mail client', 'E-mail du client'], 'key'),
    gross_sales: first(col(['Subtotal', 'Sous-total'], 'money'), minus(col(total, 'money'), shipping)),
    shipping,
    total: col(total, 'money'),
    refunded_total: col(['Total Refunded', 'Total remboursé'], 'money', { blank: 0 }),
    store: col('order store'),
  },
  approxWithout: { gross_sales: ['Subtotal', 'Sous-total'] },
});
