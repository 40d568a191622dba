import type { Grain } from '../../core/calendar.ts';
import type { FunnelStepName } from '../../core/funnel-steps.ts';
import type { Lang } from '../../page/page-words.ts';
import type { Counting } from './funnel-model.ts';

/** Every word that the outputs of funnels need besides those of reports. A missing language does not compile. */
const en = {
  titles: {
    hour: 'Funnel by hour',
    day: 'Funnel by day',
    week: 'Funnel by week',
    month: 'Funnel by month',
    quarter: 'Funnel by quarter',
    year: 'Funnel by year',
    all: 'Funnel',
  } satisfies Record<Grain, string>,
  steps: {
    impressions: 'Impressions',
    visits: 'Visits',
    product_views: 'Product views',
    carts: 'Carts',
    checkouts: 'Checkouts',
    purchases: 'Purchases',
    repeat: 'Repeat',
  } satisfies Record<FunnelStepName, string>,
  heads: { step: 'Step', count: 'Count', rate: 'Step rate', rate_of_visits: 'Of visits', loss: 'Loss' },
  losses: { biggest: 'Biggest loss', carts: 'Carts lost', value: 'Their worth' },
  /** Of a share, lost between two steps. */
  lost: (share: string) => `${share} lost`,
  /** Where most was lost in the period before, if that was elsewhere. */
  before: (passage: string) => `before: ${passage}`,
  counting: {
    closed: 'A session counts in a step only if it took all steps before.',
    open: 'The files count each step by itself: a session may be in a step without the one before.',
    mixed:
      'Where rows are sessions, one counts in a step only if it took all steps before; rows that are sums of sessions count each step by itself.',
  } satisfies Record<Counting, string>,
  repeat: 'Repeat: customers who had ordered before; rate and loss are of all customers of the period.',
};

export type FunnelWords = typeof en;

const fr: FunnelWords = {
  titles: {
    hour: 'Entonnoir par heure',
    day: 'Entonnoir par jour',
    week: 'Entonnoir par semaine',
    month: 'Entonnoir par mois',
    quarter: 'Entonnoir par trimestre',
    year: 'Entonnoir par an',
    all: 'Entonnoir',
  },
  steps: {
    impressions: 'Impressions',
    visits: 'Visites',
    product_views: 'Vues produit',
    carts: 'Paniers',
    checkouts: 'Paiements commencés',
    purchases: 'Achats',
    repeat: 'Réachat',
  },
  heads: { step: 'Étape', count: 'Nombre', rate: 'Taux de passage', rate_of_visits: 'Des visites', loss: 'Perte' },
  losses: { biggest: 'Plus grande perte', carts: 'Paniers perdus', value: 'Leur valeur' },
  lost: (share) => `${share} de perte`,
  before: (passage) => `avant\u00a0: ${passage}`,
  counting: {
    closed: "Une session ne compte dans une étape que si elle est passée par toutes les étapes d'avant.",
    open: "Les fichiers comptent chaque étape à part\u00a0: une session peut être dans une étape sans celle d'avant.",
    mixed:
      "Quand les lignes sont des sessions, une session ne compte dans une étape que si elle est passée par toutes celles d'avant\u00a0; les lignes qui en sont des sommes comptent chaque étape à part.",
  },
  repeat:
    'Réachat\u00a0: les clients qui avaient déjà commandé\u00a0; taux et perte portent sur tous les clients de la période.',
};

export const funnelWords: Readonly<Record<Lang, FunnelWords>> = { en, fr };
