import { ageGrains } from '../../core/age.ts';
import {
  cacheModes,
  comparisons,
  engines,
  formats,
  grains,
  languages,
  periodComparisons,
  recordFormats,
} from '../../core/choices.ts';
import { dayText } from '../../core/civil.ts';
import { dimensions } from '../../core/kinds.ts';
import { Problem } from '../../core/problem.ts';
import type { Text } from '../../core/text.ts';
import { formatsOf } from '../../documents/define-document.ts';
import { documents } from '../../documents/index.ts';
import { groups } from '../../kpis/kpi.ts';
import { maxRejectsOf } from './max-rejects.ts';
import { countOf, dayOf, localeOf, momentIn, needsValue, parted, wordOf, wordsOf } from './option-values.ts';
import type { RawOptions } from './options.ts';
import { checkTemplate } from './output-names.ts';

const pass = (name: string, value: string): string => {
  if (value.trim() === '') throw new Problem('bad_option', needsValue(name));
  return value;
};

/** How the text of each option that takes one becomes its value. */
const texts = {
  config: pass,
  period: (name, value) => wordOf(name, value, grains),
  from: dayOf,
  to: dayOf,
  last: countOf,
  format: (name, value) => wordOf(name, value, formats),
  reportFormat: (_, value) => wordOf('--format', value, formatsOf(documents.report)),
  funnelFormat: (_, value) => wordOf('--format', value, formatsOf(documents.funnel)),
  cohortsFormat: (_, value) => wordOf('--format', value, formatsOf(documents.cohorts)),
  cohortPeriod: (_, value) => wordOf('--period', value, ageGrains),
  checkFormat: (_, value) => wordOf('--format', value, formatsOf(documents.checks)),
  recordFormat: (_, value) => wordOf('--format', value, recordFormats),
  /** Of `kpi normalize`: the folder. */
  dir: (_, value) => pass('--out', value),
  timezone: pass,
  currency: pass,
  rates: pass,
  engine: (name, value) => wordOf(name, value, engines),
  threads: countOf,
  /** As DuckDB writes sizes: `2GB`. */
  memoryLimit: (name, value) => {
    if (/^[1-9]\d*(\.\d+)? ?[KMGT]i?B$/i.test(value.trim())) return value.trim();
    throw new Problem('bad_option', {
      en: `${name} must be a size such as 2GB or 500MB, not "${value}"`,
      fr: `${name} doit être une taille comme 2GB ou 500MB, pas «\u00a0${value}\u00a0»`,
    });
  },
  tempDir: pass,
  cache: (name, value) => wordOf(name, value, cacheModes),
  maxRejects: (name, value) => {
    const max = maxRejectsOf(value);
    if (max !== null) return max;
    throw new Problem('bad_option', {
      en: `${name} must be a number of rows or a share such as 5%, not "${value}"`,
      fr: `${name} doit être un nombre de lignes ou un pourcentage comme 5%, pas «\u00a0${value}\u00a0»`,
    });
  },
  rejects: pass,
  title: pass,
  lang: (name, value) => wordOf(name, value, languages),
  locale: localeOf,
  asOf: momentIn,
} satisfies Readonly<Record<string, (name: string, value: string) => unknown>>;

/** The same for options that may be given several times. */
const lists = {
  compare: (name, values) => wordsOf(name, values, comparisons),
  /** For `kpi funnel`, which has other periods only. */
  periodCompare: (_, values) => wordsOf('--compare', values, periodComparisons),
  by: (name, values) => wordsOf(name, values, dimensions),
  kpi: (name, values) => {
    const ids = parted(values);
    if (ids.length === 0) throw new Problem('bad_option', needsValue(name));
    return ids;
  },
  group: (name, values) => wordsOf(name, values, groups),
  out: (name, values) => {
    for (const value of values) checkTemplate(pass(name, value));
    return [...new Set(values)];
  },
} satisfies Readonly<Record<string, (name: string, values: readonly string[]) => unknown>>;

/** Options without a value; `color` and `pager` are only ever false: forbidden. */
type Switch =
  | 'all'
  | 'includePartial'
  | 'strict'
  | 'color'
  | 'pager'
  | 'quiet'
  | 'verbose'
  | 'assumeFullHistory'
  | 'fields'
  | 'formats'
  | 'missing'
  | 'full'
  | 'open'
  | 'hashKeys'
  | 'exitZero'
  | 'errorOnWarning'
  | 'suggest';

type Values<T extends Readonly<Record<string, (name: string, value: never) => unknown>>> = {
  readonly [K in keyof T]?: ReturnType<T[K]>;
};

/** What the command line says, and nothing else. An empty list is none, despite the configuration. */
export type RunOptions = Values<typeof texts> & Values<typeof lists> & { readonly [K in Switch]?: boolean };

/** Reads the options as they were typed; Problems for bad values and for options that contradict each other. */
export function parseOptions(raw: RawOptions): RunOptions {
  const entries = Object.entries(raw).map(([key, value]) => {
    const name = `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (key in lists && Array.isArray(value)) return [key, lists[key as keyof typeof lists](name, value)];
    if (key in texts && typeof value === 'string') return [key, texts[key as keyof typeof texts](name, value)];
    // `--no-cache` is the other way to say it.
    return key === 'cache' && value === false ? [key, 'off'] : [key, value];
  });
  const options: RunOptions = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  refuseContradictions(options, (key) => `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
  return options;
}

const apart: readonly (readonly [keyof RunOptions, keyof RunOptions])[] = [
  ['last', 'all'],
  ['last', 'from'],
  ['last', 'to'],
  ['all', 'from'],
  ['all', 'to'],
  ['strict', 'maxRejects'],
  ['quiet', 'verbose'],
];

/** The Problem of two conflicting options. */
export const contradict = (a: string, b: string): Text => ({
  en: `${a} and ${b} contradict each other`,
  fr: `${a} et ${b} se contredisent`,
});

/** Refuses options that undo each other. */
export function refuseContradictions(options: RunOptions, nameOf: (key: keyof RunOptions) => string): void {
  for (const [a, b] of apart) {
    if (!isSet(options[a]) || !isSet(options[b])) continue;
    throw new Problem('contradiction', contradict(nameOf(a), nameOf(b)), [
      { en: 'give one of them', fr: "gardez l'un des deux" },
    ]);
  }
  const { from, to } = options;
  if (from !== undefined && to !== undefined && from > to) {
    const [first, last] = [`${nameOf('from')} ${dayText(from)}`, `${nameOf('to')} ${dayText(to)}`];
    throw new Problem('contradiction', { en: `${first} is after ${last}`, fr: `${first} est après ${last}` });
  }
}

const isSet = (value: unknown): boolean => value !== undefined && value !== false;
