import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { reportSettings } from '../../src/cli/run/reading.ts';
import { parseDay } from '../../src/core/civil.ts';
import type { Unit } from '../../src/core/kinds.ts';
import { cohortsOf } from '../../src/documents/cohorts/cohorts-compute.ts';
import { renderCohortsHtml } from '../../src/documents/cohorts/cohorts-html.ts';
import { renderCohortsJson } from '../../src/documents/cohorts/cohorts-json.ts';
import { renderCohortsMarkdown } from '../../src/documents/cohorts/cohorts-markdown.ts';
import type { CohortReport } from '../../src/documents/cohorts/cohorts-model.ts';
import { renderCohortsTable } from '../../src/documents/cohorts/cohorts-table.ts';
import { cohortWords } from '../../src/documents/cohorts/cohorts-words.ts';
import { funnelOf } from '../../src/documents/funnel/funnel-compute.ts';
import { renderFunnelHtml } from '../../src/documents/funnel/funnel-html.ts';
import { renderFunnelJson } from '../../src/documents/funnel/funnel-json.ts';
import { renderFunnelMarkdown } from '../../src/documents/funnel/funnel-markdown.ts';
import type { Funnel } from '../../src/documents/funnel/funnel-model.ts';
import { renderFunnelTable } from '../../src/documents/funnel/funnel-table.ts';
import { funnelWords } from '../../src/documents/funnel/funnel-words.ts';
import { reportOf } from '../../src/documents/report/report-compute.ts';
import { renderHtml } from '../../src/documents/report/report-html.ts';
import { picturesOf } from '../../src/documents/report/report-pictures.ts';
import { kpis } from '../../src/kpis/index.ts';
import { noPaint } from '../../src/page/paint.ts';
import { reading } from '../support/ask.ts';
import { run, wordsOf } from '../support/run.ts';
import { bare, decoded, expectShown, markdownTables, pageText, terminalRows, withoutChanges } from './read-back.ts';

/* The figures of funnels and cohorts, read back out of every output for people and held against the JSON output. */

const tongues = { en: { lang: 'en', locale: 'en-US' }, fr: { lang: 'fr', locale: 'fr-FR' } } as const;
const langs = ['en', 'fr'] as const;

type Values = Readonly<Record<string, number | null>>;
interface FunnelJson {
  rows: {
    period: string;
    dimensions: Record<string, string>;
    steps: { step: string; values: Values }[];
    loss: { values: Values; from: string | null };
  }[];
}
interface CohortsJson {
  cohorts: {
    cohort: string;
    dimensions: Record<string, string>;
    values: Values;
    ages: { age: number; values: Values; nulls: Record<string, string> }[];
  }[];
}

const columns = ['count', 'rate', 'rate_of_visits', 'loss'] as const;
const unitOf = (name: string): Unit =>
  /rate|share|retention/.test(name)
    ? 'ratio'
    : /value|revenue|margin|cac/.test(name)
      ? 'money'
      : /per_customer/.test(name)
        ? 'decimal'
        : 'count';

let funnel: Funnel;
/** The same without comparisons: the dash of a change looks like that of a figure. */
let alone: Funnel;
let cohorts: CohortReport;
beforeAll(async () => {
  const read = await reading(['fixtures/shop'], { timezone: 'Europe/Paris', by: ['channel'] });
  const settings = reportSettings(read, ['previous', 'year']);
  funnel = await funnelOf(read.read, { ...settings, last: 3 });
  alone = await funnelOf(read.read, { ...settings, last: 3, compare: [] });
  cohorts = await cohortsOf(read.read, { ...settings, grain: 'month', compare: [] });
});

/** The figures of each step that there are, in the order of the columns. */
const shownOf = (values: Values): string[] => columns.filter((name) => name in values);

