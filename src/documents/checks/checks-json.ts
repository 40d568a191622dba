import { type Fraction, toDecimal } from '../../core/fraction.ts';
import { array, kpiOf, member, object, text, textOrNull, warningOf } from '../../page/json-text.ts';
import { countOf, ofShare, overall, verdicts } from './checks-facts.ts';
import type { Base, Bound, CheckReport, CheckResult } from './checks-model.ts';

/** A number is printed from its exact decimal, never through binary floating point. */
const decimal = (value: Fraction | null): string => (value === null ? 'null' : toDecimal(value));

const boundOf = (bound: Bound | null): string =>
  bound === null
    ? 'null'
    : object(
        [
          member('operator', text(bound.operator)),
          member('value', decimal(bound.value)),
          member('text', text(bound.text)),
        ],
        3,
      );

const baseOf = (base: Base | null): string =>
  base === null
    ? 'null'
    : object(
        [
          member('of', text(base.of)),
          member('period', text(base.period)),
          member('value', decimal(base.value)),
          member('null_reason', textOrNull(base.reason)),
        ],
        3,
      );

const intervalOf = (interval: CheckResult['interval']): string =>
  interval === null
    ? 'null'
    : object([member('low', decimal(ofShare(interval.low))), member('high', decimal(ofShare(interval.high)))], 3);

function resultOf(result: CheckResult): string {
  const named = Object.entries(result.dimensions).map(([dimension, name]) => member(dimension, text(name)));
  const parts = [
    member('check', text(result.check)),
    member('where', text(result.where)),
    member('kpi', text(result.kpi.id)),
    member('unit', text(result.kpi.unit)),
    member('period', text(result.period)),
    member('from', text(result.from)),
    member('to', text(result.to)),
    member('dimensions', object(named, 3)),
    member('verdict', text(result.verdict)),
    member('because', textOrNull(result.because)),
    member('detail', textOrNull(result.detail)),
    member('value', decimal(result.value)),
    member('null_reason', textOrNull(result.reason)),
    member('flags', array(result.marks.map(text), 3)),
    member('compared', decimal(result.compared)),
    member('compared_as', text(result.as)),
    member('must', boundOf(result.must)),
    member('should', boundOf(result.should)),
    member('distance', decimal(result.distance)),
    member('base', baseOf(result.base)),
    member('n', decimal(result.n)),
    member('interval', intervalOf(result.interval)),
    member('on_null', text(result.onNull)),
  ];
  return object(parts, 2);
}

/** The stable contract: the same bytes for the same outcome; its schema is `schema/check.schema.json`. */
export function renderCheckJson(report: CheckReport): string {
  const kpis = new Map(report.results.map(({ kpi }) => [kpi.id, kpi]));
  const counts = verdicts.map((verdict) => member(verdict, String(countOf(report, verdict))));
  const warnings = report.warnings.map((warning) => warningOf(warning, 2));
  const parts = [
    member('schema', text('kpi-check/1')),
    member('as_of', text(report.asOf)),
    member('timezone', text(report.timezone)),
    member('currency', textOrNull(report.currency)),
    member('verdict', text(overall(report))),
    member('counts', object(counts, 1)),
    member('kpis', array([...kpis.values()].map(kpiOf), 1)),
    member('results', array(report.results.map(resultOf), 1)),
    member('warnings', array(warnings, 1)),
  ];
  return `${object(parts, 0)}\n`;
}
