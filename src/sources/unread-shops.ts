import type { Text } from '../core/text.ts';
import type { Unread } from './unread-file.ts';

/* Lists of shops and marketplaces that hold no sales, or tell those of another export again. */

const people: Text = {
  en: 'it lists people, not sales; customer KPIs come from the export of orders',
  fr: "il liste des personnes, pas des ventes\u00a0; les KPI clients viennent de l'export des commandes",
};
const shipments: Text = {
  en: 'it lists shipments of orders that the report of all orders has; export "All orders"',
  fr: 'il liste les expéditions de commandes que le rapport de toutes les commandes contient\u00a0; exportez «\u00a0Toutes les commandes\u00a0»',
};
const payouts: Text = {
  en: 'it is a ledger of payouts and fees; export the orders',
  fr: "c'est un journal de versements et de frais\u00a0; exportez les commandes",
};
const videos: Text = {
  en: 'the videos and their figures are in "Table data.csv" of the same export',
  fr: 'les vidéos et leurs chiffres sont dans «\u00a0Table data.csv\u00a0» du même export',
};

export const unreadShops: readonly Unread[] = [
  {
    id: 'wix-orders-in-part',
    // Its rows would otherwise be those of a list of items, which has neither amounts of orders nor days.
    signature: { all: ['Order number', 'Date created', 'Total order quantity'], none: ['Total'] },
    is: { en: 'Wix: Orders, Export, without "Total"', fr: 'Wix\u00a0: Commandes, Exporter, sans «\u00a0Total\u00a0»' },
    because: {
      en: 'without the column "Total" it does not say what was paid; export it again with all columns',
      fr: 'sans la colonne «\u00a0Total\u00a0», il ne dit pas ce qui a été payé\u00a0; exportez-le à nouveau avec toutes les colonnes',
    },
  },
  {
    id: 'woocommerce-customers',
    signature: [
      { all: ['AOV', 'Total spend', 'Orders', ['Name', 'Username', 'Customer', 'Email', 'Sign up', 'Last active']] },
      { all: ['Panier moyen', 'Total dépensé', 'Commandes', ['Nom', 'Identifiant', 'Client', 'E-mail']] },
    ],
    is: { en: 'WooCommerce: Analytics, Customers', fr: 'WooCommerce\u00a0: Statistiques, Clients' },
    because: people,
  },
  {
    id: 'woocommerce-revenue',
    signature: [
      { all: ['Date', 'Orders', 'Gross sales', 'Coupons', 'Net sales'] },
      { all: ['Date', 'Commandes', 'Ventes brutes', ['Codes promo', 'Coupons'], 'Ventes nettes'] },
    ],
    is: { en: 'WooCommerce: Analytics, Revenue', fr: 'WooCommerce\u00a0: Statistiques, Revenus' },
    because: {
      en: 'its rows are sums of orders, not orders; export Analytics, Orders',
      fr: 'ses lignes sont des sommes de commandes, pas des commandes\u00a0; exportez Statistiques, Commandes',
    },
  },
  {
    id: 'square-sales',
    signature: { all: ['Sales', 'Gross Sales', 'Net Sales', ['Tip', 'Items', 'Returns', 'Refunds']] },
    is: { en: 'Square: Reports, Sales summary', fr: 'Square\u00a0: Rapports, Résumé des ventes' },
    because: {
      en: 'its rows are sums of sales; export Transactions',
      fr: 'ses lignes sont des sommes de ventes\u00a0; exportez les transactions',
    },
  },
  {
    id: 'woocommerce-coupons',
    signature: { all: ['Coupon code', 'Amount discounted', 'Orders'] },
    is: { en: 'WooCommerce: Analytics, Coupons', fr: 'WooCommerce\u00a0: Statistiques, Codes promo' },
    because: {
      en: 'it sums discounts by code; the export of orders has them one by one',
      fr: "il additionne les remises par code\u00a0; l'export des commandes les donne une par une",
    },
  },
  {
    id: 'square-deposits',
    signature: { all: ['Deposit ID', ['Deposit Date', 'Deposit Amount', 'Date']], none: ['Gross Sales'] },
    is: { en: 'Square: Transfers', fr: 'Square\u00a0: Virements' },
    because: payouts,
  },
  {
    id: 'square-customers',
    signature: { all: ['Square Customer ID'] },
    is: { en: 'Square: Customers, Export', fr: 'Square\u00a0: Clients, Exporter' },
    because: people,
  },
  {
    id: 'square-items-library',
    signature: { all: ['Token', 'Item Name', ['Current Quantity', 'Variation Name', 'SKU', 'Price']] },
    is: { en: 'Square: Item library, Export', fr: "Square\u00a0: Catalogue d'articles, Exporter" },
    because: {
      en: 'it is the catalogue or the stock, not sales; export the transactions',
      fr: "c'est le catalogue ou le stock, pas des ventes\u00a0; exportez les transactions",
    },
  },
  {
    id: 'tiktok-shop-settlements',
    signature: { all: ['Order/adjustment ID', 'Total settlement amount'] },
    is: { en: 'TikTok Shop: Income, settlements', fr: 'TikTok Shop\u00a0: Revenus, règlements' },
    because: payouts,
  },
  {
    id: 'amazon-shipments',
    signature: [
      { all: ['quantity-to-ship', ['amazon-order-id', 'order-id']] },
      { all: ['shipment-id', 'estimated-arrival-date'] },
    ],
    is: { en: 'Amazon: shipments', fr: 'Amazon\u00a0: expéditions' },
    because: shipments,
  },
  {
    id: 'awin-partners',
    signature: { all: [['publisher_name', 'publisherName'], 'total_commission'] },
    is: { en: 'Awin: performance by partner', fr: 'Awin\u00a0: performance par partenaire' },
    because: {
      en: 'it sums commissions by partner, without days; export the transactions',
      fr: 'il additionne les commissions par partenaire, sans jours\u00a0; exportez les transactions',
    },
  },
  {
    id: 'youtube-totals',
    // Days and views alone could be of anything.
    signature: {
      all: [
        'Date',
        'Views',
        ['Watch time (hours)', 'Average view duration', 'Average percentage viewed (%)', 'Subscribers'],
      ],
    },
    is: { en: 'YouTube Studio: Totals', fr: 'YouTube Studio\u00a0: Totals' },
    because: videos,
  },
];
