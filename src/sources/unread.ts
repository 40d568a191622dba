import type { Text } from '../core/text.ts';
import type { Signature } from './source.ts';

/** A file that shops keep beside their exports and that is no source of KPIs: it is recognised, not read. */
export interface Unread {
  readonly id: string;
  readonly signature: Signature | readonly Signature[];
  /** What the file is. */
  readonly is: Text;
  /** Why it is not read, and what has its figures instead. */
  readonly because: Text;
}

const people: Text = {
  en: 'it lists people, not sales; customer KPIs come from the export of orders',
  fr: "il liste des personnes, pas des ventes\u00a0; les KPI clients viennent de l'export des commandes",
};
const payouts: Text = {
  en: 'payouts are sums of sales that the export of orders lists one by one',
  fr: "les versements additionnent des ventes que l'export des commandes donne une par une",
};
const ledger: Text = {
  en: 'it is a ledger of payments, fees and transfers; export the orders',
  fr: "c'est un journal de paiements, de frais et de virements\u00a0; exportez les commandes",
};
const catalogue: Text = {
  en: 'it is the catalogue or the stock, not sales; export the orders',
  fr: "c'est le catalogue ou le stock, pas des ventes\u00a0; exportez les commandes",
};
const deals: Text = {
  en: 'deals are opportunities of a CRM, not orders; export the orders of the shop',
  fr: "ce sont les opportunités d'un CRM, pas des commandes\u00a0; exportez les commandes de la boutique",
};

