import { describe, expect, it } from 'vitest';
import { divide, ofText } from '../../src/core/fraction.ts';
import { marks as allMarks, type Unit } from '../../src/core/kinds.ts';
import { renderCsv } from '../../src/documents/report/report-csv.ts';
import { renderHtml } from '../../src/documents/report/report-html.ts';
import { renderJson } from '../../src/documents/report/report-json.ts';
import { renderMarkdown } from '../../src/documents/report/report-markdown.ts';
import type { Report } from '../../src/documents/report/report-model.ts';
import { renderTable } from '../../src/documents/report/report-table.ts';
import type { Figure } from '../../src/figures/figure-model.ts';
import {
  bare,
  expectShown,
  type Lang,
  markdownTables,
  pageText,
  shownNumber,
  terminalRows,
  withoutChanges,
} from './read-back.ts';
import { figure, kpi, missing, report, row } from './report/kit.ts';

/* Every figure of a report is read back out of every output, in both languages, and held against the JSON output. */

const tongues = { en: { lang: 'en', locale: 'en-US' }, fr: { lang: 'fr', locale: 'fr-FR' } } as const;
const langs = ['en', 'fr'] as const;

const units: readonly Unit[] = ['money', 'ratio', 'multiple', 'count', 'decimal', 'duration', 'score', 'months'];
const periods = ['2026-W41', '2026-W42', '2026-W43', '2026-W44', '2026-W45', 'all'];

/** Values of every size, some negative, some divided, some marked, some unknown: always the same. */
function figuresOf(seed: number): Figure[] {
  let state = seed * 2654435761 + 12345;
  const next = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
  return [...units, ...units].map((unit): Figure => {
    const kind = next(12);
    if (kind === 0) return missing((['not_covered', 'zero_denominator', 'missing_kind'] as const)[next(3)]!);
    const digits = 10 ** next(8);
    const n = unit === 'months' || unit === 'duration' ? next(4_000_000) : next(digits * 100);
    const sign = kind === 1 && unit !== 'months' ? '-' : '';
    const own = kind === 2 ? [allMarks[next(allMarks.length)]!] : [];
    if (unit === 'count') return figure(`${sign}${n}`, ...own);
    const value = divide(
      ofText(`${sign}${n}`),
      ofText(unit === 'ratio' ? String(digits * 100 + 7) : unit === 'months' ? '100000' : '97'),
    );
    return figure(value, ...own);
  });
}

const labels = [...units, ...units].map((unit, i) => `${unit} no ${i}`);
const made = (groups: readonly string[]): Report =>
  report({
    dimensions: groups.length === 0 ? [] : ['channel'],
    kpis: labels.map((label, i) =>
      kpi(`kpi_${i}`, {
        unit: units[i % units.length]!,
        label: { en: label, fr: `${label} fr` },
        group: i < 8 ? 'sales' : 'traffic',
      }),
    ),
    rows: periods.flatMap((period, p) => [
      ...groups.map((channel, g) => row(figuresOf(p * 100 + g + 1), { period, dimensions: { channel } })),
      row(figuresOf(p * 100 + 99), { period }),
    ]),
  });

interface Json {
  kpis: { id: string; label: string; unit: Unit }[];
  rows: { period: string; dimensions: Record<string, string>; values: Record<string, number | string | null> }[];
}
type Found = Map<string, string>;
const total = { en: 'Total', fr: 'Total' } as const;

/** All figures by period, group and KPI, as `json` has them, against those found; every one must be there. */
function compare(json: Json, found: Found, lang: Lang, only: (period: string, group: string) => boolean): void {
  let seen = 0;
  for (const { period, dimensions, values } of json.rows) {
    const group = dimensions.channel ?? '';
    if (!only(period, group)) continue;
    for (const { id, unit } of json.kpis) {
      const where = `${period} ${group} ${id}`;
      expectShown(found.get(where), values[id]!, unit, lang, where);
      seen += 1;
    }
  }
  expect(found.size).toBe(seen);
}

/** Of names of rows and columns, which is the KPI. */
const idsOf = (json: Json, lang: Lang): Map<string, string> =>
  new Map(json.kpis.map(({ id, label }) => [lang === 'fr' ? `${label} fr` : label, id]));
const periodOf = (name: string): string => (/^Total$/.test(name) ? 'all' : name.slice(0, 8));
const groupOf = (name: string): string => (name === 'Total' ? '' : name);

function inMarkdown(text: string, json: Json, lang: Lang, isGrouped: boolean): Found {
  const ids = idsOf(json, lang);
  const found: Found = new Map();
  for (const { heading, rows } of markdownTables(text))
    for (const [name, cells] of rows)
      for (const [head, cell] of cells) {
        const [id, other] = ids.has(name) ? [ids.get(name), head] : [ids.get(head), name];
        if (id === undefined || cell === '') continue;
        const [period, group] = isGrouped ? [periodOf(heading), groupOf(other)] : [periodOf(other), ''];
        found.set(`${period} ${group} ${id}`, withoutChanges(cell));
      }
  return found;
}

