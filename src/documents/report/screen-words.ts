import type { Grain } from '../../core/calendar.ts';
import type { Kind } from '../../core/kinds.ts';
import type { Lang } from '../../page/page-words.ts';

const inGrain: Readonly<Record<Lang, Readonly<Record<Grain, string>>>> = {
  en: { hour: 'hours', day: 'days', week: 'weeks', month: 'months', quarter: 'quarters', year: 'years', all: '' },
  fr: { hour: 'heures', day: 'jours', week: 'semaines', month: 'mois', quarter: 'trimestres', year: 'ans', all: '' },
};

/** The words of the first screen. A missing language does not compile. */
const en = {
  files: (n: string) => (n === '1' ? '1 file' : `${n} files`),
  kpis: (shown: string, known: string) => `${shown} of ${known} KPIs`,
  since: (period: string) => `vs ${period}`,
  /** Above the courses of figures. */
  course: (n: number, grain: Grain) => `last ${n} ${inGrain.en[grain]}`,
  moved: (n: number, grain: Grain) => `What moved (outside its usual range of the ${n} ${inGrain.en[grain]} before)`,
  /** KPIs that moved, too. */
  alsoMoved: (labels: string) => `also: ${labels}`,
  nothingMoved: (n: number, grain: Grain) =>
    `Nothing moved outside its usual range of the ${n} ${inGrain.en[grain]} before.`,
  above: (low: string, high: string) => `above ${low} – ${high}`,
  below: (low: string, high: string) => `below ${low} – ${high}`,
  running: {
    week: 'This week so far',
    month: 'This month so far',
    quarter: 'This quarter so far',
    year: 'This year so far',
  } satisfies Record<Exclude<Grain, 'all' | 'hour' | 'day'>, string>,
  /** A period that is over, of which the files have but the beginning. */
  begun: (period: string) => `${period} as far as the files reach`,
  days: (n: number) => (n === 1 ? '1 day' : `${n} days`),
  sameDays: (n: number) => (n === 1 ? 'vs the same day' : `vs the same ${n} days`),
  /** Before a period or year that a change is since. */
  on: (period: string) => `on ${period}`,
  data: 'Data',
  more: 'More',
  until: (kinds: string, day: string) => `${kinds}\u00a0→\u00a0${day}`,
  counted: (n: string, of: string) => `${n} of ${of} ${of === '1' ? 'row' : 'rows'} counted`,
  rejected: (n: number, count: string) => (n === 1 ? '1 row rejected' : `${count} rows rejected`),
  noPeriod: 'No complete period yet.',
  noKpi: 'The files supply no KPI.',
  moreWarnings: (n: number) => (n === 1 ? '1 more warning' : `${n} more warnings`),
  moreKpis: (n: number) => `${n} more KPIs`,
  /** Kinds of files in a list. */
  kinds: {
    order: 'orders',
    refund: 'refunds',
    checkout: 'checkouts',
    visit: 'visits',
    spend: 'ads',
    search: 'search',
    email: 'e-mail',
    ticket: 'tickets',
    survey: 'surveys',
    social: 'social',
    lead: 'leads',
    cost: 'costs',
  } as Readonly<Partial<Record<Kind, string>>>,
};

type ScreenWords = typeof en;

const fr: ScreenWords = {
  files: (n) => (n === '0' || n === '1' ? `${n} fichier` : `${n} fichiers`),
  kpis: (shown, known) => `${shown} KPI sur ${known}`,
  since: (period) => `vs ${period}`,
  course: (n, grain) => `${n} ${inGrain.fr[grain]}`,
  moved: (n, grain) => `Ce qui a bougé (hors de la plage habituelle des ${n} ${inGrain.fr[grain]} d'avant)`,
  alsoMoved: (labels) => `aussi\u00a0: ${labels}`,
  nothingMoved: (n, grain) => `Rien hors de la plage habituelle des ${n} ${inGrain.fr[grain]} d'avant.`,
  above: (low, high) => `au-dessus de ${low} – ${high}`,
  below: (low, high) => `au-dessous de ${low} – ${high}`,
  running: { week: 'Cette semaine', month: 'Ce mois-ci', quarter: 'Ce trimestre', year: 'Cette année' },
  begun: (period) => `${period}, jusqu'où vont les fichiers`,
  days: (n) => (n === 1 ? '1 jour' : `${n} jours`),
  sameDays: (n) => (n === 1 ? 'vs le même jour' : `vs les ${n} mêmes jours`),
  on: (period) => `sur ${period}`,
  data: 'Données',
  more: 'Suite',
  until: (kinds, day) => `${kinds}\u00a0→\u00a0${day}`,
  counted: (n, of) => `${n} ${n === '0' || n === '1' ? 'ligne comptée' : 'lignes comptées'} sur ${of}`,
  rejected: (n, count) => (n === 1 ? '1 ligne rejetée' : `${count} lignes rejetées`),
  noPeriod: 'Aucune période complète pour le moment.',
  noKpi: 'Les fichiers ne fournissent aucun KPI.',
  moreWarnings: (n) => (n === 1 ? '1 autre avertissement' : `${n} autres avertissements`),
  moreKpis: (n) => `${n} autres KPI`,
  kinds: {
    order: 'commandes',
    refund: 'remboursements',
    checkout: 'paniers',
    visit: 'visites',
    spend: 'publicité',
    search: 'recherche',
    email: 'e-mail',
    ticket: 'tickets',
    survey: 'enquêtes',
    social: 'réseaux sociaux',
    lead: 'leads',
    cost: 'coûts',
  },
};

export const screenWords: Readonly<Record<Lang, ScreenWords>> = { en, fr };