describe.each(langs)('a funnel in %s', (lang) => {
  const own = funnelWords[lang];
  const json = (): FunnelJson => JSON.parse(renderFunnelJson(funnel)) as FunnelJson;

  it('has the figures of its JSON on a terminal', () => {
    const rows = terminalRows(renderFunnelTable(alone, { ...tongues[lang], width: 400, paint: bare }));
    const steps = new Map(Object.entries(own.steps).map(([step, word]) => [word as string, step]));
    const lines = rows.filter(([label, cells]) => steps.has(label) && cells.length > 0);
    const expected = json().rows.flatMap(({ steps }) => steps);
    expect(expected.length).toBeGreaterThan(50);
    expect(lines.map(([label]) => steps.get(label))).toEqual(expected.map(({ step }) => step));
    for (const [i, { step, values }] of expected.entries()) {
      const names = shownOf(values);
      expect(lines[i]![1], step).toHaveLength(names.length);
      for (const [c, name] of names.entries())
        expectShown(lines[i]![1][c], values[name]!, unitOf(name), lang, `${i} ${step} ${name}`);
    }
    for (const [name, word] of [
      ['lost_carts', own.losses.carts],
      ['lost_value', own.losses.value],
    ] as const) {
      const told = rows.filter(([label]) => label === word).map(([, cells]) => withoutChanges(cells[0] ?? ''));
      for (const [i, { loss }] of json().rows.entries())
        expectShown(told[i], loss.values[name]!, unitOf(name), lang, `${i} ${name}`);
    }
  });

  it('has them in Markdown', () => {
    const text = renderFunnelMarkdown(funnel, tongues[lang]);
    const tables = markdownTables(text);
    expect(tables).toHaveLength(json().rows.length);
    for (const [i, { steps }] of json().rows.entries())
      for (const { step, values } of steps) {
        const cells = tables[i]!.rows.get(own.steps[step as keyof typeof own.steps])!;
        for (const name of shownOf(values)) {
          const cell = withoutChanges(cells.get(own.heads[name as (typeof columns)[number]])!);
          expectShown(cell, values[name]!, unitOf(name), lang, `${i} ${step} ${name}`);
        }
      }
    const shares = [...text.matchAll(new RegExp(`\\*\\*${own.losses.biggest}\\*\\*.*`, 'g'))].map(([line]) =>
      decoded(line),
    );
    const lost = json().rows.filter(({ loss }) => loss.from !== null);
    expect(shares).toHaveLength(lost.length);
    for (const [i, { loss }] of lost.entries()) {
      const share = / · ([\d.,]+\s?%)/.exec(shares[i]!)?.[1];
      expectShown(share, loss.values.share!, 'ratio', lang, `biggest ${i}`);
    }
  });

  it('has all of them in its page, newest period first', () => {
    const page = renderFunnelHtml(funnel, tongues[lang]);
    const figures = page.split('<div class=fw>').slice(1);
    const periods = [...new Set(json().rows.map(({ period }) => period))].reverse();
    const isTotal = ({ dimensions }: { dimensions: object }): boolean => Object.keys(dimensions).length === 0;
    const expected = periods.flatMap((period) => {
      const own = json().rows.filter((row) => row.period === period);
      return [...own.filter(isTotal), ...own.filter((row) => !isTotal(row))];
    });
    expect(figures).toHaveLength(expected.length);
    let seen = 0;
    const found = (part: string): Map<string, string> =>
      new Map(
        [...part.matchAll(/<(b|span)[^>]* data-f=(\w+)>(.*?)<\/\1>/g)].map(([, , name, inner]) => [
          name!,
          pageText(inner!),
        ]),
      );
    for (const [i, { steps, loss }] of expected.entries()) {
      const lists = found(/<ul class=fl>(.*?)<\/ul>/.exec(figures[i]!)?.[1] ?? '');
      for (const name of ['lost_carts', 'lost_value'])
        expectShown(lists.get(name), loss.values[name]!, unitOf(name), lang, `${i} ${name}`);
      if (loss.from !== null) expectShown(lists.get('share'), loss.values.share!, 'ratio', lang, `${i} share`);
      const parts = figures[i]!.split('<li data-step=').slice(1);
      expect(parts.map((part) => /^\w+/.exec(part)![0])).toEqual(steps.map(({ step }) => step));
      for (const [s, { step, values }] of steps.entries()) {
        const own = found(parts[s]!.slice(0, parts[s]!.indexOf('</li>')));
        for (const name of shownOf(values)) {
          expectShown(own.get(name), values[name]!, unitOf(name), lang, `${i} ${step} ${name}`);
          seen += 1;
        }
        // The base of repeat purchases stands in a sentence, those of other steps are the counts before.
        if (step === 'repeat') {
          if (values.base != null) expect(own.get('base')).toMatch(new RegExp(`\\b${values.base}\\b`));
        } else if ('base' in values) expect(values.base).toBe(steps[s - 1]!.values.count);
      }
    }
    expect(seen).toBeGreaterThan(200);
  });
});

