import { namesIn } from '../core/names-in.ts';
import type { Text } from '../core/text.ts';
import { unreadCampaigns } from './unread-campaigns.ts';
import type { Unread } from './unread-file.ts';
import { unreadShops } from './unread-shops.ts';
import { unreadVisits } from './unread-visits.ts';

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

/** Leads of an ad form, with the entry that counts them: their customers by the column that the form has. */
function leadForms(id: string, has: readonly string[], customer: string | null): Unread {
  const key = customer === null ? '' : `, customer_key: ${customer}`;
  const columns = `\`columns: { lead_id: id, created_at: created_time${key} }\``;
  return {
    id,
    signature: { all: ['id', ['form_id', 'form_name'], 'created_time', has] },
    is: { en: 'Leads of an ad form', fr: "les leads d'un formulaire publicitaire" },
    because: {
      en: `leads by form hold personal data; to count them, write an entry of \`sources\` with \`kind: lead\` and ${columns}`,
      fr: `les leads d'un formulaire contiennent des données personnelles\u00a0; pour les compter, écrivez une entrée de \`sources\` avec \`kind: lead\` et ${columns}`,
    },
  };
}

/** Names of figures in the sheets of a report that hardly any other table has. */
const sheetLabels = namesIn`
  Returns | Shipping charged | Total sales | Units sold | Average order value (AOV) | Traffic share by channel
  Social traffic share | Pages per session | Bounce rate | Click-through rate (link) | Cost per click (link)
  Click-through rate (all) | Cost per click (all) | Active customers | New customer share | Returning customer rate
  Repeat purchase rate | Tickets created | Tickets solved | First reply time | Mean first reply time
  Net new followers | Follower growth rate | Engagement rate by reach | Engagement rate by impressions
  Retours et remboursements | Frais de port facturés | Ventes totales (TTC) | Panier moyen
  Part du trafic par canal | Part du trafic des réseaux sociaux | Pages par visite | Taux de rebond
  Taux de clics (CTR) (link) | Coût par clic (CPC) (link) | Coût pour mille (CPM) | Clients actifs
  Part de nouveaux clients | Taux de clients récurrents | Taux de réachat | Tickets créés | Tickets résolus
  Temps de première réponse | Temps de réponse moyen | Gain d'abonnés | Croissance des abonnés
  Taux d'engagement (portée) | Taux d'engagement (impressions)
`;

