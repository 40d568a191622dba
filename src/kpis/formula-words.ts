import type { Language } from '../core/choices.ts';
import type { Edge } from './formula.ts';

type At = Edge['at'];

/** The words between the ids, options and numbers of a formula. A missing language does not compile. */
const en = {
  /** A number of days, as text or as the option that has it. */
  days: (n: string) => (n === '1' ? '1 day' : `${n} days`),
  /** After a number of days: where they are counted from. */
  before: (days: string, at: At) => `${days} before the period's ${at}`,
  /** Windows; each can follow `over` and be in `inBoth`. */
  all: (until: string) => `all data until ${until}`,
  endingWith: (days: string) => `the ${days} that end with the period`,
  precedingPeriod: (days: string) => `the ${days} before the period`,
  ending: (days: string, before: string) => `the ${days} that end ${before}`,
  span: (from: string, to: string) => `the span from ${from} to ${to}`,
  /** A bound of a window that is a bound of the period, and one that lies days before it. */
  from: { start: "the period's start", end: "the period's end", before: (before: string) => before },
  to: { start: "the period's start", end: "the period's end", before: (before: string) => before },
  over: (what: string, window: string) => `${what} over ${window}`,
  ofKnown: (what: string, first: string, second: string) => `${what} over ${second}, of those known in ${first}`,
  inBoth: (what: string, first: string, second: string) => `${what} in both ${first} and ${second}`,
  option: (name: string) => `option \`${name}\``,
  and: 'and',
  or: 'or',
  else: ', else ',
  with: (what: string, choice: string) => `${what} with \`${choice}\``,
  least: (of: string) => `the least of ${of}`,
  allGroups: (what: string) => `${what} of all groups`,
  payback: (cost: string) =>
    `the first month in which the gross margin that an average new customer has brought reaches ${cost}`,
  /** After the arithmetic, each said once. */
  notes: {
    approx: 'any but the first is marked `approx`',
    together: 'either part alone if only one is known',
    coverage: (costed: string, sold: string, under: string) =>
      `not known if ${costed} ÷ ${sold} is below ${under}, marked \`approx\` below 1`,
    part: (some: string, all: string) => `not known if ${some} is above ${all}`,
    alike: (kinds: string) => `not known if ${kinds} is above 1`,
    aboveZero: (what: string) => `not known if ${what} is not above 0`,
    zero: (what: string, mark: string | undefined) =>
      `${what} is 0 if no file contains it${mark === undefined ? '' : `, marked \`${mark}\``}`,
  },
  semicolon: '; ',
};

export type FormulaWords = typeof en;

const fr: FormulaWords = {
  days: (n) => (n === '1' ? '1 jour' : `${n} jours`),
  before: (days, at) => `${days} avant ${at === 'start' ? 'le début' : 'la fin'} de la période`,
  all: (until) => `toutes les données jusqu'${until}`,
  endingWith: (days) => `les ${days} qui se terminent avec la période`,
  precedingPeriod: (days) => `les ${days} précédant la période`,
  ending: (days, before) => `les ${days} qui se terminent ${before}`,
  span: (from, to) => `l'intervalle allant ${from} ${to}`,
  from: { start: 'du début de la période', end: 'de la fin de la période', before: (before) => `de ${before}` },
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
