import { periodComparisons } from '../../core/choices.ts';
import type { Change } from '../../figures/figure-model.ts';
import {
  byName,
  changeMembers,
  decimal,
  figureJson,
  figureMembers,
  headJson,
  type JsonObject,
  jsonText,
  kpiOf,
  qualityOf,
  reasonOf,
} from '../../page/json-text.ts';
import { asAsked, type Benchmark, type Report, type ReportRow } from './report-model.ts';

function comparisonsOf(ids: readonly string[], { compare }: ReportRow): JsonObject | undefined {
  const found = periodComparisons.flatMap((name) => {
    const comparison = compare[name];
    if (comparison === undefined) return [];
    const { period, event, changes } = comparison;
    const members = changeMembers(ids, changes);
    return [[name, { period, event: event && { ...event }, ...members, compared: comparedOf(ids, changes) }] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** Where only a part of a period is compared, that part and its figures, of which the changes are. */
const comparedOf = (ids: readonly string[], changes: readonly Change[]): JsonObject | undefined =>
  changes.every(({ part }) => part === undefined)
    ? undefined
    : byName(ids, changes, ({ part }) => part && { from: part.from, to: part.to, value: figureJson(part.figure) });

/** What is shown beside the figures if asked for: season and 28-day mean. */
const besideMembers = (ids: readonly string[], { season, mean28d }: ReportRow): JsonObject => ({
  season: season && {
    index: byName(ids, season, ({ index }) => figureJson(index)),
    adjusted: byName(ids, season, ({ adjusted }) => figureJson(adjusted)),
    nulls: byName(ids, season, ({ index, adjusted }) => reasonOf(index, adjusted)),
  },
  mean_28d: mean28d && {
    values: byName(ids, mean28d, figureJson),
    nulls: byName(ids, mean28d, (figure) => reasonOf(figure)),
  },
});

const rowOf = (row: ReportRow, ids: readonly string[]): JsonObject => ({
  period: row.period,
  from: row.from,
  to: row.to,
  partial: row.partial,
  dimensions: row.dimensions,
  ...figureMembers(ids, row.figures),
  compare: comparisonsOf(ids, row),
  ...besideMembers(ids, row),
});

/** What others have published: plain decimals, which are valid JSON numbers. */
function benchmarksOf({ benchmarks, kpis }: Report): JsonObject | undefined {
  if (benchmarks === undefined) return undefined;
  const one = ({ value, publisher, year, address, quoted, about }: Benchmark, unit: string): JsonObject => {
    const [low, high] = typeof value === 'string' ? [value, value] : value;
    return {
      low: decimal(low),
      high: decimal(high),
      unit,
      publisher,
      year,
      about: about.en,
      address,
      quoted: quoted === true,
    };
  };
  return Object.fromEntries(kpis.map(({ id, unit }) => [id, benchmarks[id] && one(benchmarks[id], unit)]));
}

/** The report's JSON in parts, one per row: a large report is written part by part. */
export function* jsonParts(report: Report): Generator<string, void> {
  const ids = report.kpis.map(({ id }) => id);
  const head = jsonText({
    schema: 'kpi-report/1',
    ...headJson(report),
    basis: report.basis,
    kpis: report.kpis.map(kpiOf),
    benchmarks: benchmarksOf(report),
  });
  yield `${head.replace(/\n\}$/, '')},\n  "rows": [`;
  let lead = '\n    ';
  for (const row of report.rows) {
    yield lead + jsonText(rowOf(row, ids), 2);
    lead = ',\n    ';
  }
  yield `${report.rows.length > 0 ? '\n  ' : ''}],\n  "quality": ${jsonText(qualityOf(report), 1)}\n}\n`;
}

/** The stable contract: the same bytes for the same report; its schema is `schema/report.schema.json`. */
export const renderJson = (report: Report): string => [...jsonParts(asAsked(report))].join('');
