import type { Grain } from '../core/calendar.ts';
import type { Code, Dimension, Group, Mark, NullReason, Unit } from '../core/kinds.ts';

export type BesideNote = 'index' | 'adjusted' | 'mean';
export type Lang = 'en' | 'fr';

/** Every word of the outputs for people, except the labels of KPIs. A missing language does not compile. */
const en = {
  groups: {
    sales: 'Sales',
    traffic: 'Traffic',
    acquisition: 'Acquisition',
    customers: 'Customers',
    service: 'Customer service',
    social: 'Social and leads',
  } satisfies Record<Group, string>,
  reasons: {
    missing_kind: 'no file has the records or columns it needs',
    zero_denominator: 'its divisor is 0',
    no_observations: 'nothing in the period to calculate it from',
    insufficient_history: 'the files do not go back far enough',
    not_covered: 'no file has it for the period',
    inconsistent_counts: 'a part is larger than its whole',
    not_reached: 'not reached within the files',
    not_identified: 'the data do not settle it, such as scores on two scales, or a rate of several networks',
    negative_base: 'what it is compared with is below 0',
    incomplete_base: 'not comparable: what it is compared with is not known, or the files do not cover both alike',
  } satisfies Record<NullReason, string>,
  marks: {
    approx: 'approximate: based on data that a file gives only roughly',
    incomplete: 'incomplete: a source does not cover the whole period',
    short_history: 'short history: some customers counted as new may have bought before the files begin',
    provisional: 'provisional: may still change',
    low_sample: 'few answers',
    no_refunds: 'refunds not deducted: no file contains them',
    no_discounts: 'without discounts (in totals also shipping or taxes) that no file contains',
  } satisfies Record<Mark, string>,
  dimensions: {
    channel: 'Channel',
    source: 'Source',
    campaign: 'Campaign',
    country: 'Country',
    region: 'Region',
    device: 'Device',
    store: 'Store',
    contact_channel: 'Contact channel',
    payment_method: 'Payment method',
    discount_code: 'Discount code',
  } satisfies Record<Dimension, string>,
  grains: {
    hour: 'KPIs by hour',
    day: 'KPIs by day',
    week: 'KPIs by week',
    month: 'KPIs by month',
    quarter: 'KPIs by quarter',
    year: 'KPIs by year',
    all: 'KPIs',
  } satisfies Record<Grain, string>,
  /** Units of KPIs and measures, as in lists of definitions. */
  units: {
    money: 'money',
    ratio: 'ratio',
    multiple: 'multiple',
    count: 'count',
    decimal: 'decimal',
    duration: 'duration',
    score: 'score',
    months: 'months',
    text: 'text',
  } satisfies Record<Unit, string>,
  /** Units of time and of figures, and the text for a change that is no number. */
  short: { day: 'd', hour: 'h', minute: 'min', second: 's', month: 'mo', point: 'pt', new: 'new' },
  /** Heads of the changes, if there are several. */
  comparisons: { previous: 'prev.', year: 'year' },
  /** Heads of what else is beside a figure. */
  beside: { index: 'index', adjusted: 'adj.', mean: '28 d', benchmark: 'Benchmark' },
  besides: {
    index: 'the usual level at this time of the year, relative to the average of all complete periods',
    adjusted: 'seasonally adjusted: the figure divided by its index',
    mean: 'mean of the last 28 complete days: per day (/d) for what adds up, anything else over the 28 days as one span',
  } satisfies Record<BesideNote, string>,
  /** Values that are not numbers, each with a sign that is visible without colour. */
  codes: {
    loss: '✗ loss',
    weak: '! weak',
    healthy: '✓ healthy',
    under_investing: '↑ under-investing',
  } satisfies Record<Code, string>,
  /** Between a published figure and the page that is not its publisher's own. */
  quotedBy: 'quoted by',
  comparedBy: (event: string, period: string) => `compared with ${period} by the event ${event}`,
  asOf: 'as of',
  total: 'Total',
  unattributed: '(unattributed)',
  partial: 'partial',
  noPeriod: 'Nothing to show: the files contain no records in the requested period.',
  changes: {
    previous: 'change since the period before',
    year: 'change since the year before',
    point: 'percentage points',
  },
  /** Above the courses of figures, and what they show. */
  trend: 'Trend',
  /** What the bars before figures of groups show. */
  shares: 'bar: share of the total',
  trendOver: (n: number) => `the last ${n} complete periods, scaled from lowest ▁ to highest █`,
  /** What became of the rows of a file, with their grouped numbers. */
  rows: {
    read: (n: string) => (n === '1' ? '1 row' : `${n} rows`),
    accepted: (n: string) => `${n} counted`,
    not_valid: (n: string) => `${n} with a status that does not count`,
    gift_cards: (n: string) => `${n} of gift cards alone`,
    skipped: (n: string) => `${n} skipped by rule`,
    superseded: (n: string) => `${n} replaced by newer copies`,
    rejected: (n: string) => `${n} rejected`,
  },
  /** Between the rows of a file and what became of them. */
  colon: ': ',
  warning: 'warning',
  warnings: (n: number) => (n === 1 ? '1 warning on standard error' : `${n} warnings on standard error`),
  /** Above lists. */
  lists: { files: 'Files', warnings: 'Warnings' },
};

