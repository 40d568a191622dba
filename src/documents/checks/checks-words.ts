import type { Lang } from '../../page/page-words.ts';
import type { Because, Verdict } from './checks-model.ts';

/** Every word that the outputs of checks need besides those of reports. A missing language does not compile. */
const en = {
  title: 'Checks',
  none: 'Nothing was checked.',
  verdicts: { pass: 'pass', warn: 'warn', fail: 'fail', skip: 'skip' } satisfies Record<Verdict, string>,
  /** Parts of the last line, with their grouped numbers. */
  counts: {
    fail: (n) => `${n} failed`,
    warn: (n) => `${n} warned`,
    pass: (n) => `${n} passed`,
    skip: (n) => `${n} skipped`,
  } satisfies Record<Verdict, (n: string) => string>,
  heads: { check: 'Check', value: 'Value', compared: 'Compared', bound: 'Bound', distance: 'Distance' },
  because: {
    below_min_base: 'below min_base',
    below_min_abs_change: 'below min_abs_change',
    not_significant: 'not significant, may be chance',
    no_fall: 'it has risen from nothing or less, which is no fall',
  } satisfies Record<Exclude<Because, 'no_value'>, string>,
  /** What is unknown if a result is null: the value, its base, or the change between the two. */
  unknown: { value: 'no value', base: 'nothing to compare with', change: 'no change to compare' },
  /** Why a check has no value: no file covers the period, or not all of it alike. */
  notCovered: 'the files do not cover the period',
  /** Why there is no target: none is set, or one of other days, which cannot be prorated. */
  noTarget: {
    unset: 'no target is set for this group or period',
    otherDays: 'the target is set for another period, and distinct counts cannot be prorated',
  },
  bases: { previous: 'previous', year: 'year before', target: 'target' },
  must: 'must be',
  should: 'should be',
  interval: '95% interval',
  /** Distances too small to be seen at the printed precision. */
  just: { held: 'just held', missed: 'just missed' },
};

export type CheckWords = typeof en;

const plural = (n: string): string => (n === '0' || n === '1' ? '' : 's');

const fr: CheckWords = {
  title: 'Contrôles',
  none: "Rien n'a été contrôlé.",
  verdicts: { pass: 'réussi', warn: 'alerte', fail: 'échec', skip: 'ignoré' },
  counts: {
    fail: (n) => `${n} échec${plural(n)}`,
    warn: (n) => `${n} alerte${plural(n)}`,
    pass: (n) => `${n} réussi${plural(n)}`,
    skip: (n) => `${n} ignoré${plural(n)}`,
  },
  heads: { check: 'Contrôle', value: 'Valeur', compared: 'Comparé', bound: 'Borne', distance: 'Écart' },
  because: {
    below_min_base: 'sous min_base',
    below_min_abs_change: 'sous min_abs_change',
    not_significant: 'non significatif, peut être dû au hasard',
    no_fall: "la valeur est partie de rien ou de moins, ce n'est pas une baisse",
  },
  unknown: { value: 'pas de valeur', base: 'rien à quoi comparer', change: "pas d'évolution à comparer" },
  notCovered: 'les fichiers ne couvrent pas la période',
  noTarget: {
    unset: "aucun objectif n'est fixé pour ce groupe ou cette période",
    otherDays:
      "l'objectif est fixé pour une autre période, et un nombre de clients ou de visiteurs distincts ne se répartit pas",
  },
  bases: { previous: 'période précédente', year: 'année précédente', target: 'objectif' },
  must: 'doit être',
  should: 'devrait être',
  interval: 'intervalle à 95\u00a0%',
  just: { held: 'tenu de peu', missed: 'manqué de peu' },
};

export const checkWords: Readonly<Record<Lang, CheckWords>> = { en, fr };
