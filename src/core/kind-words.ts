import type { Kind } from './kinds.ts';
import type { Text } from './text.ts';

/** What records of a kind are: in English one of them, in French several. */
export const kindWords: Readonly<Record<Kind, Text>> = {
  order: { en: 'order', fr: 'commandes' },
  order_line: { en: 'order line', fr: 'lignes de commande' },
  refund: { en: 'refund', fr: 'remboursements' },
  checkout: { en: 'checkout', fr: 'paiements commencés' },
  visit: { en: 'visit', fr: 'visites' },
  spend: { en: 'spend', fr: 'dépenses publicitaires' },
  ticket: { en: 'ticket', fr: 'tickets' },
  survey: { en: 'survey', fr: 'enquêtes' },
  social: { en: 'social', fr: 'réseaux sociaux' },
  lead: { en: 'lead', fr: 'leads' },
  cost: { en: 'cost', fr: 'coûts' },
};

/** The export in which records of a kind are found. */
export const exportWords: Readonly<Record<Kind, Text>> = {
  order: { en: "an export of the shop's orders", fr: 'un export des commandes de la boutique' },
  order_line: {
    en: "an export of the shop's orders with their lines",
    fr: 'un export des commandes avec leurs lignes',
  },
  refund: { en: "an export of the shop's refunds", fr: 'un export des remboursements de la boutique' },
  checkout: { en: 'an export of abandoned checkouts', fr: 'un export des paniers abandonnés' },
  visit: { en: 'an export of web analytics', fr: "un export de l'outil de mesure d'audience" },
  spend: { en: 'an export of an ads account', fr: "un export d'un compte publicitaire" },
  ticket: { en: 'an export of the help desk', fr: "un export de l'outil de support" },
  survey: { en: 'an export of survey answers', fr: "un export des réponses d'enquête" },
  social: { en: 'an export of a social network', fr: "un export d'un réseau social" },
  lead: { en: 'an export of leads', fr: 'un export des leads' },
  cost: { en: 'a list of costs, or costs in kpi.yaml', fr: 'une liste de coûts, ou costs dans kpi.yaml' },
};
