import type { weekdays } from '../../config/weekday.ts';
import type { Grain } from '../../core/calendar.ts';
import type { Language } from '../../core/choices.ts';

type Weekday = (typeof weekdays)[number];

/** The comments of a configuration that `kpi init` writes, and of suggested checks. A missing language does not compile. */
const en = {
  written:
    'Written by kpi init. A # without a space after it comments out an example or a default: remove it to use the line.',
  zone: {
    own: 'of this computer',
    given: 'given by --timezone',
    fits: (file: string) => `; the times in ${file} match it`,
    use: '; it determines where days and weeks begin',
    doubt: (file: string, offset: string) =>
      `But ${file} has times with the offset ${offset}, which is not that of this zone: write the zone of the shop.`,
  },
  given: (option: string) => `given by ${option}`,
  currency: {
    noAmounts: 'the files hold no amounts',
    unsaid: 'no file says which currency its amounts are in: write it here',
    only: 'the only one in the files',
    rows: (code: string, rows: number) => `${code} (${rows} ${rows === 1 ? 'row' : 'rows'})`,
    mixed: (counted: string) =>
      `The files hold amounts in ${counted}. Say which one the report is in, and what one unit of each other is worth in it:`,
    ratesPath: 'or the path of a CSV with date,currency,rate',
  },
  isoWeek: 'the ISO week',
  report: 'defaults of the options',
  reportOptions: '; each of them is one of kpi report',
  otherComparisons: 'and season, mean, benchmark',
  otherPeriods: 'or hour, day, month, quarter, year',
  evaluated: (grain: Grain) =>
    `kpi check evaluates these in the last complete ${grain} before now, and exits with 1 if one fails.`,
  stale: (asOf: string, grain: Grain) =>
    `The files do not reach it: kpi check --as-of ${asOf} looks at the last ${grain} that they hold.`,
  later: {
    currency: 'Checks can be derived from past values once the currency is settled above: kpi check --suggest',
    dates: 'Checks can be derived from past values once the dates are settled above: kpi check --suggest',
    columns: 'Checks can be derived from past values once the columns are mapped above: kpi check --suggest',
  },
  targets: 'Values to be reached; a check with vs: target compares what is reached with them.',
  events:
    'Events on different days each year, oldest first: --compare year compares their days and weeks with each other.',
  costs: 'Expenses that are in no file.',
  channels:
    'Channels by source, medium, campaign or platform, the first rule that matches; else those that the files name.',
  options: {
    all: 'What KPIs mean; kpi explain KPI says which of these affect it.',
    revenue_basis: 'or total_sales (with shipping and taxes), order_value (as placed)',
    valid_status: 'orders that count; without it, every status of unknown meaning counts too',
    refund_date: 'refunds count on their own day; order: on that of their order',
    assume_full_history: 'true: the files hold every order ever made, so that all new customers are known',
    gross_margin_rate: 'an example: if no file has unit costs, there is no margin without it',
    complaint_tags: 'an example: tags that make a ticket a complaint',
    business_hours: 'an example',
  },
  files: (n: number) => `${n} files:`,
  passedOver: 'passed over: no export that kpi knows',
  notRead: 'recognised, not read',
  removeMarks: 'Remove the # from these lines.',
  sameOf: (n: number) => `The entry holds for ${n} more ${n === 1 ? 'file' : 'files'} of the folder.`,
  unknown: (file: string, seems: string) =>
    `${file} is of no known format. ${seems} If it is, remove the # from these lines.`,
  alsoThis: 'this # goes with the first below',
  fillIn: 'Fill in … and YYYY-MM-DD, and choose where a line says so.',
  dateOrder: (sample: string, column: string) =>
    `or mdy: nothing proves which, such as in ${sample} of column ${column}`,
  firstDay: 'the table has no dates: its first day',
  lastDay: 'its last day',
  done: (out: string, checks: number, commands: string) =>
    `${out} is written, ${checks === 0 ? 'without checks' : `with ${checks} ${checks === 1 ? 'check' : 'checks'}`}. Look it over, then: ${commands}`,
  checks: {
    tooFew: (span: string, least: number) =>
      `None suggested: the files hold ${span}; ${least} complete ones are needed.`,
    noCalendar: 'None suggested: only periods of the calendar can be compared with each other.',
    usual: (span: string) =>
      `Past values of ${span}: each bound is 3 spreads from the median, on the worse side. A spread is 1.4826 times the median distance from the median, at least 5 % of it.`,
    byDay: 'Days are compared with the same weekday; the bound is that of the least demanding weekday.',
    byHour: 'Hours are compared with the same hour of the same weekday; the bound is the least demanding one.',
    amounts: (currency: string) => `Amounts are in ${currency}.`,
    change: 'These describe the past, not what is good: change them as you see fit.',
    /** A check, by the label of its KPI: its past values in which periods. */
    restsOn: (label: string, usual: string, rest: string) => `${label}: ${usual} in ${rest}`,
    spread: (median: string, spread: string) => `median ${median}, spread ${spread}`,
    someOf: (count: number, span: string) => `${count} of ${span}`,
    noComplete: (grain: Grain) => `no complete ${grain}`,
    span: (count: number, noun: string, first: string, last: string) =>
      `${count} ${noun}, ${first === last ? first : `${first} to ${last}`}`,
    periods: (grain: Grain, count: number) => `${grain}${count === 1 ? '' : 's'}`,
    weekdays: (day: Weekday, count: number) => `${day[0]?.toUpperCase()}${day.slice(1)}${count === 1 ? '' : 's'}`,
    at: (days: string, hour: string) => `${days} at ${hour}`,
    /** A value in a sentence, of one that a configuration could have. */
    value: (text: string) => text,
    notProposed: 'Not suggested:',
    refused: (id: string, why: string) => `${id}: ${why}`,
    notSupplied: 'no file has the records or columns it needs',
    neutral: 'neither more nor less of it is better',
    words: 'its values are words, which have no bounds',
    few: (count: number, span: string, least: number) => `a value in ${count} of ${span}; ${least} are needed`,
    unknown: (period: string) => `not known, or not of the whole, in the last period, ${period}`,
    zero: (rest: string) => `it was 0 most of the time, in ${rest}`,
    unsteady: (usual: string) => `it varies too much for a bound (${usual})`,
    beyond: (value: string, bound: string, usual: string) =>
      `${value} in the last period would fail "${bound}" (${usual})`,
  },
};

