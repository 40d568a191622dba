import type { Mark } from '../core/kinds.ts';
import type { Comparison } from '../figures/figure-model.ts';
import type { Lang } from './page-words.ts';

/** Words of the page only; those of all outputs are in `../words.ts`. A missing language does not compile. */
const en = {
  skip: 'Skip to the figures',
  contents: 'Contents',
  period: 'Period',
  timezone: 'Time zone',
  currency: 'Currency',
  asOf: 'As of',
  basis: 'Basis',
  glance: 'At a glance',
  moreKpis: (n: number, count: string) => (n === 1 ? '1 more KPI:' : `${count} more KPIs:`),
  allByGroup: 'All KPIs, and the whole span',
  allKpis: 'all KPIs',
  moreCohorts: 'Orders, revenue and margin by age; each cohort as a whole',
  allPeriods: 'All periods',
  by: (dimensions: string) => `By ${dimensions}`,
  data: 'Data behind the figures',
  toWarnings: (n: number, count: string) => (n === 1 ? '1 warning' : `${count} warnings`),
  reading: 'How to read this page',
  numbers: 'Numbers',
  definition: 'Definition',
  formula: 'Formula',
  unknownWhen: 'When it is not known',
  source: 'Source',
  kpi: 'KPI',
  value: 'Value',
  yearBefore: 'Year before',
  since: (period: string) => `since ${period}`,
  change: { previous: 'Change', year: 'Year on year' } satisfies Record<Comparison, string>,
  better: 'better:',
  worse: 'worse:',
  arrows: {
    better: 'a change for the better',
    worse: 'a change for the worse',
    none: 'no arrow: no change, or neither better nor worse',
  },
  /** What the lines of a chart are, if there are several. */
  lines: { own: 'this period', year: 'the year before', partial: 'partial period, may still change' },
  /** Marks in few words; the full words are used where there is room. */
  marks: {
    approx: 'approximate',
    incomplete: 'incomplete',
    short_history: 'short history',
    provisional: 'provisional',
    low_sample: 'few answers',
    no_refunds: 'before refunds',
    no_discounts: 'amounts left out',
  } satisfies Record<Mark, string>,
  chart: {
    title: (kpi: string) => `${kpi}: trend`,
    periods: (n: number, count: string) => (n === 1 ? '1 period' : `${count} periods`),
    lowest: (value: string, period: string) => `lowest ${value} in ${period}`,
    highest: (value: string, period: string) => `highest ${value} in ${period}`,
    last: (value: string, period: string) => `last ${value} in ${period}`,
    unknown: (n: number, count: string) => (n === 1 ? 'not known in 1' : `not known in ${count}`),
    partial: (_: number, count: string) => `${count} partial: dashed, with a hollow point`,
    none: 'Not known in any period.',
    year: 'the year before: thin grey line',
  },
  share: 'Bars and percentages are shares of the total. Only figures whose groups add up to it have one.',
  notTold: (count: string) => `Known in total only: ${count}`,
  someScale: 'All on the scale of the largest, from 0 where that is on it; the figure is that of the last period.',
  fewerPeriods: (shown: string, of: string) =>
    `The tables hold the last ${shown} of ${of} periods; the JSON and CSV outputs hold all.`,
  fewerInCharts: (shown: string) => `The charts begin ${shown} periods before the end.`,
  fewerGroups: (shown: string, of: string) =>
    `The first ${shown} of ${of} groups are shown; the JSON and CSV outputs hold all.`,
  groupsOverTime:
    'Figures of each group are given for the last period and the whole span, and as small charts under Trends; the JSON and CSV outputs hold those of every period.',
  fewerPrinted: (shown: string) => `On paper: the last ${shown} periods. The file on screen holds more.`,
  fewerColumns: (shown: string) => `On paper: ${shown} columns at most. The file on screen holds more.`,
  columns: {
    file: 'File',
    format: 'Format',
    days: 'Days',
    read: 'Rows read',
    accepted: 'Accepted',
    skipped: 'Skipped by rule',
    superseded: 'Replaced by newer copies',
    rejected: 'Rejected',
  },
  funnel: {
    /** After the rate of repeat purchases. */
    ofCustomers: (count: string) => `of ${count} customers of the period`,
    notToScale: 'Impressions are not drawn to scale: nothing would be left of the other steps.',
    fewerPeriods: (shown: string, of: string) =>
      `The last ${shown} of ${of} periods are shown; the JSON and CSV outputs hold all.`,
  },
  cohorts: {
    /** What the lower, smaller number of a cell is, below the shares and below the orders. */
    belowShares: 'small figure: customers with an order at that age',
    belowOrders: 'small figure: orders at that age',
    notYet: 'not over yet',
    /** What the shades mean, for shares and for the rest. */
    shadesFromZero: 'from above 0 to the highest of the table after age 0',
    shades: 'from the lowest to the highest of the table',
    paid: 'here the margin reaches the CAC',
    newest: (shown: string) => `The newest ${shown} cohorts; kpi cohorts shows others.`,
    fewerCohorts: (shown: string, of: string) =>
      `The newest ${shown} of ${of} cohorts are shown; the JSON and CSV outputs hold all.`,
    fewerAges: (shown: string, of: string) =>
      `The first ${shown} of ${of} ages are shown; the JSON and CSV outputs hold all.`,
  },
  account: 'Every row is in one account: read = counted + skipped + replaced + rejected.',
  noWarnings: 'None.',
  closed: 'This file works offline: it loads nothing and runs no script.',
};

