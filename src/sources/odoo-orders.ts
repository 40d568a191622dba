import { meanings } from '../core/meanings.ts';
import { namesIn } from '../core/names-in.ts';
import { col, defineSource, difference, first } from './source.ts';

const reference = ['Order Reference', 'Référence de commande', 'Référence de la commande', 'Auftragsreferenz', 'name'];
const ordered = namesIn`
  Order Date | Date de la commande | Date de commande | Bestelldatum | Auftragsdatum | date_order | Creation Date
  Date de création | create_date
`;
const untaxed = ['Untaxed Amount', 'Montant hors taxes', 'Montant HT', 'Nettobetrag', 'amount_untaxed'];
const total = ['Total', 'Gesamt', 'amount_total'];
const tax = ['Taxes', 'Steuern', 'amount_tax'];
const lines = ['Order Lines', 'Lignes de commande', 'Lignes de la commande', 'Auftragszeilen'];
const ofLine = (...names: readonly string[]): string[] =>
  lines.flatMap((line) => names.map((name) => `${line}/${name}`));
const product = [
  ...ofLine('Product', 'Produit', 'Article', 'Produkt', 'Description'),
  'order_line/product_id',
  'order_line/name',
];

const words = meanings({
  quotation: ['quotation', 'quotation sent', 'draft', 'sent', 'devis', 'devis envoyé', 'angebot', 'angebot gesendet'],
  paid: namesIn`
    sales order | sale | locked | done | bon de commande | commande client | verrouillé | bloqué | verkaufsauftrag
    gesperrt
  `,
  cancelled: ['cancel'],
});
const status = col(['Status', 'Order Status', 'Statut', 'État', 'Statut de la commande', 'state'], 'text', {
  status: true,
  words,
});

/** `March 2026 (12)` and `Azure Interior (3)` are the sums of a group. */
const isGroup = (name: string, date: string): string => (date === '' && /\(\d+\)\s*$/.test(name) ? 'group' : '');

export default defineSource({
  id: 'odoo-orders',
  title: 'Odoo: Sales, Orders, Export',
  titleFr: 'Odoo\u00a0: Ventes, Commandes, Exporter',
  tool: 'Odoo',
  doc: 'The columns are chosen when exporting. With lines, the further rows of an order have only their cells. Sales are the untaxed amount, after discounts and with delivery lines: marked approximate. Quotations are left out. Times are UTC. A file with `Vendor` lists purchases and is not read.',
  signature: [
    {
      all: [
        reference.slice(0, -1),
        [...product, 'Salesperson', 'Vendeur', 'Vendeuse', 'Verkäufer', ...untaxed],
        [...untaxed, ...total],
      ],
      none: ['Vendor', 'Fournisseur', 'Lieferant'],
    },
    {
      all: ['name', 'date_order', ['amount_untaxed', 'amount_total'], ['state', 'partner_id']],
      none: ['date_planned', 'partner_ref', 'order_line/product_qty', 'order_line/date_planned'],
    },
  ],
  lines: 'continue',
  carried: reference,
  decimal: '.',
  amounts: 'without_tax',
  kind: 'order',
  derive: [{ name: 'order group', from: [reference, ordered], text: isGroup }],
  fields: {
    order_id: col(reference),
    ordered_at: col(ordered, 'instant', { zone: 'UTC' }),
    status,
    currency: col(['Currency', 'Devise', 'Währung', 'currency_id']),
    gross_sales: first(col(untaxed, 'money'), difference(col(total, 'money'), col(tax, 'money')), col(total, 'money')),
    taxes: first(col(tax, 'money'), difference(col(total, 'money'), col(untaxed, 'money'))),
    total: col(total, 'money'),
    store: col(['Company', 'Société', 'Unternehmen', 'company_id']),
  },
  line: {
    quantity: col([...ofLine('Quantity', 'Quantité', 'Menge'), 'order_line/product_uom_qty'], 'number'),
    unit_price: col([...ofLine('Unit Price', 'Prix unitaire', 'Einzelpreis'), 'order_line/price_unit'], 'money'),
    product: col(product),
  },
  approx: ['gross_sales'],
  skip: [
    { of: col('order group'), words: ['group'], reason: 'total_row' },
    { of: status, words: ['quotation'], reason: 'quotation' },
  ],
});
