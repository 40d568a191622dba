import { cellCurrency, col, defineSource } from './source.ts';
import { statusWords } from './woocommerce-status.ts';

const number = ['Order #', 'Commande n°', 'N° de commande', 'Nº de commande'];
const formatted = ['N. Revenue (formatted)', 'Revenu net (formaté)', 'Revenus nets (formatés)', 'CA net (formaté)'];
const net = ['Net Sales', 'N. Revenue', 'Ventes nettes', 'Revenu net', 'Revenus nets', 'CA net'];
const type = ['Customer type', 'Type de client'];
const items = ['Items sold', 'Articles vendus'];
const attribution = ['Attribution', 'Origin', 'Origine'];

const status = col(['Status', 'État', 'Etat', 'Statut'], 'text', { status: true, words: statusWords });

/** `Organic: Google`, `Source : lettre`, `Direct`: how an order came, and from where. */
const attributed = /^(organic|organique|referral|référent|référence|source)\s*:\s*(.+)$/i;
const isDirect = (text: string): boolean => /^direct/i.test(text.trim());
const how = (text: string): string => attributed.exec(text.trim())?.[1]?.toLowerCase() ?? '';

export default defineSource({
  id: 'woocommerce-analytics',
  title: 'WooCommerce: Analytics, Orders, Download',
  titleFr: 'WooCommerce\u00a0: Statistiques, Commandes, Télécharger',
  tool: 'WooCommerce',
  doc: 'Sales after discounts, without tax and shipping: marked approximate. A refund is a row of its own with an amount below 0, on its own day. No e-mails: who is new is what the shop says. The currency is the sign in the formatted column, if there is one.',
  signature: [{ all: [number, type, items, [...net, ...formatted]] }, { all: [number, formatted, items] }],
  decimal: '.',
  amounts: 'without_tax',
  kind: 'order',
  derive: [
    {
      name: 'attribution source',
      from: [attribution],
      text: (text) => (isDirect(text) ? '(direct)' : (attributed.exec(text.trim())?.[2] ?? '')),
    },
    {
      name: 'attribution medium',
      from: [attribution],
      text: (text) =>
        isDirect(text)
          ? '(none)'
          : how(text).startsWith('organi')
            ? 'organic'
            : how(text).startsWith('r')
              ? 'referral'
              : '',
    },
    {
      name: 'revenue with its sign',
      from: [formatted],
      text: (text) =>
        text
          .replace(/&euro;/g, '€')
          .replace(/&pound;/g, '£')
          .replace(/&yen;/g, '¥')
          .replace(/&#36;/g, '$')
          .replace(/&nbsp;/g, ' '),
    },
  ],
  fields: {
    order_id: col(number),
    ordered_at: col('Date', 'instant'),
    status,
    currency: cellCurrency('revenue with its sign'),
    gross_sales: col([...net, 'revenue with its sign'], 'money'),
    customer_type: col(type),
    source: col('attribution source'),
    medium: col('attribution medium'),
  },
  line: { quantity: col(items, 'number') },
  approx: ['gross_sales'],
  skip: [{ of: status, words: ['deleted', 'draft'], reason: 'draft' }],
});
