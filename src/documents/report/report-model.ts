import type { Fraction } from '../../core/fraction.ts';
import type { Kind } from '../../core/kinds.ts';
import type {
  Change,
  Comparison,
  DocumentHead,
  EventThen,
  Figure,
  FileQuality,
  ReportKpi,
  RowHead,
  Warning,
} from '../../figures/figure-model.ts';
import type { Benchmark } from '../../kpis/benchmarks.ts';
import type { CheckReport } from '../checks/checks-model.ts';
import type { CohortReport } from '../cohorts/cohorts-model.ts';
import type { Funnel } from '../funnel/funnel-model.ts';

export type { Benchmark } from '../../kpis/benchmarks.ts';

/** What a period is compared with, and the change since. */
export interface Compared {
  readonly period: string;
  /** The moving event that the period was compared by: its name, and its days then. */
  readonly event?: EventThen;
  /** In the order of the report's KPIs. */
  readonly changes: readonly Change[];
}

/** A figure compared with its seasonal value. */
export interface Seasonal {
  /** The usual value of this month (week, quarter), as a multiple of the average of all. */
  readonly index: Figure;
  /** The figure divided by the index, in its own unit. */
  readonly adjusted: Figure;
}

/** A period, or the whole span, of one group or of all together. */
export interface ReportRow extends RowHead {
  /** In the order of the report's KPIs. */
  readonly figures: readonly Figure[];
  readonly compare: Readonly<Partial<Record<Comparison, Compared>>>;
  /** No record of the span of the report is in the group: it is shown because its base has it. */
  readonly vanished?: true;
  /** In the order of the report's KPIs; only if asked for, and never for the whole span. */
  readonly season?: readonly Seasonal[];
  /** The mean of the last 28 complete days, in the order of the report's KPIs; only if asked for. */
  readonly mean28d?: readonly Figure[];
}

/** What a page shows besides the KPIs of a report: a funnel and cohorts, if the files can supply them. */
export interface Pictures {
  /** With periods before those asked for, if these are too few for a chart. */
  readonly history?: Report;
  readonly funnel?: Funnel;
  /** Those of the configuration that need no groups. */
  readonly checks?: CheckReport;
  readonly cohorts?: CohortReport;
  /** Their warnings that the report does not have. */
  readonly warnings: readonly Warning[];
}

/** What a first screen shows besides the figures of a report. */
export interface FirstScreen {
  /** The last complete period; null if there is none. */
  readonly last: ReportRow | null;
  /** The running period, if the files reach into it. */
  readonly running: ReportRow | null;
  /** In the order of the report's KPIs: the usual range of its figure, if it is beyond it. */
  readonly beyond: readonly (Beyond | null)[];
  /** Periods before that ranges are made of; 0 if they are too few for one. */
  readonly history: number;
  /** KPIs that there are. */
  readonly known: number;
  /** The last day covered of kinds of which a file has a record long after now: there its own last day is a slip. */
  readonly lateKinds: ReadonlyMap<Kind, string>;
  /** The files as they were named, to be typed again. */
  readonly paths: string;
}

/** The range of the periods before, which a figure leaves. */
export interface Beyond {
  readonly low: Fraction;
  readonly high: Fraction;
}

/** The result of `kpi report`: what every format prints. */
export interface Report extends DocumentHead {
  /** Of the shop, if it was given one. */
  readonly name?: string;
  readonly basis: Readonly<Record<string, string>>;
  readonly kpis: readonly ReportKpi[];
  readonly rows: readonly ReportRow[];
  /** What others have published, by KPI; only if asked for. */
  readonly benchmarks?: Readonly<Record<string, Benchmark>>;
  readonly files: readonly FileQuality[];
  readonly warnings: readonly Warning[];
  /** Groups are rows of a table, whatever their number. */
  readonly groupsDown?: boolean;
  /** The KPIs are all that the files can supply. */
  readonly kpisUnasked?: boolean;
  /** The comparison with the period before was not asked for, and is shown to people only. */
  readonly comparesUnasked?: boolean;
  /** Instead of all periods and KPIs, what is looked for first. */
  readonly screen?: FirstScreen;
  /** What the table shows instead: the first screen, or its groups. */
  readonly first?: Report;
  /** What mails and chats show: the first screen of all groups together. */
  readonly digest?: Report;
  /** Only if a page is asked for. */
  readonly pictures?: Pictures;
}

/** A report with only the KPIs at these places. */
export const withKpis = (report: Report, places: readonly number[]): Report => ({
  ...report,
  kpis: places.map((at) => report.kpis[at]!),
  rows: report.rows.map((row) => rowOf(row, places)),
});

/** A row with only the figures at these places. */
export const rowOf = (row: ReportRow, places: readonly number[]): ReportRow => ({
  ...row,
  figures: places.map((at) => row.figures[at]!),
  compare: Object.fromEntries(
    Object.entries(row.compare).map(([name, one]) => [name, { ...one, changes: places.map((at) => one.changes[at]!) }]),
  ),
  ...(row.season === undefined ? {} : { season: places.map((at) => row.season![at]!) }),
  ...(row.mean28d === undefined ? {} : { mean28d: places.map((at) => row.mean28d![at]!) }),
});

/**
 * As people read it: without KPIs that have no value at all, and without second names of others, unless asked for. Of
 * comparisons that were not asked for, only a page has room for the year before.
 */
export function forPeople(given: Report, isPage = false): Report {
  const report = given.comparesUnasked === true && !isPage ? withoutYear(given) : given;
  if (report.kpisUnasked !== true) return report;
  const ids = new Set(report.kpis.map(({ id }) => id));
  const places = report.kpis.flatMap(({ twinOf }, at) =>
    (twinOf === undefined || !ids.has(twinOf)) && report.rows.some(({ figures }) => figures[at]!.value !== null)
      ? [at]
      : [],
  );
  return places.length === 0 ? report : withKpis(report, places);
}

function withoutYear(report: Report): Report {
  const rows = report.rows.map((row) => {
    const { year: _, ...compare } = row.compare;
    return { ...row, compare };
  });
  return { ...report, rows };
}

/** A report with what was asked for and no more, as programs read it. */
export function asAsked(report: Report): Report {
  if (report.comparesUnasked !== true) return report;
  const rows = report.rows.filter(({ vanished }) => vanished !== true);
  return { ...report, rows: rows.map((row) => ({ ...row, compare: {} })) };
}
