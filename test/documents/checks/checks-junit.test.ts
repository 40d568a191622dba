import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { renderJunit } from '../../../src/documents/checks/checks-junit.ts';
import type { CheckReport } from '../../../src/documents/checks/checks-model.ts';
import { xmlAttribute, xmlText } from '../../../src/page/escape.ts';
import { exact, kpi } from '../report/kit.ts';
import { bound, checked, hostile, result, shop } from './results-kit.ts';

const schema = readFileSync(fileURLToPath(new URL('../../support/junit.xsd', import.meta.url)), 'utf8');

/** What libxml2 has against a document. */
async function faults(xml: string): Promise<readonly string[]> {
  const { valid, errors } = await validateXML({ xml: { fileName: 'junit.xml', contents: xml }, schema });
  return valid ? [] : errors.map(({ message }) => message);
}

const xml = renderJunit(shop);

/** The test case of the only result of a report. */
const caseOf = (report: CheckReport): string => /<testcase[\s\S]*<\/testcase>/.exec(renderJunit(report))?.[0] ?? '';

describe('JUnit XML', () => {
  it('has a test case a result', () => {
    const two = checked([shop.results[1]!, shop.results[4]!]);
    expect(renderJunit(two)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="kpi check" tests="2" failures="1" errors="0" time="0">
  <testsuite name="kpi check" tests="2" failures="1" errors="0" skipped="0" time="0">
    <properties>
      <property name="as_of" value="2026-11-23T06:00:00+01:00"/>
      <property name="timezone" value="Europe/Paris"/>
      <property name="currency" value="EUR"/>
    </properties>
    <testcase classname="cac" name="CAC does not jump · channel=Paid Search" time="0">
      <failure message="€48.10 (+16.6%), must be &lt;= +10%, distance -6.6 pt; previous 2026-W46: €41.25; n 412; incomplete: a source does not cover the whole period" type="must">kpi.yaml:9
2026-W47
value 48.1
base 41.25
compared 0.166060606061
must &lt;= 0.1
distance -0.0660606060606</failure>
    </testcase>
    <testcase classname="conversion_rate" name="conversion_rate &gt;= 1.5%" time="0">
      <system-out>1.41%, must be &gt;= 1.5%, distance -0.09 pt; not significant, may be chance; 95% interval 1.09% – 1.82%; n 4,120</system-out>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  it('takes a value that is not known for a failure of its own type', () => {
    expect(caseOf(checked([shop.results[7]!]))).toContain(
      '<failure message="no value: nothing in the period to calculate it from; must be &lt;= 2h" type="no_value">kpi.yaml:30\n2026-W47\nmust &lt;= 7200</failure>',
    );
  });

  it('says why a case is skipped', () => {
    expect(caseOf(checked([shop.results[2]!]))).toContain(
      '<skipped message="below min_base: new_customers 12 &lt; 30"/>',
    );
    expect(caseOf(checked([shop.results[8]!]))).toContain(
      '<skipped message="nothing to compare with: the files do not go back far enough"/>',
    );
  });

  it('takes no warning for a failure', () => {
    const warned = caseOf(checked([shop.results[5]!]));
    expect(warned).toContain(
      '<system-out>warning: 1.41% (-0.75 pt), should be &gt;= -0.5pt, distance -0.25 pt; reports/last week.json 2026-W46: 2.16%; must be &gt;= -1pt; n 4,120</system-out>',
    );
    expect(warned).not.toMatch(/<failure|<skipped|<error/);
  });

  it('counts', () => {
    expect(xml).toContain('<testsuites name="kpi check" tests="11" failures="3" errors="0" time="0">');
    expect(xml).toContain('tests="11" failures="3" errors="0" skipped="3" time="0">');
    expect(xml.match(/<testcase /g)).toHaveLength(11);
    expect(xml.match(/<failure /g)).toHaveLength(3);
    expect(xml.match(/<skipped /g)).toHaveLength(3);
  });

  it('is valid', async () => {
    expect(await faults(xml)).toEqual([]);
    expect(await faults(renderJunit(checked([], { currency: null })))).toEqual([]);
  });

  it.each<[string, (text: string) => string]>([
    ['a case without a name', (text) => text.replace(/ name="mer &gt;= 3.5[^"]*"/, '')],
    ['a case with an unknown child', (text) => text.replaceAll('system-out>', 'output>')],
    ['a failure without a type', (text) => text.replace(' type="no_value"', '')],
    ['a count that is none', (text) => text.replace('failures="3"', 'failures="three"')],
    ['a time that is none', (text) => text.replace('time="0"', 'time="0s"')],
    ['two cases of one name', (text) => text.replace(/(<testcase[\s\S]*?<\/testcase>)/, '$1$1')],
    ['a bare ampersand', (text) => text.replace('mer &gt;=', 'mer & >=')],
    ['a control character', (text) => text.replace('mer &gt;=', 'mer \u0001')],
    ['a reference to a control character', (text) => text.replace('mer &gt;=', 'mer &#1;')],
  ])('would not be valid with %s', async (_, broken) => {
    expect(broken(xml)).not.toBe(xml);
    expect(await faults(broken(xml))).not.toEqual([]);
  });

  it('holds hostile names', async () => {
    const text = renderJunit(
      checked([
        result(hostile, {
          where: hostile,
          kpi: kpi('x'),
          dimensions: { channel: hostile },
          period: hostile,
          verdict: 'fail',
          value: exact('1'),
          must: bound('>', '2', hostile),
        }),
        result(hostile, { verdict: 'skip', because: 'below_min_base', detail: hostile }),
        result('b', { verdict: 'warn', base: { of: hostile, period: 'p', value: null, reason: null } }),
      ]),
    );
    expect(await faults(text)).toEqual([]);
    expect(text).toContain(
      'name="␛[31mred&lt;U+009B&gt;2J␍␊::error::x%0A,a:b|`c`&lt;script&gt;alert(&quot;&amp;\')&lt;/script&gt;]]&gt;&lt;U+202E&gt;txt&lt;U+2028&gt;&lt;U+D800&gt;&lt;U+FFFF&gt;##[add-mask]␉␀ · ',
    );
    expect(text).not.toContain('<script');
  });

  it('is valid whatever names hold', async () => {
    const names = fc.sample(fc.string({ unit: 'binary', maxLength: 20 }), { numRuns: 300, seed: 7 });
    const units = fc.sample(fc.array(fc.nat(0xffff), { maxLength: 20 }), { numRuns: 300, seed: 7 });
    const all = [...names, ...units.map((codes) => String.fromCharCode(...codes))];
    const report = checked(
      all.map((name, i) => result(`${i} ${name}`, { verdict: 'fail', where: name, dimensions: { channel: name } })),
    );
    expect(await faults(renderJunit(report))).toEqual([]);
  });
});

describe('text in XML', () => {
  it.each([
    ['a & b < c > d "e" \'f\'', "a &amp; b &lt; c &gt; d &quot;e&quot; 'f'"],
    [']]>', ']]&gt;'],
    ['&amp;', '&amp;amp;'],
    ['\0\u0001\u0008\u000b\u000c\u000e\u001f', '␀␁␈␋␌␎␟'],
    ['\ud800 \udc00 \ufffe \uffff', '&lt;U+D800&gt; &lt;U+DC00&gt; &lt;U+FFFE&gt; &lt;U+FFFF&gt;'],
    ['\ud83d\ude00 \u{10ffff} \ufffd \ud7ff \ue000 é', '\ud83d\ude00 \u{10ffff} \ufffd \ud7ff \ue000 é'],
  ])('%j is %j', (text, written) => {
    expect(xmlText(text)).toBe(written);
    expect(xmlAttribute('a', text)).toBe(` a="${written}"`);
  });

  it('keeps tabs and line breaks: as they are between tags, as references in attributes', () => {
    expect(xmlText('a\tb\nc\rd')).toBe('a\tb\nc&#13;d');
    expect(xmlAttribute('a', 'a\tb\nc\rd')).toBe(' a="a&#9;b&#10;c&#13;d"');
  });
});