describe.each(langs)('cohorts in %s', (lang) => {
  const own = cohortWords[lang];
  const json = (): CohortsJson => JSON.parse(renderCohortsJson(cohorts)) as CohortsJson;
  const metrics = ['retention', 'revenue_per_customer', 'margin_per_customer'] as const;
  /** The cohorts by group, in the order of the tables, and the metrics that are known of each. */
  const tables = () =>
    [...new Map(json().cohorts.map((row) => [JSON.stringify(row.dimensions), row])).keys()].flatMap((key) => {
      const rows = json().cohorts.filter((row) => JSON.stringify(row.dimensions) === key);
      return metrics
        .filter(
          (metric) =>
            metric === 'retention' || rows.some(({ ages }) => ages.some(({ values }) => values[metric] !== null)),
        )
        .map((metric) => ({ metric, rows }));
    });
  const isBlank = ({ values, ages }: CohortsJson['cohorts'][number], age: number, metric: string): boolean =>
    values.customers === null || ages[age]!.nulls[metric] === 'insufficient_history';

  it('have the figures of their JSON in Markdown', () => {
    const shown = markdownTables(renderCohortsMarkdown(cohorts, tongues[lang]));
    expect(shown).toHaveLength(tables().length);
    let seen = 0;
    for (const [t, { metric, rows }] of tables().entries())
      for (const row of rows)
        for (const { age, values } of row.ages) {
          const cell = shown[t]!.rows.get(row.cohort)!.get(String(age));
          if (isBlank(row, age, metric)) expect(cell).toBe('');
          else expectShown(cell, values[metric]!, unitOf(metric), lang, `${row.cohort} ${age} ${metric}`);
          seen += 1;
        }
    expect(seen).toBeGreaterThan(300);
  });

  it('have them on a terminal', () => {
    const rows = terminalRows(renderCohortsTable(cohorts, { ...tongues[lang], width: 2000, paint: noPaint }));
    const lines = rows.filter(([label]) => /^\d{4}-\d\d$/.test(label));
    const expected = tables().flatMap(({ metric, rows }) => rows.map((row) => ({ metric, row })));
    expect(lines).toHaveLength(expected.length);
    for (const [i, { metric, row }] of expected.entries()) {
      const known = row.ages.filter(({ age }) => !isBlank(row, age, metric));
      const cells = lines[i]![1].slice(lines[i]![1].length - known.length);
      for (const [c, { age, values }] of known.entries())
        expectShown(cells[c], values[metric]!, unitOf(metric), lang, `${row.cohort} ${age} ${metric}`);
    }
  });

  it('have all of them in their page', () => {
    const page = renderCohortsHtml(cohorts, tongues[lang]);
    const keys = [...new Set(json().cohorts.map(({ dimensions }) => JSON.stringify(dimensions)))];
    const sections = page.split(/<section id=g-\d+ /).slice(1);
    expect(sections).toHaveLength(keys.length);
    let seen = 0;
    for (const [k, key] of [...keys.filter((one) => one === '{}'), ...keys.filter((one) => one !== '{}')].entries()) {
      const rows = json().cohorts.filter(({ dimensions }) => JSON.stringify(dimensions) === key);
      const last = Math.max(...rows.map((row) => row.ages.findLastIndex(({ values }) => values.retention !== null)));
      for (const [metric, below] of [
        ['retention', 'active_customers'],
        ['orders_per_customer', 'orders'],
        ['revenue_per_customer', undefined],
        ['margin_per_customer', undefined],
      ] as const) {
        const start = sections[k]!.indexOf(`data-map=${metric}>`);
        if (start === -1) {
          expect(
            rows.every(({ ages }) => ages.every(({ values }) => values[metric] === null)),
            metric,
          ).toBe(true);
          continue;
        }
        const table = sections[k]!.slice(start, sections[k]!.indexOf('</table>', start));
        const lines = table.split('<tr>').slice(2);
        expect(lines).toHaveLength(rows.length);
        for (const [r, row] of rows.entries()) {
          const cells = lines[r]!.split('<td')
            .slice(1)
            .slice(-1 - last);
          for (const [age, cell] of cells.entries()) {
            const { values, nulls } = row.ages[age]!;
            const where = `${key} ${row.cohort} ${age} ${metric}`;
            const text = pageText(cell.replace(/^[^>]*>/, ''));
            if (row.values.customers !== null && nulls[metric] === 'insufficient_history')
              expect(cell, where).toMatch(/^ class=xn /);
            else expectShown(text, values[metric]!, unitOf(metric), lang, where);
            const small = /<small[^>]*>([^<]*)/.exec(cell)?.[1];
            if (below !== undefined && values[metric] !== null)
              expectShown(small, values[below]!, 'count', lang, `${where} below`);
            seen += 1;
          }
        }
      }
      const summary = sections[k]!.slice(sections[k]!.indexOf('class="b cs"'));
      const lines = summary.slice(0, summary.indexOf('</table>')).split('<tr>').slice(1);
      const heads = lines[0]!
        .split('<th scope=col>')
        .slice(2)
        .map((head) => decoded(head.replace(/<.*$/s, '')));
      for (const [r, row] of rows.entries()) {
        const cells = lines[r + 1]!.split(/<td[^>]*>/)
          .slice(1)
          .map(pageText);
        for (const [c, head] of heads.entries()) {
          const metric = Object.entries(own.metrics).find(([, word]) => word === head)![0];
          expectShown(cells[c], row.values[metric]!, unitOf(metric), lang, `${row.cohort} ${metric}`);
        }
      }
    }
    expect(seen).toBeGreaterThan(300);
  });
});