export type InitWords = typeof en;

/** The basis of suggested checks, and why others are not suggested. */
export type CheckWords = InitWords['checks'];

/** Nouns of periods in French, with the words before the last one, the last complete one, and none. */
const grains: Readonly<
  Record<Grain, readonly [one: string, many: string, last: string, complete: string, no: string]>
> = {
  hour: ['heure', 'heures', 'la dernière', 'complète', 'aucune'],
  day: ['jour', 'jours', 'le dernier', 'complet', 'aucun'],
  week: ['semaine', 'semaines', 'la dernière', 'complète', 'aucune'],
  month: ['mois', 'mois', 'le dernier', 'complet', 'aucun'],
  quarter: ['trimestre', 'trimestres', 'le dernier', 'complet', 'aucun'],
  year: ['année', 'années', 'la dernière', 'complète', 'aucune'],
  all: ['période', 'périodes', 'la dernière', 'complète', 'aucune'],
};
const days: Readonly<Record<Weekday, string>> = {
  monday: 'lundi',
  tuesday: 'mardi',
  wednesday: 'mercredi',
  thursday: 'jeudi',
  friday: 'vendredi',
  saturday: 'samedi',
  sunday: 'dimanche',
};
/** In French 0 is singular as well. */
const plural = (n: number): string => (n < 2 ? '' : 's');

