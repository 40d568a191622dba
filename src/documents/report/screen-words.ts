import type { Grain } from '../../core/calendar.ts';
import type { Kind } from '../../core/kinds.ts';
import type { Lang } from '../../page/page-words.ts';

/** The words of the first screen. A missing language does not compile. */
interface ScreenWords {
  readonly files: (n: string) => string;
  readonly kpis: (shown: string, known: string) => string;
  readonly since: (period: string) => string;
  /** Above the courses of figures. */
  readonly course: (n: number, grain: Grain) => string;
  readonly moved: (periods: number, grain: Grain) => string;
  /** KPIs that moved, too. */
  readonly alsoMoved: (labels: string) => string;
  readonly nothingMoved: (periods: number, grain: Grain) => string;
  readonly above: (low: string, high: string) => string;
  readonly below: (low: string, high: string) => string;
  readonly running: Readonly<Record<Exclude<Grain, 'all' | 'hour' | 'day'>, string>>;
  /** A period that is over, of which the files have but the beginning. */
  readonly begun: (period: string) => string;
  readonly days: (n: number) => string;
  readonly sameDays: (n: number) => string;
  /** Before a period or year that a change is since. */
  readonly on: (period: string) => string;
  readonly data: string;
  readonly more: string;
  readonly until: (kinds: string, day: string) => string;
  readonly counted: (n: string, of: string) => string;
  readonly rejected: (n: number, count: string) => string;
  readonly noPeriod: string;
  readonly noKpi: string;
  readonly moreWarnings: (n: number) => string;
  readonly moreKpis: (n: number) => string;
  /** Kinds of files in a list. */
  readonly kinds: Readonly<Partial<Record<Kind, string>>>;
}

const inGrain: Readonly<Record<Lang, Readonly<Record<Grain, string>>>> = {
  en: { hour: 'hours', day: 'days', week: 'weeks', month: 'months', quarter: 'quarters', year: 'years', all: '' },
  fr: { hour: 'heures', day: 'jours', week: 'semaines', month: 'mois', quarter: 'trimestres', year: 'ans', all: '' },
};

const en: ScreenWords = {
  files: (n) => (n === '1' ? '1 file' : `${n} files`),
  kpis: (shown, known) => `${shown} of ${known} KPIs`,
  since: (period) => `vs ${period}`,
  course: (n, grain) => `last ${n} ${inGrain.en[grain]}`,
  moved: (n, grain) => `What moved (outside its usual range of the ${n} ${inGrain.en[grain]} before)`,
  alsoMoved: (labels) => `also: ${labels}`,
  nothingMoved: (n, grain) => `Nothing moved outside its usual range of the ${n} ${inGrain.en[grain]} before.`,
  above: (low, high) => `above ${low} – ${high}`,
  below: (low, high) => `below ${low} – ${high}`,
  running: {
    week: 'This week so far',
    month: 'This month so far',
    quarter: 'This quarter so far',
    year: 'This year so far',
  },
  begun: (period) => `${period} as far as the files reach`,
  days: (n) => (n === 1 ? '1 day' : `${n} days`),
  sameDays: (n) => (n === 1 ? 'vs the same day' : `vs the same ${n} days`),
  on: (period) => `on ${period}`,
  data: 'Data',
  more: 'More',
  until: (kinds, day) => `${kinds}\u00a0→\u00a0${day}`,
  counted: (n, of) => `${n} of ${of} ${of === '1' ? 'row' : 'rows'} counted`,
  rejected: (n, count) => (n === 1 ? '1 row rejected' : `${count} rows rejected`),
  noPeriod: 'No complete period yet.',
  noKpi: 'The files supply no KPI.',
  moreWarnings: (n) => (n === 1 ? '1 more warning' : `${n} more warnings`),
  moreKpis: (n) => `${n} more KPIs`,
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
  },
};

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
