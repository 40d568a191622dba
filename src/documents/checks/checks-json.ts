import { exact, type Json, type JsonObject, jsonText, kpiOf, warningOf } from '../../page/json-text.ts';
import { countOf, ofShare, overall, verdicts } from './checks-facts.ts';
import type { Base, Bound, CheckReport, CheckResult } from './checks-model.ts';

const boundOf = (bound: Bound | null): Json =>
  bound === null ? null : { operator: bound.operator, value: exact(bound.value), text: bound.text };

const baseOf = (base: Base | null): Json =>
  base === null ? null : { of: base.of, period: base.period, value: exact(base.value), null_reason: base.reason };

const intervalOf = (interval: CheckResult['interval']): Json =>
  interval === null ? null : { low: exact(ofShare(interval.low)), high: exact(ofShare(interval.high)) };

const resultOf = (result: CheckResult): JsonObject => ({
  check: result.check,
  where: result.where,
  kpi: result.kpi.id,
  unit: result.kpi.unit,
  period: result.period,
  from: result.from,
  to: result.to,
  dimensions: result.dimensions,
  verdict: result.verdict,
  because: result.because,
  detail: result.detail,
  value: exact(result.value),
  null_reason: result.reason,
  flags: result.marks,
  compared: exact(result.compared),
  compared_as: result.as,
  must: boundOf(result.must),
  should: boundOf(result.should),
  distance: exact(result.distance),
  base: baseOf(result.base),
  n: exact(result.n),
  interval: intervalOf(result.interval),
  on_null: result.onNull,
});

/** The stable contract: the same bytes for the same outcome; its schema is `schema/check.schema.json`. */
export function renderCheckJson(report: CheckReport): string {
  const kpis = new Map(report.results.map(({ kpi }) => [kpi.id, kpi]));
  const json = jsonText({
    schema: 'kpi-check/1',
    as_of: report.asOf,
    timezone: report.timezone,
    currency: report.currency,
    verdict: overall(report),
    counts: Object.fromEntries(verdicts.map((verdict) => [verdict, countOf(report, verdict)])),
    kpis: [...kpis.values()].map(kpiOf),
    results: report.results.map(resultOf),
    warnings: report.warnings.map(warningOf),
  });
  return `${json}\n`;
}
