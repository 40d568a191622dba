import type { Language } from '../core/choices.ts';
import type { Edge } from './formula.ts';

type At = Edge['at'];

/** The words between the ids, options and numbers of a formula. A missing language does not compile. */
export interface FormulaWords {
  /** A number of days, as text or as the option that has it. */
  readonly days: (n: string) => string;
  /** After a number of days: where they are counted from. */
  readonly before: (days: string, at: At) => string;
  /** Windows; each can follow `over` and be in `inBoth`. */
  readonly all: (until: string) => string;
  readonly endingWith: (days: string) => string;
  readonly precedingPeriod: (days: string) => string;
  readonly ending: (days: string, before: string) => string;
  readonly span: (from: string, to: string) => string;
  /** A bound of a window that is a bound of the period, and one that lies days before it. */
  readonly from: Readonly<Record<At, string>> & { readonly before: (before: string) => string };
  readonly to: Readonly<Record<At, string>> & { readonly before: (before: string) => string };
  readonly over: (what: string, window: string) => string;
  readonly ofKnown: (what: string, first: string, second: string) => string;
  readonly inBoth: (what: string, first: string, second: string) => string;
  readonly option: (name: string) => string;
  readonly and: string;
  readonly or: string;
  readonly else: string;
  readonly with: (what: string, choice: string) => string;
  readonly least: (of: string) => string;
  readonly allGroups: (what: string) => string;
  readonly payback: (cost: string) => string;
  /** After the arithmetic, each said once. */
  readonly notes: {
    readonly approx: string;
    readonly together: string;
    readonly coverage: (costed: string, sold: string, under: string) => string;
    readonly part: (some: string, all: string) => string;
    readonly alike: (kinds: string) => string;
    readonly aboveZero: (what: string) => string;
    readonly zero: (what: string, mark: string | undefined) => string;
  };
  readonly semicolon: string;
}

const en: FormulaWords = {
  days: (n) => (n === '1' ? '1 day' : `${n} days`),
  before: (days, at) => `${days} before the period's ${at}`,
  all: (until) => `all data until ${until}`,
  endingWith: (days) => `the ${days} that end with the period`,
  precedingPeriod: (days) => `the ${days} before the period`,
  ending: (days, before) => `the ${days} that end ${before}`,
  span: (from, to) => `the span from ${from} to ${to}`,
  from: { start: "the period's start", end: "the period's end", before: (before) => before },
  to: { start: "the period's start", end: "the period's end", before: (before) => before },
  over: (what, window) => `${what} over ${window}`,
  ofKnown: (what, first, second) => `${what} over ${second}, of those known in ${first}`,
  inBoth: (what, first, second) => `${what} in both ${first} and ${second}`,
  option: (name) => `option \`${name}\``,
  and: 'and',
  or: 'or',
  else: ', else ',
  with: (what, choice) => `${what} with \`${choice}\``,
  least: (of) => `the least of ${of}`,
  allGroups: (what) => `${what} of all groups`,
  payback: (cost) =>
    `the first month in which the gross margin that an average new customer has brought reaches ${cost}`,
  notes: {
    approx: 'any but the first is marked `approx`',
    together: 'either part alone if only one is known',
    coverage: (costed, sold, under) => `not known if ${costed} ÷ ${sold} is below ${under}, marked \`approx\` below 1`,
    part: (some, all) => `not known if ${some} is above ${all}`,
    alike: (kinds) => `not known if ${kinds} is above 1`,
    aboveZero: (what) => `not known if ${what} is not above 0`,
    zero: (what, mark) => `${what} is 0 if no file contains it${mark === undefined ? '' : `, marked \`${mark}\``}`,
  },
  semicolon: '; ',
};

const fr: FormulaWords = {
  days: (n) => (n === '1' ? '1 jour' : `${n} jours`),
  before: (days, at) => `${days} avant ${at === 'start' ? 'le début' : 'la fin'} de la période`,
  all: (until) => `toutes les données jusqu'${until}`,
  endingWith: (days) => `les ${days} qui se terminent avec la période`,
  precedingPeriod: (days) => `les ${days} précédant la période`,
  ending: (days, before) => `les ${days} qui se terminent ${before}`,
  span: (from, to) => `l'intervalle allant ${from} ${to}`,
  from: {
    start: 'du début de la période',
    end: 'de la fin de la période',
    before: (before) => `de ${before}`,
  },
  to: { start: 'au début de la période', end: 'à la fin de la période', before: (before) => `à ${before}` },
  over: (what, window) => `${what} sur ${window}`,
  ofKnown: (what, first, second) => `${what} sur ${second}, parmi ceux connus dans ${first}`,
  inBoth: (what, first, second) => `${what} à la fois dans ${first} et dans ${second}`,
  option: (name) => `option \`${name}\``,
  and: 'et',
  or: 'ou',
  else: ', sinon ',
  with: (what, choice) => `${what} avec \`${choice}\``,
  // Before "option" the "de" of "le plus petit de" would have to be elided.
  least: (of) => `le minimum entre ${of}`,
  allGroups: (what) => `${what} de tous les groupes`,
  payback: (cost) => `le premier mois où la marge brute cumulée qu'a apportée un nouveau client moyen atteint ${cost}`,
  notes: {
    approx: 'toute autre valeur que la première est marquée `approx`',
    together: "l'un des termes seul si l'autre est inconnu",
    coverage: (costed, sold, under) =>
      `non calculable si ${costed} ÷ ${sold} est inférieur à ${under}, marqué \`approx\` en dessous de 1`,
    part: (some, all) => `non calculable si ${some} est supérieur à ${all}`,
    alike: (kinds) => `non calculable si ${kinds} est supérieur à 1`,
    aboveZero: (what) => `non calculable si ${what} n'est pas supérieur à 0`,
    zero: (what, mark) =>
      `${what} vaut 0 si aucun fichier ne l'indique${mark === undefined ? '' : `, marqué \`${mark}\``}`,
  },
  semicolon: '\u00a0; ',
};

export const formulaWords: Readonly<Record<Language, FormulaWords>> = { en, fr };