function inTerminal(text: string, json: Json, lang: Lang, groups: readonly string[]): Found {
  const ids = idsOf(json, lang);
  const found: Found = new Map();
  let period = '';
  for (const [label, cells] of terminalRows(text)) {
    if (cells.length === 0 && (periods.includes(label.slice(0, 8)) || label === 'Total')) period = periodOf(label);
    const id = ids.get(label);
    const put = (where: string, cell: string | undefined): void => void (cell !== undefined && found.set(where, cell));
    if (id !== undefined && groups.length === 0)
      for (const [i, name] of periods.entries()) put(`${name}  ${id}`, cells[i]);
    else if (id !== undefined)
      for (const [i, group] of [...groups, ''].entries()) put(`${period} ${group} ${id}`, cells[i]);
    else if (cells.length === json.kpis.length && (groups.includes(label) || label === total[lang]))
      for (const [i, kpi] of json.kpis.entries()) put(`${period} ${groupOf(label)} ${kpi.id}`, cells[i]);
  }
  return found;
}

function inPage(text: string, groups: readonly string[]): Found {
  const found: Found = new Map();
  const tableFrom = (start: string): string => {
    const at = text.indexOf(start);
    expect(at, start).toBeGreaterThan(-1);
    return text.slice(at, text.indexOf('</table>', at));
  };
  const cells = (line: string): string[] =>
    line
      .split(/<td[^>]*>/)
      .slice(1)
      .map(pageText);
  const lines = (table: string): string[] => table.split(/<tr\b/).slice(1);
  for (const line of lines(tableFrom('<table class=b>'))) {
    const id = /data-kpi="([^"]+)"/.exec(line)?.[1];
    if (id !== undefined) for (const [i, cell] of cells(line).entries()) found.set(`${periods[i]}  ${id}`, cell);
  }
  // Of the last period some KPIs are in an open table, all are in the fold below it.
  const byGroup = groups.length === 0 ? [] : text.split(/(?=<table class="b by" data-period=)/).slice(1);
  expect(byGroup).toHaveLength(groups.length === 0 ? 0 : 3);
  for (const part of byGroup) {
    const [, period = ''] = /^<table class="b by" data-period="([^"]*)"/.exec(part) ?? [];
    const table = part.slice(0, part.indexOf('</table>'));
    const heads = [...table.matchAll(/<th scope=col data-kpi="([^"]+)"/g)].map(([, id = '']) => id);
    const isDown = /<th scope=col data-kpi/.test(table);
    let g = 0;
    for (const line of lines(table).slice(1)) {
      const own = cells(line);
      if (own.length === 0) continue;
      const id = /data-kpi="([^"]+)"/.exec(line)?.[1];
      for (const [i, cell] of own.entries()) {
        const where = isDown ? `${period} ${[...groups, ''][g]} ${heads[i]}` : `${period} ${[...groups, ''][i]} ${id}`;
        if (groups.length > 0 && found.has(where) && !where.includes('  ')) expect(cell, where).toBe(found.get(where));
        found.set(where, cell);
      }
      g += 1;
    }
  }
  return found;
}

const few = ['Direct', 'Email', 'Réseaux & co', '日本'];
const many = Array.from({ length: 20 }, (_, g) => `Channel ${String(g).padStart(2, '0')}`);

describe.each([
  ['no groups', []],
  ['few groups', few],
  ['many groups', many],
] as const)('a report of all units, %s', (_, groups) => {
  const shown = made(groups);
  const json = JSON.parse(renderJson(shown)) as Json;

  it.each(langs)('has the figures of its JSON on a terminal, in %s', (lang) => {
    const text = renderTable(shown, { ...tongues[lang], width: 2000, paint: bare });
    compare(json, inTerminal(text, json, lang, groups), lang, () => true);
  });

  it.each(langs)('has them in Markdown, in %s', (lang) => {
    const text = renderMarkdown(shown, tongues[lang]);
    compare(json, inMarkdown(text, json, lang, groups.length > 0), lang, () => true);
  });

  it.each(langs)('has them in its page, in %s', async (lang) => {
    const found = inPage(renderHtml(shown, tongues[lang]), groups);
    // Groups are shown for the last period and the whole span: the page says so.
    compare(json, found, lang, (period, group) => group === '' || ['2026-W45', 'all'].includes(period));
  });

  it('has them in CSV, digit by digit', () => {
    const [head, ...lines] = renderCsv(shown)
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    const at = (name: string): number => head!.indexOf(name);
    const numbers = new Map(
      lines.map((cells) => [
        `${cells[at('period')]} ${cells[at('channel')] ?? ''} ${cells[at('kpi')]}`,
        cells[at('value')],
      ]),
    );
    let seen = 0;
    for (const { period, dimensions, values } of json.rows)
      for (const { id } of json.kpis) {
        const value = numbers.get(`${period} ${dimensions.channel ?? ''} ${id}`);
        expect(value === '' ? null : Number(value)).toBe(values[id]);
        seen += 1;
      }
    expect(lines).toHaveLength(seen);
  });
});

it('reads numbers back as they are written', () => {
  expect(shownNumber('-1\u202f234,50\u00a0€', 'money', 'fr')).toEqual({ value: -1234.5, step: 0.01 });
  expect(shownNumber('€1,234.50~', 'money', 'en')).toEqual({ value: 1234.5, step: 0.01 });
  expect(shownNumber('12.34%', 'ratio', 'en').value).toBeCloseTo(0.1234, 10);
  expect(shownNumber('2 min 35', 'duration', 'en')).toEqual({ value: 155, step: 1 });
  expect(shownNumber('2 h 05', 'duration', 'fr')).toEqual({ value: 7500, step: 60 });
  expect(shownNumber('3 d 4 h', 'duration', 'en')).toEqual({ value: 273_600, step: 3600 });
  expect(() => expectShown('12', 13, 'count', 'en', '')).toThrow();
  expect(() => expectShown('12.30', 12.306, 'money', 'en', '')).toThrow();
});
