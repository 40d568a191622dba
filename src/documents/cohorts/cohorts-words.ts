import type { AgeGrain } from '../../core/age.ts';
import type { AgeMetric, CohortMetric } from '../../core/cohort-limits.ts';
import type { Lang } from '../../page/page-words.ts';

/** Every word that tables of cohorts need besides those of reports. A missing language does not compile. */
const en = {
  titles: {
    day: 'Cohorts by day',
    week: 'Cohorts by week',
    month: 'Cohorts by month',
    quarter: 'Cohorts by quarter',
  } satisfies Record<AgeGrain, string>,
  cohort: 'Cohort',
  /** Above the table of each cohort as a whole. */
  summary: 'Size and cost',
  metrics: {
    customers: 'New customers',
    cac: 'CAC',
    payback: 'CAC payback',
    orders: 'Orders',
    unidentified_orders: 'Orders without a customer',
  } satisfies Record<CohortMetric, string>,
  ageMetrics: {
    active_customers: 'Customers with an order',
    retention: 'Retention',
    orders: 'Orders',
    orders_per_customer: 'Cumulative orders per customer',
    revenue_per_customer: 'Cumulative revenue per customer',
    margin_per_customer: 'Cumulative margin per customer',
  } satisfies Record<AgeMetric, string>,
  /** The line above a table: what its columns of numbers are. */
  ages: {
    day: 'by whole days since the first order',
    week: 'by whole weeks since the first order',
    month: 'by whole months since the first order',
    quarter: 'by whole quarters since the first order',
  } satisfies Record<AgeGrain, string>,
  /** Heads of narrow columns. */
  short: { customers: 'New', cac: 'CAC', payback: 'Payback' },
  /** After the number of periods that a payback takes. */
  periods: { day: 'd', week: 'wk', month: 'mo', quarter: 'qtr' } satisfies Record<AgeGrain, string>,
  /** What the column of the payback says. */
  payback: 'Payback: the CAC payback, the first age in which the margin reaches the CAC, counted from 1',
  blank: 'blank: not over yet for every customer of the cohort, or not in the files',
  noAges: 'No age is over yet for every customer of a cohort whose new customers are known.',
  none: 'Nothing to show: the files hold no orders of the time asked for.',
  /** How many orders name no customer, with grouped numbers. */
  unidentified: (some: string, all: string) => `${some} of ${all} orders name no customer: they belong to no cohort.`,
};

export type CohortWords = typeof en;

const fr: CohortWords = {
  titles: {
    day: 'Cohortes par jour',
    week: 'Cohortes par semaine',
    month: 'Cohortes par mois',
    quarter: 'Cohortes par trimestre',
  },
  cohort: 'Cohorte',
  summary: 'Taille et coût',
  metrics: {
    customers: 'Nouveaux clients',
    cac: 'CAC',
    payback: 'Délai de récupération du CAC',
    orders: 'Commandes',
    unidentified_orders: 'Commandes sans client',
  },
  ageMetrics: {
    active_customers: 'Clients avec une commande',
    retention: 'Rétention',
    orders: 'Commandes',
    orders_per_customer: 'Commandes cumulées par client',
    revenue_per_customer: "Chiffre d'affaires cumulé par client",
    margin_per_customer: 'Marge cumulée par client',
  },
  ages: {
    day: 'par jours entiers depuis la première commande',
    week: 'par semaines entières depuis la première commande',
    month: 'par mois entiers depuis la première commande',
    quarter: 'par trimestres entiers depuis la première commande',
  },
  short: { customers: 'Nouveaux', cac: 'CAC', payback: 'Délai' },
  periods: { day: 'j', week: 'sem.', month: 'mois', quarter: 'trim.' },
  payback: 'Délai\u00a0: délai de récupération du CAC, premier âge où la marge atteint le CAC, compté à partir de 1',
  blank: 'vide\u00a0: pas encore écoulé pour chaque client de la cohorte, ou absent des fichiers',
  noAges: "Aucun âge n'est encore écoulé pour chaque client d'une cohorte dont les nouveaux clients sont connus.",
  none: "Rien à montrer\u00a0: les fichiers n'ont aucune commande de la période demandée.",
  unidentified: (some, all) => `${some} commandes sur ${all} ne nomment aucun client\u00a0: elles sont hors cohorte.`,
};

export const cohortWords: Readonly<Record<Lang, CohortWords>> = { en, fr };