const fr: InitWords = {
  written:
    'Écrit par kpi init. Un # que ne suit aucun espace précède un exemple ou une valeur par défaut\u00a0: retirez-le pour activer la ligne.',
  zone: {
    own: 'celui de cet ordinateur',
    given: 'donné par --timezone',
    fits: (file) => `\u00a0; les heures de ${file} y correspondent`,
    use: '\u00a0; il fixe le début des jours et des semaines',
    doubt: (file, offset) =>
      `Mais ${file} a des heures au décalage ${offset}, qui n'est pas celui de ce fuseau\u00a0: indiquez le fuseau de la boutique.`,
  },
  given: (option) => `selon ${option}`,
  currency: {
    noAmounts: 'les fichiers ne contiennent aucun montant',
    unsaid: 'aucun fichier ne dit en quelle devise sont ses montants\u00a0: indiquez-la ici',
    only: 'la seule des fichiers',
    rows: (code, rows) => `${code} (${rows} ligne${plural(rows)})`,
    mixed: (counted) =>
      `Les fichiers contiennent des montants en ${counted}. Indiquez la devise du rapport, et ce qu'y vaut une unité de chaque autre devise\u00a0:`,
    ratesPath: "ou le chemin d'un CSV avec date,currency,rate",
  },
  isoWeek: 'la semaine ISO',
  report: 'ce que valent les options qui ne sont pas données',
  reportOptions: '\u00a0; chacune est une option de kpi report',
  otherComparisons: 'ou season, mean, benchmark (saison, moyenne, référence)',
  otherPeriods: 'ou hour, day, month, quarter, year (heure, jour, mois, trimestre, année)',
  evaluated: (grain) => {
    const [one, , last, complete] = grains[grain];
    return `kpi check évalue ces contrôles sur ${last} ${one} ${complete} avant maintenant, et se termine par le code 1 si l'un d'eux échoue.`;
  },
  stale: (asOf, grain) => {
    const [one, , last] = grains[grain];
    return `Les fichiers ne vont pas jusque-là\u00a0: kpi check --as-of ${asOf} examine ${last} ${one} qu'ils contiennent.`;
  },
  later: {
    currency:
      "Des contrôles pourront être proposés d'après les valeurs habituelles une fois la devise fixée ci-dessus\u00a0: kpi check --suggest",
    dates:
      "Des contrôles pourront être proposés d'après les valeurs habituelles une fois les dates fixées ci-dessus\u00a0: kpi check --suggest",
    columns:
      "Des contrôles pourront être proposés d'après les valeurs habituelles une fois les colonnes associées ci-dessus\u00a0: kpi check --suggest",
  },
  targets: 'Objectifs à atteindre\u00a0; un contrôle avec vs: target y compare les résultats.',
  events:
    "Événements dont la date change chaque année, du plus ancien au plus récent\u00a0: --compare year compare leurs jours et leurs semaines d'une année sur l'autre.",
  costs: 'Dépenses qui ne figurent dans aucun fichier.',
  channels:
    "Canaux d'après la source, le support, la campagne ou la régie, selon la première règle qui s'applique\u00a0; sinon ceux que nomment les fichiers.",
  options: {
    all: 'Ce que signifient les KPI\u00a0; kpi explain KPI dit lesquelles de ces options comptent pour un KPI.',
    revenue_basis: 'ou total_sales (avec frais de port et taxes), order_value (valeur à la commande)',
    valid_status: 'les commandes qui comptent\u00a0; sans cette ligne, tout statut de sens inconnu compte aussi',
    refund_date: 'les remboursements comptent à leur propre date\u00a0; order\u00a0: à celle de leur commande',
    assume_full_history:
      'true\u00a0: les fichiers contiennent toutes les commandes jamais passées, donc tous les nouveaux clients sont connus',
    gross_margin_rate: "un exemple\u00a0: si aucun fichier n'a de coûts unitaires, il n'y a pas de marge sans ce taux",
    complaint_tags: "un exemple\u00a0: les étiquettes qui font d'un ticket une réclamation",
    business_hours: 'un exemple',
  },
  files: (n) => `${n} fichiers\u00a0:`,
  passedOver: "laissé de côté\u00a0: ce n'est pas un export que kpi connaît",
  notRead: 'reconnu, non lu',
  removeMarks: 'Retirez le # de ces lignes.',
  sameOf: (n) => `L'entrée vaut pour ${n} autre${n === 1 ? '' : 's'} fichier${n === 1 ? '' : 's'} du dossier.`,
  unknown: (file, seems) => `${file} n'est d'aucun format connu. ${seems} Si c'est le cas, retirez le # de ces lignes.`,
  alsoThis: 'ce # part avec le premier ci-dessous',
  fillIn: "Complétez … et AAAA-MM-JJ, et choisissez là où une ligne l'indique.",
  dateOrder: (sample, column) =>
    `ou mdy\u00a0: rien ne permet de trancher, par exemple ${sample} dans la colonne ${column}`,
  firstDay: "le tableau n'a pas de dates\u00a0: son premier jour",
  lastDay: 'son dernier jour',
  done: (out, checks, commands) =>
    `${out} est écrit, ${checks === 0 ? 'sans contrôles' : `avec ${checks} contrôle${plural(checks)}`}. Relisez-le, puis\u00a0: ${commands}`,
  checks: {
    tooFew: (span, least) =>
      `Aucun contrôle proposé\u00a0: il faut au moins ${least} périodes complètes, et les fichiers donnent ceci\u00a0: ${span}.`,
    noCalendar: 'Aucun contrôle proposé\u00a0: seules des périodes du calendrier se comparent entre elles.',
    usual: (span) =>
      `Valeurs habituelles sur ${span}\u00a0: chaque borne se trouve à 3 dispersions de la médiane, du mauvais côté. Une dispersion vaut 1,4826 fois l'écart médian à la médiane, et au moins 5\u00a0% de celle-ci.`,
    byDay:
      'Les jours sont comparés au même jour de la semaine\u00a0; la borne est celle du jour de la semaine qui exige le moins.',
    byHour:
      'Les heures sont comparées à la même heure du même jour de la semaine\u00a0; la borne est celle qui exige le moins.',
    amounts: (currency) => `Les montants sont en ${currency}.`,
    change: 'Ces contrôles disent ce qui a été, non ce qui est souhaitable\u00a0: modifiez-les à votre guise.',
    restsOn: (label, usual, rest) => `${label}\u00a0: ${usual} sur ${rest}`,
    spread: (median, spread) => `médiane ${median}, dispersion ${spread}`,
    someOf: (count, span) => `${count} des ${span}`,
    noComplete: (grain) => `${grains[grain][4]} ${grains[grain][0]} ${grains[grain][3]}`,
    span: (count, noun, first, last) => `${count} ${noun}, ${first === last ? first : `de ${first} à ${last}`}`,
    periods: (grain, count) => grains[grain][count < 2 ? 0 : 1],
    weekdays: (day, count) => `${days[day]}${plural(count)}`,
    at: (days, hour) => `${days} à ${hour}`,
    value: (text) =>
      text
        .replace('.', ',')
        .replace(/d$/, 'j')
        .replace(/(?<=\d)(?=[jhs%]$)/, '\u00a0'),
    notProposed: 'Non proposés\u00a0:',
    refused: (id, why) => `${id}\u00a0: ${why}`,
    notSupplied: 'aucun fichier ne contient les données ou colonnes nécessaires',
    neutral: "ni plus ni moins n'est préférable",
    words: "ses valeurs sont des mots, qui n'ont pas de bornes",
    few: (count, span, least) =>
      `${count} valeur${plural(count)} connue${plural(count)} sur ${span}\u00a0; il en faut ${least}`,
    unknown: (period) => `inconnu, ou connu en partie seulement, dans la dernière période, ${period}`,
    zero: (rest) => `le plus souvent à 0, sur ${rest}`,
    unsteady: (usual) => `varie trop pour une borne (${usual})`,
    beyond: (value, bound, usual) =>
      `${value} dans la dernière période ne respecterait pas «\u00a0${bound}\u00a0» (${usual})`,
  },
};

export const initWords: Readonly<Record<Language, InitWords>> = { en, fr };