export type Words = typeof en;

/** In French 0 is singular as well. */
const plural = (n: string): string => (n === '0' || n === '1' ? '' : 's');

const fr: Words = {
  groups: {
    sales: 'Ventes',
    traffic: 'Trafic',
    acquisition: 'Acquisition',
    customers: 'Clients',
    service: 'Service client',
    social: 'Réseaux sociaux et leads',
  },
  reasons: {
    missing_kind: 'aucun fichier ne contient les données ou colonnes nécessaires',
    zero_denominator: 'le diviseur est égal à 0',
    no_observations: 'rien dans la période ne permet de le calculer',
    insufficient_history: 'les fichiers ne remontent pas assez loin',
    not_covered: "aucun fichier ne l'indique pour la période",
    inconsistent_counts: 'une partie dépasse le tout',
    not_reached: 'non atteint dans les fichiers',
    not_identified:
      'les données ne permettent pas de trancher, par exemple des notes sur deux échelles, ou un taux de plusieurs réseaux',
    negative_base: 'la valeur de comparaison est inférieure à 0',
    incomplete_base:
      'non comparable\u00a0: la valeur de comparaison est inconnue, ou les fichiers ne couvrent pas les deux de la même façon',
  },
  marks: {
    approx: "approximatif\u00a0: repose sur une donnée qu'un fichier ne donne qu'à peu près",
    incomplete: 'incomplet\u00a0: une source ne couvre pas toute la période',
    short_history: 'historique court\u00a0: des clients tenus pour nouveaux ont pu acheter avant le début des fichiers',
    provisional: 'provisoire\u00a0: peut encore changer',
    low_sample: 'peu de réponses',
    no_refunds: 'remboursements non déduits\u00a0: aucun fichier ne les donne',
    no_discounts: "sans les remises (dans les totaux aussi frais de port ou taxes) qu'aucun fichier ne donne",
  },
  dimensions: {
    channel: 'Canal',
    source: 'Source',
    campaign: 'Campagne',
    country: 'Pays',
    region: 'Région',
    device: 'Appareil',
    store: 'Boutique',
    contact_channel: 'Canal de contact',
    payment_method: 'Moyen de paiement',
    discount_code: 'Code de remise',
  },
  grains: {
    hour: 'KPI par heure',
    day: 'KPI par jour',
    week: 'KPI par semaine',
    month: 'KPI par mois',
    quarter: 'KPI par trimestre',
    year: 'KPI par an',
    all: 'KPI',
  },
  units: {
    money: 'montant',
    ratio: 'taux',
    multiple: 'multiple',
    count: 'nombre',
    decimal: 'décimal',
    duration: 'durée',
    score: 'score',
    months: 'mois',
    text: 'texte',
  },
  short: { day: 'j', hour: 'h', minute: 'min', second: 's', month: 'mois', point: 'pt', new: 'nouv.' },
  comparisons: { previous: 'préc.', year: 'an' },
  beside: { index: 'indice', adjusted: 'CVS', mean: '28 j', benchmark: 'Repère' },
  besides: {
    index:
      "indice saisonnier\u00a0: niveau habituel à cette époque de l'année, rapporté à la moyenne des périodes complètes",
    adjusted: 'corrigé des variations saisonnières\u00a0: le chiffre divisé par son indice',
    mean: "moyenne des 28 derniers jours complets\u00a0: par jour (/j) pour ce qui s'additionne, sinon calculée sur les 28 jours d'un seul tenant",
  },
  codes: { loss: '✗ à perte', weak: '! faible', healthy: '✓ sain', under_investing: '↑ sous-investissement' },
  quotedBy: 'cité par',
  comparedBy: (event, period) => `comparé à ${period} selon l'événement ${event}`,
  asOf: 'au',
  total: 'Total',
  unattributed: '(non attribué)',
  partial: 'partiel',
  noPeriod: 'Rien à montrer\u00a0: les fichiers n\u2019ont aucun enregistrement de la période demandée.',
  changes: {
    previous: 'évolution depuis la période précédente',
    year: "évolution depuis l'année précédente",
    point: 'points de pourcentage',
  },
  trend: 'Tendance',
  shares: 'barre\u00a0: part du total',
  trendOver: (n) => `les ${n} dernières périodes complètes, du plus bas ▁ au plus haut █`,
  rows: {
    read: (n) => `${n} ligne${plural(n)}`,
    accepted: (n) => `${n} retenue${plural(n)}`,
    not_valid: (n) => `${n} au statut qui ne compte pas`,
    gift_cards: (n) => `${n} de cartes cadeaux seules`,
    skipped: (n) => `${n} écartée${plural(n)} par règle`,
    superseded: (n) => `${n} remplacée${plural(n)} par des copies plus récentes`,
    rejected: (n) => `${n} rejetée${plural(n)}`,
  },
  colon: '\u00a0: ',
  warning: 'avertissement',
  warnings: (n) => (n === 1 ? "1 avertissement sur la sortie d'erreur" : `${n} avertissements sur la sortie d'erreur`),
  lists: { files: 'Fichiers', warnings: 'Avertissements' },
};

export const words: Readonly<Record<Lang, Words>> = { en, fr };