export type PageWords = typeof en;

const fr: PageWords = {
  skip: 'Aller aux chiffres',
  contents: 'Sommaire',
  period: 'Période',
  timezone: 'Fuseau horaire',
  currency: 'Devise',
  asOf: 'Au',
  basis: 'Base',
  glance: "L'essentiel",
  moreKpis: (n, count) => (n === 1 ? '1 autre KPI\u00a0:' : `${count} autres KPI\u00a0:`),
  allKpis: 'tous les KPI',
  allByGroup: "Tous les KPI, et l'ensemble de la période",
  moreCohorts: "Commandes, chiffre d'affaires et marge par âge\u00a0; chaque cohorte dans son ensemble",
  allPeriods: 'Toutes les périodes',
  by: (dimensions) => `Par ${dimensions}`,
  data: 'Les données derrière les chiffres',
  toWarnings: (n, count) => (n === 1 ? '1 avertissement' : `${count} avertissements`),
  reading: 'Comment lire cette page',
  numbers: 'Chiffres',
  definition: 'Définition',
  formula: 'Formule',
  unknownWhen: 'Quand il est inconnu',
  source: 'Source',
  kpi: 'KPI',
  value: 'Valeur',
  yearBefore: 'Un an avant',
  since: (period) => `depuis ${period}`,
  change: { previous: 'Évolution', year: 'Sur un an' },
  better: 'mieux\u00a0:',
  worse: 'moins bien\u00a0:',
  arrows: {
    better: 'une évolution favorable',
    worse: 'une évolution défavorable',
    none: "sans flèche\u00a0: pas d'évolution, ou ni mieux ni moins bien",
  },
  lines: { own: 'cette période', year: "l'année précédente", partial: 'période partielle, peut encore changer' },
  marks: {
    approx: 'approximatif',
    incomplete: 'incomplet',
    short_history: 'historique court',
    provisional: 'provisoire',
    low_sample: 'peu de réponses',
    no_refunds: 'avant remboursements',
    no_discounts: 'montants non inclus',
  },
  chart: {
    title: (kpi) => `${kpi}\u00a0: tendance`,
    periods: (n, count) => (n === 1 ? '1 période' : `${count} périodes`),
    lowest: (value, period) => `minimum ${value} en ${period}`,
    highest: (value, period) => `maximum ${value} en ${period}`,
    last: (value, period) => `dernier ${value} en ${period}`,
    unknown: (n, count) => (n === 1 ? 'inconnu dans 1' : `inconnu dans ${count}`),
    partial: (n, count) =>
      n === 1
        ? '1 partielle\u00a0: en pointillé, point creux'
        : `${count} partielles\u00a0: en pointillé, points creux`,
    none: 'Inconnu dans toutes les périodes.',
    year: "l'année précédente\u00a0: fine ligne grise",
  },
  share:
    'Les barres et pourcentages sont des parts du total. Seuls les chiffres dont les groupes s’y additionnent en ont.',
  notTold: (count) => `Connus au total seulement\u00a0: ${count}`,
  someScale:
    'Tous à l’échelle du plus grand, depuis 0 si elle le comprend\u00a0; le chiffre est celui de la dernière période.',
  fewerPeriods: (shown, of) =>
    `Les tableaux donnent les ${shown} dernières périodes sur ${of}\u00a0; les sorties JSON et CSV les donnent toutes.`,
  fewerInCharts: (shown) => `Les graphiques commencent ${shown} périodes avant la fin.`,
  fewerGroups: (shown, of) =>
    `Les ${shown} premiers groupes sur ${of} sont montrés\u00a0; les sorties JSON et CSV les donnent tous.`,
  groupsOverTime:
    'Les chiffres de chaque groupe sont donnés pour la dernière période et pour l’ensemble, et en petits graphiques sous Tendances\u00a0; les sorties JSON et CSV donnent ceux de chaque période.',
  fewerPrinted: (shown) => `Sur papier\u00a0: les ${shown} dernières périodes. Le fichier à l’écran en donne plus.`,
  fewerColumns: (shown) => `Sur papier\u00a0: ${shown} colonnes au plus. Le fichier à l’écran en donne plus.`,
  columns: {
    file: 'Fichier',
    format: 'Format',
    days: 'Jours',
    read: 'Lignes lues',
    accepted: 'Acceptées',
    skipped: 'Écartées par règle',
    superseded: 'Remplacées par des copies plus récentes',
    rejected: 'Rejetées',
  },
  funnel: {
    ofCustomers: (count) => `sur ${count} clients de la période`,
    notToScale: 'Les impressions ne sont pas à l’échelle\u00a0: les autres étapes ne se verraient plus.',
    fewerPeriods: (shown, of) =>
      `Les ${shown} dernières périodes sur ${of} sont montrées\u00a0; les sorties JSON et CSV les donnent toutes.`,
  },
  cohorts: {
    belowShares: 'petit chiffre\u00a0: les clients ayant commandé à cet âge',
    belowOrders: 'petit chiffre\u00a0: les commandes passées à cet âge',
    notYet: 'pas encore écoulé',
    shadesFromZero: 'de plus de 0 au plus haut du tableau après l’âge 0',
    shades: 'du plus bas au plus haut du tableau',
    paid: 'la marge atteint ici le CAC',
    newest: (shown) => `Les ${shown} cohortes les plus récentes\u00a0; kpi cohorts montre les autres.`,
    fewerCohorts: (shown, of) =>
      `Les ${shown} cohortes les plus récentes sur ${of} sont montrées\u00a0; les sorties JSON et CSV les donnent toutes.`,
    fewerAges: (shown, of) =>
      `Les ${shown} premiers âges sur ${of} sont montrés\u00a0; les sorties JSON et CSV les donnent tous.`,
  },
  account: 'Chaque ligne est dans un seul compte\u00a0: lues = retenues + écartées + remplacées + rejetées.',
  noWarnings: 'Aucun.',
  closed: 'Ce fichier fonctionne hors ligne\u00a0: il ne charge rien et n’exécute aucun script.',
};

export const pageWords: Readonly<Record<Lang, PageWords>> = { en, fr };