/** Known files that are no source. They are recognised after the exports of tools and before generic files. */
export const unread: readonly Unread[] = [
  {
    id: 'shopify-customers',
    signature: { all: [['Accepts Email Marketing', 'Accepts Marketing'], 'Total Spent', 'Total Orders'] },
    is: { en: 'Shopify: Customers, Export', fr: 'Shopify\u00a0: Clients, Exporter' },
    because: people,
  },
  {
    id: 'shopify-products',
    signature: { all: ['Handle', 'Body (HTML)', 'Variant Price'] },
    is: { en: 'Shopify: Products, Export', fr: 'Shopify\u00a0: Produits, Exporter' },
    because: catalogue,
  },
  {
    id: 'shopify-inventory',
    signature: {
      all: ['Handle', 'SKU', 'Location', ['On hand (current)', 'On hand', 'Available (not editable)', 'Available']],
    },
    is: { en: 'Shopify: Inventory, Export', fr: 'Shopify\u00a0: Stock, Exporter' },
    because: catalogue,
  },
  {
    id: 'shopify-payouts',
    signature: [{ all: ['Payout Date', 'Charges'] }, { all: ['Transaction Date', 'Payout Status', 'Card Brand'] }],
    is: { en: 'Shopify: Payouts', fr: 'Shopify\u00a0: Versements' },
    because: payouts,
  },
  {
    id: 'shopify-order-metafields',
    signature: { all: ['Order GID', 'Metafield key'] },
    is: { en: 'Shopify: metafields of orders', fr: 'Shopify\u00a0: champs méta des commandes' },
    because: {
      en: 'it holds notes of orders, no amounts',
      fr: 'il contient des notes sur les commandes, aucun montant',
    },
  },
  {
    id: 'shopify-new-and-returning',
    signature: { all: ['New or returning customer', 'Customers'], none: ['Day', 'Week', 'Month', 'Date', 'Sessions'] },
    is: {
      en: 'Shopify: Analytics, new and returning customers',
      fr: 'Shopify\u00a0: Analyses, nouveaux clients et clients existants',
    },
    because: {
      en: 'it has no dates; the export of orders shows new and returning customers',
      fr: "il n'a pas de dates\u00a0; l'export des commandes distingue nouveaux clients et clients existants",
    },
  },
  {
    id: 'woocommerce-products',
    signature: { all: ['Regular price', 'In stock?'] },
    is: { en: 'WooCommerce: Products, Export', fr: 'WooCommerce\u00a0: Produits, Exporter' },
    because: catalogue,
  },
  {
    id: 'stripe-payouts',
    signature: { all: ['Arrival Date (UTC)', ['Livemode', 'Destination Name']] },
    is: { en: 'Stripe: Payouts, Export', fr: 'Stripe\u00a0: Virements, Exporter' },
    because: payouts,
  },
  {
    id: 'stripe-balance',
    signature: { all: ['balance_transaction_id', 'reporting_category'] },
    is: { en: 'Stripe: balance, itemised', fr: 'Stripe\u00a0: solde, détaillé' },
    because: ledger,
  },
  {
    id: 'etsy-payments',
    signature: [{ all: ['Adjusted Gross', 'Adjusted Fees'] }, { all: ['Fees & Taxes', 'Net', 'Type'] }],
    is: { en: 'Etsy: payment account', fr: 'Etsy\u00a0: compte de paiement' },
    because: ledger,
  },
  {
    id: 'ebay-transactions',
    signature: { all: ['Transaction creation date', 'Type', 'Net amount', 'Payout ID'] },
    is: { en: 'eBay: Transaction report', fr: 'eBay\u00a0: rapport de transactions' },
    because: ledger,
  },
  {
    id: 'amazon-transactions',
    signature: { all: ['date/time', 'settlement id', 'product sales'] },
    is: { en: 'Amazon: transactions by date range', fr: 'Amazon\u00a0: transactions par période' },
    because: ledger,
  },
  {
    id: 'amazon-inventory',
    signature: [{ all: ['afn-fulfillable-quantity'] }, { all: ['quantity-to-ship', 'amazon-order-id'] }],
    is: { en: 'Amazon: stock or shipments', fr: 'Amazon\u00a0: stock ou expéditions' },
    because: catalogue,
  },
  {
    id: 'search-console-filters',
    signature: { all: ['Filter', 'Value'], none: ['Clicks', 'Date'] },
    is: { en: 'Google Search Console: Filters', fr: 'Google Search Console\u00a0: Filtres' },
    because: { en: 'it names the filters of a download', fr: "il nomme les filtres d'un téléchargement" },
  },
  {
    id: 'meta-audience',
    signature: { all: ['Age', 'Women', 'Men'] },
    is: { en: 'Meta: audience of a page', fr: "Meta\u00a0: audience d'une page" },
    because: { en: 'it describes followers, not activity', fr: 'il décrit les abonnés, pas une activité' },
  },
  {
    id: 'klaviyo-custom-report',
    signature: { all: ['Campaign Message Channel', ['List/Segment', 'Group Id']] },
    is: { en: 'Klaviyo: custom report', fr: 'Klaviyo\u00a0: rapport personnalisé' },
    because: {
      en: 'it is grouped by segment, without days; export the campaigns',
      fr: 'il est groupé par segment, sans jours\u00a0; exportez les campagnes',
    },
  },
  {
    id: 'mailing-contacts',
    signature: {
      all: [
        ['Email', 'Email Address'],
        ['Klaviyo ID', 'MEMBER_RATING', 'OPTIN_TIME'],
      ],
    },
    is: { en: 'contacts of a mailing tool', fr: "contacts d'un outil d'e-mailing" },
    because: people,
  },
  {
    id: 'odoo-purchases',
    signature: { all: ['Vendor', 'Order Reference'] },
    is: { en: 'Odoo: purchase orders', fr: "Odoo\u00a0: commandes d'achat" },
    because: { en: 'they are purchases, not sales', fr: 'ce sont des achats, pas des ventes' },
  },
  {
    id: 'hubspot-deals',
    signature: { all: ['Deal Name', ['Deal Stage', 'Pipeline']] },
    is: { en: 'HubSpot: Deals, Export', fr: 'HubSpot\u00a0: Transactions, Exporter' },
    because: deals,
  },
  {
    id: 'pipedrive-deals',
    signature: { all: [['Deal - Title', 'Deal - Status', 'Deal - Value']] },
    is: { en: 'Pipedrive: Deals, Export', fr: 'Pipedrive\u00a0: Affaires, Exporter' },
    because: deals,
  },
  {
    id: 'kpi-report',
    signature: [
      { all: ['period', 'from', 'to', 'partial', ['kpi', 'figure'], 'unit', 'value'] },
      { all: ['cohort', 'from', 'to', 'partial', 'age', 'metric', 'value'] },
    ],
    is: { en: 'a report that kpi wrote', fr: 'un rapport écrit par kpi' },
    because: { en: 'it holds figures, not records', fr: 'il contient des chiffres, pas des enregistrements' },
  },
  {
    id: 'kpi-rejects',
    signature: { all: ['file', 'record', 'column', 'reason', 'value'] },
    is: { en: 'rejected rows that kpi wrote', fr: 'des lignes rejetées écrites par kpi' },
    because: { en: 'it holds no records', fr: 'il ne contient aucun enregistrement' },
  },
];
