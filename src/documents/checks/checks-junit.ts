import { toDecimal } from '../../core/fraction.ts';
import { visible } from '../../core/visible.ts';
import { xmlAttribute, xmlText } from '../../page/escape.ts';
import { countOf, Sentences } from './checks-facts.ts';
import type { CheckReport, CheckResult } from './checks-model.ts';

const SUITE = 'kpi check';

type Attributes = Readonly<Record<string, string>>;

const tag = (name: string, attributes: Attributes): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => xmlAttribute(key, value))
    .join('')}`;
const empty = (name: string, attributes: Attributes): string => `${tag(name, attributes)}/>`;
const filled = (name: string, attributes: Attributes, text: string): string =>
  `${tag(name, attributes)}>${xmlText(text)}</${name}>`;

/** The text of a failure below its message: where the check is, and the figures in full. */
function figures({ where, period, value, compared, as, must, distance, base }: CheckResult): string {
  const lines = [
    visible(where),
    visible(period),
    ...(value === null ? [] : [`value ${toDecimal(value)}`]),
    ...(base === null || base.value === null ? [] : [`base ${toDecimal(base.value)}`]),
    ...(compared === null || as === 'own' ? [] : [`compared ${toDecimal(compared)}`]),
    ...(must === null ? [] : [`must ${must.operator} ${toDecimal(must.value)}`]),
    ...(distance === null ? [] : [`distance ${toDecimal(distance)}`]),
  ];
  return lines.join('\n');
}

/** The content of a test case. A warning is no failure: it is printed in the output of the case. */
function outcome(result: CheckResult, sentences: Sentences): string {
  const sentence = sentences.of(result);
  switch (result.verdict) {
    case 'fail':
      return filled(
        'failure',
        { message: sentence, type: result.because === 'no_value' ? 'no_value' : 'must' },
        figures(result),
      );
    case 'skip':
      return empty('skipped', { message: sentences.why(result) });
    case 'warn':
      return filled('system-out', {}, `warning: ${sentence}`);
    case 'pass':
      return filled('system-out', {}, sentence);
  }
}

/**
 * JUnit XML as Jenkins, GitLab and others read it: one test case per result, with the same name from run to run. Only
 * what the schemas of both Jenkins and Surefire allow, in the order of the latter.
 */
export function renderJunit(report: CheckReport): string {
  const sentences = new Sentences(report);
  const totals = {
    name: SUITE,
    tests: String(report.results.length),
    failures: String(countOf(report, 'fail')),
    errors: '0',
  };
  const properties = Object.entries({
    as_of: report.asOf,
    timezone: report.timezone,
    ...(report.currency === null ? {} : { currency: report.currency }),
  });
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `${tag('testsuites', { ...totals, time: '0' })}>`,
    `  ${tag('testsuite', { ...totals, skipped: String(countOf(report, 'skip')), time: '0' })}>`,
    '    <properties>',
    ...properties.map(([name, value]) => `      ${empty('property', { name, value: visible(value) })}`),
    '    </properties>',
    ...report.results.flatMap((result) => [
      `    ${tag('testcase', { classname: result.kpi.id, name: sentences.test(result), time: '0' })}>`,
      `      ${outcome(result, sentences)}`,
      '    </testcase>',
    ]),
    '  </testsuite>',
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
}
