import { describe, expect, it } from 'vitest';
import { renderGithub, renderGithubSummary } from '../../../src/documents/checks/checks-github.ts';
import type { CheckReport, CheckResult } from '../../../src/documents/checks/checks-model.ts';
import { exact, kpi } from '../report/kit.ts';
import { bound, checked, hostile, result, shop } from './results-kit.ts';

const lines = (report: CheckReport): string[] => renderGithub(report).trimEnd().split('\n');

/** A command as the runner of GitHub Actions reads it. */
function command(line: string): { name: string; properties: Record<string, string>; data: string } | null {
  const [, name = '', list = '', data = ''] = /^::([a-z]+)(?: (.*?))?::(.*)$/s.exec(line) ?? [];
  if (name === '') return null;
  const plain = (text: string, codes: Record<string, string>): string =>
    Object.entries(codes).reduce((found, [code, character]) => found.replaceAll(code, character), text);
  const ofData = { '%0D': '\r', '%0A': '\n', '%25': '%' };
  const ofProperty = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' };
  const pairs = list
    .split(',')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), plain(pair.slice(pair.indexOf('=') + 1), ofProperty)]);
  return { name, properties: Object.fromEntries(pairs), data: plain(data, ofData) };
}

describe('commands for GitHub Actions', () => {
  it('annotate the configuration: failures, then warnings, then the counts', () => {
    expect(
      renderGithub(shop),
    ).toBe(`::error file=kpi.yaml,line=9,title=CAC does not jump · channel=Paid Search · 2026-W47::€48.10 (+16.6%25), must be <= +10%25, distance -6.6 pt; previous 2026-W46: €41.25; n 412; incomplete: a source does not cover the whole period
::error file=kpi.yaml,line=30,title=first_reply_time <= 2h · 2026-W47::no value: nothing in the period to calculate it from; must be <= 2h
::error file=kpi.yaml,line=41,title=mer%2C precisely · 2026-W47::3.50×, must be >= 3.5, just missed
::warning file=kpi.yaml,line=22,title=conversion_rate falls by a point at most · 2026-W47::1.41%25 (-0.75 pt), should be >= -0.5pt, distance -0.25 pt; reports/last week.json 2026-W46: 2.16%25; must be >= -1pt; n 4,120
::warning file=kpi.yaml,line=37,title=ad cost · 2026-W47::€250.00, must be < +50%25; no change to compare: its divisor is 0; previous 2026-W46: €0.00
3 failed, 2 warned, 3 passed, 3 skipped
`);
  });

  it('are none where all is well', () => {
    expect(renderGithub(checked([result('a'), result('b', { verdict: 'skip' })]))).toBe('1 passed, 1 skipped\n');
    expect(renderGithub(checked([]))).toBe('Nothing was checked.\n');
  });

  it.each([
    ['kpi.yaml:7', { file: 'kpi.yaml', line: '7' }],
    ['./conf/kpi.yaml:12', { file: 'conf/kpi.yaml', line: '12' }],
    ['../a,b/50%:x.yaml:12', { file: '../a,b/50%:x.yaml', line: '12' }],
    ['C:\\shop\\kpi.yaml:3', { file: 'C:\\shop\\kpi.yaml', line: '3' }],
    ['kpi.yaml', { file: 'kpi.yaml' }],
  ])('know the place %s', (where, place) => {
    const [line = ''] = lines(checked([result('x', { verdict: 'fail', where })]));
    expect(command(line)?.properties).toEqual({ ...place, title: 'x · 2026-W47' });
  });

  it('are ten of a level at most, and say how many more there are', () => {
    const many = (verdict: 'fail' | 'warn', count: number): CheckResult[] =>
      Array.from({ length: count }, (_, i) => result(`${verdict} ${i + 1}`, { verdict }));
    const names = (report: CheckReport) => lines(report).map((line) => command(line)?.name ?? line);
    const all = checked([...many('warn', 11), ...many('fail', 13)]);
    expect(names(all)).toEqual([
      ...Array.from({ length: 10 }, () => 'error'),
      ...Array.from({ length: 10 }, () => 'warning'),
      'notice',
      '13 failed, 11 warned',
    ]);
    expect(lines(all)[9]).toContain('title=fail 10 ');
    expect(lines(all)[20]).toBe(
      '::notice title=kpi check::3 more failures and 1 more warning not shown as annotations',
    );
    expect(names(checked(many('fail', 10)))).not.toContain('notice');
    expect(lines(checked(many('fail', 11)))[10]).toContain('::1 more failure not shown');
  });

  it('have a title no longer than GitHub takes', () => {
    const [line = ''] = lines(checked([result('😀'.repeat(300), { verdict: 'fail' })]));
    expect(command(line)?.properties.title).toBe(`${'😀'.repeat(254)}…`);
  });

  it('hold hostile names as data', () => {
    const report = checked([
      result(hostile, {
        verdict: 'fail',
        where: `${hostile}:7`,
        dimensions: { channel: hostile },
        value: exact('1'),
        must: bound('>', '2', hostile),
      }),
    ]);
    const found = lines(report);
    expect(found).toHaveLength(2);
    const { name, properties, data } = command(found[0] ?? '') ?? {};
    const seen = '␛[31mred<U+009B>2J␍␊::error::x%0A,a:b|`c`<script>alert("&\')</script>]]><U+202E>txt<U+2028><U+D800>';
    expect(name).toBe('error');
    expect(Object.keys(properties ?? {})).toEqual(['file', 'line', 'title']);
    expect(properties?.title?.startsWith(seen)).toBe(true);
    expect(properties?.title).toContain(' · channel=␛[31mred');
    expect(properties?.line).toBe('7');
    expect(data).toContain(`must be ${seen}`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(renderGithub(report)).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
  });
});

describe('the summary for GitHub Actions', () => {
  it('is a table of all results', () => {
    const some = checked([shop.results[0]!, shop.results[1]!, shop.results[7]!]);
    expect(renderGithubSummary(some)).toBe(`## Checks

**2 failed, 1 passed** · Europe/Paris, as of 2026-11-23T06&#58;00&#58;00+01&#58;00

|  | Check | Value | Compared | Bound | Distance | n | Notes |
| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |
| ✅ pass | mer &#62;=\u00a03.5 | 3.71× |  | &#62;= 3.5 | +0.21× |  | should be &#62;=\u00a03.6 |
| ❌ fail | CAC does not jump\u00a0· Paid Search | €48.10 | +16.6% | &#60;= +10% | -6.6 pt | 412 | incomplete; previous 2026-W46: €41.25 |
| ❌ fail | first_reply_time &#60;=\u00a02h | – |  | &#60;= 2h |  |  | no value: nothing in the period to calculate it from |
`);
    expect(renderGithubSummary(shop).match(/^\| [✅❌⚠⏭]/gmu)).toHaveLength(11);
  });

  it('says that there is nothing', () => {
    expect(renderGithubSummary(checked([]))).toMatch(/^## Checks\n\n\*\*Nothing was checked\.\*\* · [^|]*\n$/);
  });

  it('shows hostile names as they are: in one cell, and as nothing but text', () => {
    const name = `${hostile} [a](http://x) ![i](y) **b** _c_ ~~d~~ $e$ @f #1 www.g.com https://h.com :i: \\| k ^l`;
    const text = renderGithubSummary(checked([result(name, { dimensions: { channel: name } })]));
    const row = text.split('\n').find((line) => line.startsWith('| ✅')) ?? '';
    expect(row.match(/\|/g)).toHaveLength(9);
    expect(row.slice(1, -1)).not.toMatch(/[\\`*_~[\]<>!$@^]/);
    expect(row).not.toMatch(/&(?!#\d+;)|(?<!&)#|https?:|www\./);
    expect(text.split('\n')).toHaveLength(8);
    expect(row).toContain('&#64;&#8203;f &#35;&#8203;1 www');
    const shown = row.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
    const seen = shown.replaceAll('\u200b', '');
    expect(seen).toContain('<script>alert("&\')</script>');
    expect(seen).toContain('[a](http://x) ![i](y) **b** _c_ ~~d~~ $e$ @f #1 www.g.com https://h.com :i: \\| k ^l');
  });

  it('does not take dollars for mathematics', () => {
    const dollars = checked([result('x', { kpi: kpi('x'), value: exact('5') })], { currency: 'USD' });
    expect(renderGithubSummary(dollars)).toContain('| &#36;5.00 |');
  });

  it('leaves out the best where all would be more than GitHub takes', () => {
    const long = 'n'.repeat(200);
    const results = Array.from({ length: 9000 }, (_, i) =>
      result(`${i} ${long}`, { verdict: i === 8999 ? 'fail' : i % 2 === 0 ? 'skip' : 'pass' }),
    );
    const text = renderGithubSummary(checked(results));
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    const rows = text.match(/^\| [✅❌⏭].*$/gmu) ?? [];
    expect(rows.at(-1)).toContain('❌ fail | 8999 ');
    expect(rows[0]).toContain('✅ pass | 1 ');
    expect(text).toContain(`\n\n${9000 - rows.length} more results are left out: the page would be too long.\n`);
    expect(text).toContain('**1 failed, 4,499 passed, 4,500 skipped**');
  });
});