/** Known files that are no source. They are recognised after the exports of tools and before generic files. */
export const unread: readonly Unread[] = [
  {
    id: 'kpi-report',
    signature: [
      { all: ['period', 'from', 'to', 'partial', ['kpi', 'figure'], 'unit', 'value'] },
      { all: ['cohort', 'from', 'to', 'partial', 'age', 'metric', 'value'] },
      // A workbook that another program has saved again.
      { all: [['Period', 'Période'], ['From', 'Du'], ['To', 'Au'], sheetLabels] },
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
    id: 'shopify-transactions',
    signature: { all: ['Order', 'Kind', 'Gateway', 'Created At', 'Amount'] },
    is: { en: 'Shopify: transaction histories', fr: 'Shopify\u00a0: historique des transactions' },
    because: {
      en: 'it holds the authorisations, captures and refunds of orders, each of which would count as a sale; export the orders',
      fr: 'il contient les autorisations, captures et remboursements des commandes, dont chacun compterait comme une vente\u00a0; exportez les commandes',
    },
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
    id: 'amazon-settlement-v1',
    signature: { all: ['settlement-id', 'price-type', 'price-amount'] },
    is: { en: 'Amazon: Settlement report, Flat file', fr: 'Amazon\u00a0: rapport de règlement, fichier plat' },
    because: {
      en: 'it is the old form, with prices and fees in columns beside each other; download it as Flat file V2',
      fr: "c'est l'ancienne forme, avec prix et frais en colonnes côte à côte\u00a0; téléchargez-le en fichier plat V2",
    },
  },
  {
    id: 'amazon-inventory',
    signature: [{ all: ['afn-fulfillable-quantity'] }, { all: ['quantity-to-ship', 'amazon-order-id'] }],
    is: { en: 'Amazon: stock or shipments', fr: 'Amazon\u00a0: stock ou expéditions' },
    because: catalogue,
  },
  ...unreadCampaigns,
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
    signature: [
      {
        all: [
          ['Vendor', 'Fournisseur', 'Lieferant'],
          ['Order Reference', 'Référence de commande', 'Référence de la commande', 'Auftragsreferenz'],
        ],
      },
      {
        all: [
          'name',
          'date_order',
          ['amount_untaxed', 'amount_total'],
          ['date_planned', 'partner_ref', 'order_line/product_qty', 'order_line/date_planned'],
        ],
      },
    ],
    is: { en: 'Odoo: purchase orders', fr: "Odoo\u00a0: commandes d'achat" },
    because: { en: 'they are purchases, not sales', fr: 'ce sont des achats, pas des ventes' },
  },
  {
    id: 'hubspot-companies',
    signature: {
      all: [
        ['Record ID', 'Company ID'],
        ['Company name', 'Company owner'],
        ['Lifecycle Stage', 'Industry', 'Create Date'],
      ],
      none: ['Email', 'First Name'],
    },
    is: { en: 'HubSpot: Companies, Export', fr: 'HubSpot\u00a0: Entreprises, Exporter' },
    because: {
      en: 'it lists companies, not people; export the contacts',
      fr: 'il liste des entreprises, pas des personnes\u00a0; exportez les contacts',
    },
  },
  {
    id: 'hubspot-deals',
    signature: [
      { all: ['Deal Name', ['Deal Stage', 'Pipeline']] },
      { all: ['Nom de la transaction', ['Phase de la transaction', 'Pipeline']] },
    ],
    is: { en: 'HubSpot: Deals, Export', fr: 'HubSpot\u00a0: Transactions, Exporter' },
    because: deals,
  },
  {
    id: 'pipedrive-deals',
    signature: { all: [['Deal - Title', 'Deal - Status', 'Deal - Value']] },
    is: { en: 'Pipedrive: Deals, Export', fr: 'Pipedrive\u00a0: Affaires, Exporter' },
    because: deals,
  },
  ...unreadShops,
  ...unreadVisits,
  {
    id: 'pipedrive-undated',
    signature: { all: [['Person - Name', 'Person - First name', 'Lead - Title']] },
    is: { en: 'Pipedrive: Persons or Leads, Export', fr: 'Pipedrive\u00a0: Personnes ou Leads, Exporter' },
    because: {
      en: 'it has no creation dates; export it with the column "Person - Creation date" or "Lead - Creation date"',
      fr: "il n'a pas de dates de création\u00a0; exportez-le avec la colonne «\u00a0Person - Creation date\u00a0» ou «\u00a0Lead - Creation date\u00a0»",
    },
  },
  {
    id: 'salesforce-opportunities',
    signature: [
      { all: ['StageName', ['CloseDate', 'Amount', 'IsWon', 'IsClosed']] },
      { all: ['Opportunity Name', 'Stage'] },
      { all: ["Nom de l'opportunité", 'Étape'] },
    ],
    is: { en: 'Salesforce: Opportunities', fr: 'Salesforce\u00a0: Opportunités' },
    because: deals,
  },
  leadForms('lead-forms', ['email'], 'email'),
  leadForms('lead-forms-by-phone', ['phone_number'], 'phone_number'),
  leadForms('lead-forms-without-contact', ['full_name', 'work_email', 'first_name', 'ad_id'], null),
  {
    id: 'zendesk-explore',
    signature: {
      all: [
        ['Ticket created - Date', 'Ticket solved - Date', 'Ticket created - Timestamp', 'Ticket solved - Timestamp'],
      ],
    },
    is: { en: 'Zendesk: Explore report', fr: 'Zendesk\u00a0: rapport Explore' },
    because: {
      en: 'its figures are mostly sums or medians of many tickets; export the tickets (Reports, Export)',
      fr: 'ses chiffres sont le plus souvent des sommes ou des médianes de plusieurs tickets\u00a0; exportez les tickets (Rapports, Exporter)',
    },
  },
  {
    id: 'conversation-messages',
    signature: [
      { all: ['message_id', 'conversation_id', ['message_type', 'message_body', 'conversation_state']] },
      { all: ['Message ID', 'Conversation ID', 'Direction'] },
    ],
    is: { en: 'messages of conversations', fr: 'des messages de conversations' },
    because: {
      en: 'each row is a message, not a request; export the conversations',
      fr: 'chaque ligne est un message, pas une demande\u00a0; exportez les conversations',
    },
  },
  {
    id: 'product-reviews',
    signature: { all: ['review_id', 'stars', ['product_name', 'product_sku']] },
    is: { en: 'reviews of products', fr: 'des avis sur des produits' },
    because: {
      en: 'they rate products, not the shop; export the service reviews',
      fr: "ils notent des produits, pas la boutique\u00a0; exportez les avis sur l'entreprise",
    },
  },
];