describe('the pictures of a report', () => {
  const parts = async (more: object): Promise<string> => {
    const read = await reading(['fixtures/shop'], { timezone: 'Europe/Paris', ...more });
    const settings = reportSettings(read, ['previous']);
    const report = await reportOf(read.read, settings, kpis);
    return renderHtml({ ...report, pictures: await picturesOf(read.read, settings, report) }, tongues.en);
  };
  const has = (page: string): boolean[] => [
    page.includes('<section class=fy id=funnel'),
    page.includes('<section id=cohorts'),
  ];

  it('stand in its page unless KPIs were chosen that are none of theirs', async () => {
    expect(has(await parts({}))).toEqual([true, true]);
    expect(has(await parts({ group: ['traffic'] }))).toEqual([true, false]);
    expect(has(await parts({ group: ['customers', 'sales'] }))).toEqual([false, true]);
    expect(has(await parts({ kpi: ['sessions', 'new_customers'] }))).toEqual([false, false]);
  });

  it('are of a day where the report is of hours', async () => {
    const page = await parts({ period: 'hour', from: parseDay('2026-11-10'), to: parseDay('2026-11-10') });
    expect(/<h2 id=h-funnel>Funnel <small>([^<]*)/.exec(page)?.[1]).toBe('2026-11-10');
  });

  it('are those of the commands: the funnel of the period at the top, the cohorts of the last 12 months', async () => {
    const page = await parts({});
    const last = (JSON.parse(renderFunnelJson(funnel)) as FunnelJson).rows.at(-1)!;
    const part = page.slice(page.indexOf('id=funnel'), page.indexOf('</section>', page.indexOf('id=funnel')));
    expect(part).toContain('2026-W46');
    for (const { values } of last.steps) expect(part).toContain(`data-v=${values.count} data-f=count`);
    const map = page.slice(
      page.indexOf('data-map=retention'),
      page.indexOf('</table>', page.indexOf('data-map=retention')),
    );
    const all = (JSON.parse(renderCohortsJson(cohorts)) as CohortsJson).cohorts.filter(
      ({ dimensions }) => Object.keys(dimensions).length === 0,
    );
    expect([...map.matchAll(/<th scope=row>([\d-]+)/g)].map(([, name]) => name)).toEqual(
      all.map(({ cohort }) => cohort),
    );
    expect(page).toContain('The newest 12 cohorts; kpi cohorts shows others.');
  });

  it.each(['report', 'funnel', 'cohorts'])('are the same on both engines: %s', async (command) => {
    const line = `${command} fixtures/shop --timezone Europe/Paris --by channel --format html --engine`;
    const [memory, duckdb] = [await run(wordsOf(`${line} memory`)), await run(wordsOf(`${line} duckdb`))];
    expect(memory.code).toBe(0);
    expect(duckdb).toEqual(memory);
  });

  it('change nothing of what is printed beside the page', async () => {
    const line = 'report fixtures/shop --timezone Europe/Paris --by channel --format json';
    const alone = await run(wordsOf(line));
    const folder = mkdtempSync(join(tmpdir(), 'kpi-pictures-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const beside = await run([...wordsOf(line), '--out', '-', '--out', join(folder, 'x.html')]);
    expect(beside.out).toBe(alone.out);
    expect(readFileSync(join(folder, 'x.html'), 'utf8')).toContain('id=funnel');
  });
});
