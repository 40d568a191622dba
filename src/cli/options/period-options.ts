import { ageGrains } from '../../core/age.ts';
import { comparisons, grains, periodComparisons } from '../../core/choices.ts';
import { below, listed } from './option-spec.ts';

const heading = { en: 'Periods:', fr: 'Périodes\u00a0:' };

export const periodOptions = below(heading, {
  period: {
    flags: '--period <length>',
    doc: { en: `${listed(grains)} (default: week)`, fr: `${listed(grains)} (par défaut\u00a0: week)` },
    words: grains,
  },
  from: { flags: '--from <date>', doc: { en: 'first day, YYYY-MM-DD', fr: 'premier jour, AAAA-MM-JJ' } },
  to: { flags: '--to <date>', doc: { en: 'last day, YYYY-MM-DD', fr: 'dernier jour, AAAA-MM-JJ' } },
  last: {
    flags: '--last <n>',
    doc: { en: 'the n complete periods before now', fr: 'les n dernières périodes complètes' },
  },
  all: {
    flags: '--all',
    doc: { en: 'all periods that the files cover', fr: 'toutes les périodes que couvrent les fichiers' },
  },
  includePartial: {
    flags: '--include-partial',
    doc: { en: 'also show incomplete periods, marked', fr: 'montrer aussi les périodes incomplètes, signalées' },
  },
  noIncludePartial: {
    flags: '--no-include-partial',
    doc: { en: 'only complete periods', fr: 'seulement les périodes complètes' },
    hidden: true,
  },
  compare: {
    flags: '--compare <with>',
    doc: {
      en: `${listed(comparisons)} or none, separated by commas`,
      fr: `${listed(comparisons)} ou none, séparés par des virgules`,
    },
    words: [...comparisons, 'none'],
    many: true,
  },
  periodCompare: {
    flags: '--compare <with>',
    doc: {
      en: `${listed(periodComparisons)} or none, separated by commas`,
      fr: `${listed(periodComparisons)} ou none, séparés par des virgules`,
    },
    words: [...periodComparisons, 'none'],
    many: true,
  },
  timezone: {
    flags: '--timezone <name>',
    doc: {
      en: 'time zone, such as Europe/Paris (default: that of the system)',
      fr: 'fuseau horaire, par exemple Europe/Paris (par défaut\u00a0: celui du système)',
    },
    words: 'zones',
  },
  asOf: {
    flags: '--as-of <time>',
    doc: {
      en: 'what counts as now, such as 2026-11-22 (default: the clock)',
      fr: 'date ou heure tenue pour le présent, par exemple 2026-11-22 (par défaut\u00a0: maintenant)',
    },
  },
  cohortPeriod: {
    flags: '--period <length>',
    doc: {
      en: `${listed(ageGrains)}: length of a cohort and of its ages (default: month)`,
      fr: `${listed(ageGrains)}\u00a0: durée d'une cohorte et unité de ses âges (par défaut\u00a0: month)`,
    },
    words: ageGrains,
  },
});
