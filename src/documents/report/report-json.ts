import { periodComparisons } from '../../core/choices.ts';
import type { Change } from '../../figures/figure-model.ts';
import {
  array,
  changeMembers,
  figureMembers,
  kpiOf,
  member,
  nullMap,
  object,
  qualityOf,
  text,
  textOrNull,
  valueMap,
  valueText,
} from '../../page/json-text.ts';
import { asAsked, type Benchmark, type Report, type ReportRow } from './report-model.ts';

const texts = (map: Readonly<Record<string, string>>, level: number): string =>
  object(
    Object.entries(map).map(([key, value]) => member(key, text(value))),
    level,
  );

function comparisons(keys: readonly string[], row: ReportRow): string[] {
  const members: string[] = [];
  for (const name of periodComparisons) {
    const comparison = row.compare[name];
    if (!comparison) continue;
    const { period, event, changes } = comparison;
    const parts = [
      member('period', text(period)),
      ...(event === undefined ? [] : [member('event', texts({ ...event }, 5))]),
      ...changeMembers(keys, changes, 5),
      ...comparedMember(keys, changes),
    ];
    members.push(member(name, object(parts, 4)));
  }
  return members.length === 0 ? [] : [member('compare', object(members, 3))];
}

/** Where only a part of a period is compared, that part and its figures, of which the changes are. */
function comparedMember(keys: readonly string[], changes: readonly Change[]): string[] {
  const found = changes.flatMap(({ part }, i) => {
    if (part === undefined) return [];
    const { from, to, figure } = part;
    const parts = [member('from', text(from)), member('to', text(to)), member('value', valueText(figure))];
    return [`${keys[i]}: ${object(parts, 6)}`];
  });
  return found.length === 0 ? [] : [member('compared', object(found, 5))];
}

/** What is shown beside the figures if asked for: season and 28-day mean. */
function besideMembers(keys: readonly string[], { season, mean28d }: ReportRow, level: number): string[] {
  const members: string[] = [];
  if (season !== undefined) {
    const [index, adjusted] = [season.map((one) => one.index), season.map((one) => one.adjusted)];
    const reasons = season.map((one) => [one.index, one.adjusted]);
    const parts = [
      member('index', valueMap(keys, index, level + 1)),
      member('adjusted', valueMap(keys, adjusted, level + 1)),
      member('nulls', nullMap(keys, reasons, level + 1)),
    ];
    members.push(member('season', object(parts, level)));
  }
  if (mean28d !== undefined) {
    const nulls = mean28d.map((figure) => [figure]);
    const parts = [
      member('values', valueMap(keys, mean28d, level + 1)),
      member('nulls', nullMap(keys, nulls, level + 1)),
    ];
    members.push(member('mean_28d', object(parts, level)));
  }
  return members;
}

function rowOf(row: ReportRow, keys: readonly string[], report: Report): string {
  const named = report.dimensions.flatMap((dimension) => {
    const value = row.dimensions[dimension];
    return value === undefined ? [] : [member(dimension, text(value))];
  });
  const parts = [
    member('period', text(row.period)),
    member('from', text(row.from)),
    member('to', text(row.to)),
    member('partial', String(row.partial)),
    member('dimensions', object(named, 3)),
    ...figureMembers(keys, row.figures, 3),
    ...comparisons(keys, row),
    ...besideMembers(keys, row, 3),
  ];
  return object(parts, 2);
}

/** What others have published: plain decimals, which are valid JSON numbers. */
function benchmarksOf({ benchmarks, kpis }: Report): string[] {
  if (benchmarks === undefined) return [];
  const one = ({ value, publisher, year, address, quoted, about }: Benchmark, unit: string): string => {
    const [low, high] = typeof value === 'string' ? [value, value] : value;
    const parts = [
      member('low', low),
      member('high', high),
      member('unit', text(unit)),
      member('publisher', text(publisher)),
      member('year', String(year)),
      member('about', text(about.en)),
      member('address', text(address)),
      member('quoted', String(quoted === true)),
    ];
    return object(parts, 2);
  };
  const found = kpis.flatMap(({ id, unit }) => (benchmarks[id] ? [member(id, one(benchmarks[id], unit))] : []));
  return [member('benchmarks', object(found, 1))];
}

/** The report's JSON in parts, one per row: a large report is written part by part. */
export function* jsonParts(report: Report): Generator<string, void> {
  const keys = report.kpis.map(({ id }) => text(id));
  const head = [
    member('schema', text('kpi-report/1')),
    member('as_of', text(report.asOf)),
    member('timezone', text(report.timezone)),
    member('currency', textOrNull(report.currency)),
    member('period', text(report.grain)),
    member('from', textOrNull(report.from)),
    member('to', textOrNull(report.to)),
    member('dimensions', array(report.dimensions.map(text), 1)),
    member('basis', texts(report.basis, 1)),
    member('kpis', array(report.kpis.map(kpiOf), 1)),
    ...benchmarksOf(report),
  ];
  yield `{\n  ${head.join(',\n  ')},\n  "rows": [`;
  let lead = '\n    ';
  for (const row of report.rows) {
    yield lead + rowOf(row, keys, report);
    lead = ',\n    ';
  }
  yield `${report.rows.length > 0 ? '\n  ' : ''}],\n  ${qualityOf(report)}\n}\n`;
}

/** The stable contract: the same bytes for the same report; its schema is `schema/report.schema.json`. */
export const renderJson = (report: Report): string => [...jsonParts(asAsked(report))].join('');
