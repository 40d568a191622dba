import { resolve } from 'node:path';
import type { Config } from '../../config/load-config.ts';
import { weekdayNumber } from '../../config/weekday.ts';
import type { CalendarRules } from '../../core/calendar.ts';
import {
  type CacheMode,
  type Engine,
  type Format,
  formats,
  type Language,
  type ReportFormat,
} from '../../core/choices.ts';
import { DAY_MS, type Instant } from '../../core/civil.ts';
import { defaultOptions } from '../../core/kpi-options.ts';
import type { Rates } from '../../core/rates.ts';
import { type Zone, zoneOf } from '../../core/zone.ts';
import type { Moment } from '../../fields/moment.ts';
import type { ReportSettings } from '../../figures/figure-settings.ts';
import { type Paint, paintFor } from '../../page/paint.ts';
import { defaultLimits, type Limits } from '../../readers/input.ts';
import { type Io, inColor } from '../process/io.ts';
import { cacheModeOf } from './cache-mode.ts';
import { type ConfigEntries, entriesOf, noEntries } from './entries.ts';
import { languageOf, systemLocale } from './language.ts';
import { defaultMaxRejects, type MaxRejects, noRejects } from './max-rejects.ts';
import type { RunOptions } from './parse.ts';
import { reportOptions } from './report-options.ts';
import { askedKpis, currencyOf, type Known, ratesFileOf, ratesOf } from './run-inputs.ts';

/** All settings of a run: the command line, else the configuration, else the defaults. */
export interface Settings extends ReportSettings, ConfigEntries {
  /** Whether an option or the configuration says the zone: else it is the system's. */
  readonly zoneIsSaid: boolean;
  /** Of the shop, above what people read. */
  readonly name: string | null;
  /** Of reports. */
  readonly reportFormat: ReportFormat;
  /** Of commands that print no report. */
  readonly format: Format;
  readonly rates: Rates | null;
  /** The file that these are in: no export, though it may lie among them. */
  readonly ratesFile: string | null;
  /** What the paths of the configuration are relative to; without one, the working folder. */
  readonly configFolder: string;
  readonly limits: Limits;
  readonly engine: Engine;
  /** What the duckdb engine may use; null leaves it to DuckDB. */
  readonly duckdb: {
    readonly threads: number | null;
    readonly memoryLimit: string | null;
    readonly tempDir: string | null;
  };
  /** By what files are recognised that earlier runs have read; `off`: nothing is looked up, and nothing is kept. */
  readonly cache: CacheMode;
  readonly strict: boolean;
  readonly maxRejects: MaxRejects;
  readonly rejects: string | null;
  readonly lang: Language;
  readonly locale: string;
  readonly paint: { readonly out: Paint; readonly err: Paint };
  readonly quiet: boolean;
  readonly verbose: boolean;
}

export async function settingsOf(given: RunOptions, config: Config | null, io: Io, known: Known): Promise<Settings> {
  const values = config?.values ?? {};
  const filed = config === null ? {} : reportOptions(config, io.cwd);
  const { from, to, last, all } = together(given, filed, ['from', 'to', 'last', 'all']);
  const { kpi, group } = together(given, filed, ['kpi', 'group']);
  const { strict = false, maxRejects } = together(given, filed, ['strict', 'maxRejects']);
  const ids = askedKpis(given, config, known);
  const both = { ...filed, ...given };
  const zone = zoneOf(given.timezone ?? values.timezone ?? io.systemZone());
  const lang = both.lang ?? languageOf(io.env);
  const entries = config === null ? noEntries : await entriesOf(config, io.cwd, known);
  const options = config?.options ?? defaultOptions;
  const colored = given.color !== false;
  return {
    zone,
    zoneIsSaid: given.timezone !== undefined || values.timezone !== undefined,
    asOf: instantOf(given.asOf, zone) ?? io.now(),
    grain: both.period ?? 'week',
    rules: rulesOf(config),
    from: from ?? null,
    to: to ?? null,
    last: last ?? null,
    all: all ?? false,
    includePartial: both.includePartial ?? false,
    compare: both.compare ?? [],
    events: config?.events ?? [],
    by: both.by ?? [],
    kpis: kpi === undefined ? null : kpi === given.kpi ? ids.option : ids.filed,
    groups: group ?? null,
    name: given.title ?? values.name ?? null,
    reportFormat: both.reportFormat ?? 'table',
    format: given.format ?? plainOf(filed.reportFormat),
    currency: currencyOf(given.currency ?? values.currency),
    rates: await ratesOf(given.rates, config, io.cwd),
    ratesFile: ratesFileOf(given.rates, config, io.cwd),
    options: { ...options, assume_full_history: given.assumeFullHistory ?? options.assume_full_history },
    ...entries,
    configFolder: config?.folder ?? io.cwd,
    limits: limitsOf(config),
    engine: both.engine ?? 'auto',
    duckdb: {
      threads: given.threads ?? null,
      memoryLimit: given.memoryLimit ?? null,
      tempDir: given.tempDir === undefined ? null : resolve(io.cwd, given.tempDir),
    },
    cache: cacheModeOf(given.cache, io.env, filed.cache),
    strict,
    maxRejects: strict ? noRejects : (maxRejects ?? defaultMaxRejects),
    rejects: both.rejects ?? null,
    lang,
    locale: both.locale ?? systemLocale(io.env, lang),
    paint: { out: await paintFor(inColor(io, 'out', colored)), err: await paintFor(inColor(io, 'err', colored)) },
    quiet: given.quiet ?? false,
    verbose: given.verbose ?? false,
  };
}

/**
 * The settings of a document that is no report: the configured numbers of periods and groups of reports do not apply.
 * The command line does.
 */
export function ownPeriods(settings: Settings, options: RunOptions): Settings {
  const { from, to, last, all, by, includePartial } = options;
  return {
    ...settings,
    by: by ?? [],
    kpis: null,
    groups: null,
    from: from ?? null,
    to: to ?? null,
    last: last ?? null,
    all: all ?? false,
    includePartial: includePartial ?? false,
  };
}

/** A format of reports that other commands have too, else the table. */
const plainOf = (format: ReportFormat | undefined): Format => formats.find((one) => one === format) ?? 'table';

/** Options that decide one thing together: one of them on the command line replaces all in the configuration. */
function together<const K extends keyof RunOptions>(
  given: RunOptions,
  filed: RunOptions,
  keys: readonly K[],
): Pick<RunOptions, K> {
  return keys.some((key) => given[key] !== undefined) ? given : filed;
}

function instantOf(moment: Moment | undefined, zone: Zone): Instant | undefined {
  if (moment?.is === 'day') return zone.instant(moment.at * DAY_MS);
  return moment?.is === 'wall' ? zone.instant(moment.at) : moment?.at;
}

function rulesOf(config: Config | null): CalendarRules {
  const { week_start = 1, fiscal_year_start_month = 1 } = config?.values ?? {};
  return {
    weekStart: weekdayNumber(week_start),
    fiscalYearStartMonth: fiscal_year_start_month as CalendarRules['fiscalYearStartMonth'],
  };
}

function limitsOf(config: Config | null): Limits {
  const { max_ratio, max_bytes, max_record_bytes, max_columns } = config?.values.limits ?? {};
  return {
    maxRatio: max_ratio ?? defaultLimits.maxRatio,
    maxBytes: max_bytes ?? defaultLimits.maxBytes,
    maxRecordBytes: max_record_bytes ?? defaultLimits.maxRecordBytes,
    maxColumns: max_columns ?? defaultLimits.maxColumns,
  };
}
