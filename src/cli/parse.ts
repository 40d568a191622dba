import { type AgeGrain, ageGrains } from '../core/age.ts';
import type { Grain } from '../core/calendar.ts';
import {
  type Against,
  type CacheMode,
  cacheModes,
  comparisons,
  type Engine,
  engines,
  type Format,
  formats,
  grains,
  type Language,
  languages,
  type PeriodComparison,
  periodComparisons,
  type RecordFormat,
  recordFormats,
} from '../core/choices.ts';
import type { Day } from '../core/civil.ts';
import { dayText } from '../core/civil.ts';
import { type Dimension, dimensions } from '../core/kinds.ts';
import { Problem } from '../core/problem.ts';
import type { Text } from '../core/text.ts';
import { type FormatOf, formatsOf } from '../documents/define-document.ts';
import { documents } from '../documents/index.ts';
import type { Moment } from '../fields/moment.ts';
import { type Group, groups } from '../kpis/kpi.ts';
import { type MaxRejects, maxRejectsOf } from './max-rejects.ts';
import { countOf, dayOf, localeOf, momentIn, needsValue, parted, wordOf, wordsOf } from './option-values.ts';
import type { RawOptions } from './options.ts';
import { checkTemplate } from './output-names.ts';

/** What the command line says, and nothing else. */
export interface RunOptions {
  readonly config?: string;
  readonly period?: Grain;
  readonly from?: Day;
  readonly to?: Day;
  readonly last?: number;
  readonly all?: boolean;
  readonly includePartial?: boolean;
  /** Empty: none, despite the configuration. */
  readonly compare?: readonly Against[];
  /** For `kpi funnel`, which has other periods only. */
  readonly periodCompare?: readonly PeriodComparison[];
  readonly by?: readonly Dimension[];
  readonly kpi?: readonly string[];
  readonly group?: readonly Group[];
  readonly format?: Format;
  readonly reportFormat?: FormatOf<typeof documents.report>;
  readonly funnelFormat?: FormatOf<typeof documents.funnel>;
  readonly cohortsFormat?: FormatOf<typeof documents.cohorts>;
  readonly out?: readonly string[];
  readonly timezone?: string;
  readonly currency?: string;
  readonly rates?: string;
  readonly engine?: Engine;
  readonly threads?: number;
  /** As DuckDB writes sizes: `2GB`. */
  readonly memoryLimit?: string;
  readonly tempDir?: string;
  readonly cache?: CacheMode;
  readonly strict?: boolean;
  readonly maxRejects?: MaxRejects;
  readonly rejects?: string;
  readonly lang?: Language;
  readonly locale?: string;
  /** Only ever false: colours are forbidden. */
  readonly color?: boolean;
  /** Only ever false: no pager. */
  readonly pager?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly asOf?: Moment;
  readonly assumeFullHistory?: boolean;
  readonly fields?: boolean;
  readonly formats?: boolean;
  readonly missing?: boolean;
  readonly full?: boolean;
  readonly title?: string;
  readonly open?: boolean;
  readonly hashKeys?: boolean;
  /** Of `kpi normalize`: the folder, and what the files in it are. */
  readonly dir?: string;
  readonly recordFormat?: RecordFormat;
  /** Of `kpi cohorts`. */
  readonly cohortPeriod?: AgeGrain;
  /** Of `kpi check`. */
  readonly checkFormat?: FormatOf<typeof documents.checks>;
  readonly exitZero?: boolean;
  readonly errorOnWarning?: boolean;
  readonly suggest?: boolean;
}

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
  dir: (_, value) => pass('--out', value),
  timezone: pass,
  currency: pass,
  rates: pass,
  engine: (name, value) => wordOf(name, value, engines),
  threads: countOf,
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
} satisfies { readonly [K in keyof RunOptions]?: (name: string, value: string) => RunOptions[K] };

/** The same for options that may be given several times. */
const lists = {
  compare: (name, values) => wordsOf(name, values, comparisons),
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
} satisfies { readonly [K in keyof RunOptions]?: (name: string, values: readonly string[]) => RunOptions[K] };

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
