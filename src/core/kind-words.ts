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
