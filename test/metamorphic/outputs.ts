import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';
import type { Unit } from '../../src/core/kinds.ts';
import { kpis } from '../../src/kpis/index.ts';
import {
  decoded,
  expectShown,
  type Lang,
  markdownTables,
  pageText,
  terminalRows,
  withoutChanges,
} from '../documents/read-back.ts';
import type { Asked, Told } from './reports.ts';

/* Every figure that a command printed as JSON, read back out of what it prints in another format. */

/** One KPI of each unit at least, whose label says nothing of its basis. */
export const shown = [
  ...['net_sales', 'orders', 'average_order_value', 'items_per_order', 'conversion_rate', 'roas', 'first_reply_time'],
  ...['nps', 'search_position', 'customers', 'order_refund_rate', 'cohort_repeat_rate'],
];
const units = new Map<string, Unit>(kpis.map(({ id, unit }) => [id, unit]));
const labels = (lang: Lang): Map<string, string> =>
  new Map(kpis.filter(({ id }) => shown.includes(id)).map(({ id, label }) => [label[lang], id]));

/** Texts of figures by period and KPI. */
type Found = Map<string, string>;

const columns = /^(2026-W\d\d|Total\b|all\b)/;
const periodOf = (head: string): string => (/^(Total|all)/.test(head) ? 'all' : head.slice(0, 8));

const isChange = /^([+±-][\d.,\s]+(%|pt)\W*|new|nouveau|–)$/;

function inTable(text: string, periods: readonly string[], lang: Lang): Found {
  const ids = labels(lang);
  const found: Found = new Map();
  for (const [label, cells] of terminalRows(text)) {
    const id = ids.get(label);
    // One blank before a change may be all that is between it and its figure. None of these KPIs is a share below 0.
    const figures = cells.map((cell) => cell.replace(/ [+±-].*$/, '')).filter((cell) => !isChange.test(cell));
    if (id !== undefined) for (const [at, period] of periods.entries()) found.set(`${period} ${id}`, figures[at]!);
  }
  return found;
}

function inMarkdown(text: string, _: readonly string[], lang: Lang): Found {
  const ids = labels(lang);
  const found: Found = new Map();
  for (const { rows } of markdownTables(text))
    for (const [label, cells] of rows)
      for (const [head, cell] of cells)
        if (ids.has(label) && columns.test(head))
          found.set(`${periodOf(head)} ${ids.get(label)}`, withoutChanges(cell));
  return found;
}

function inPage(text: string, periods: readonly string[]): Found {
  const found: Found = new Map();
  const from = text.indexOf('<table class=b>');
  for (const line of text.slice(from, text.indexOf('</table>', from)).split(/<tr\b/)) {
    const id = /data-kpi="([^"]+)"/.exec(line)?.[1];
    const cells = line.split(/<td[^>]*>/).slice(1);
    if (id !== undefined)
      for (const [at, period] of periods.entries()) found.set(`${period} ${id}`, pageText(cells[at]!));
  }
  return found;
}

/** The cells of the sheets of a workbook as they are stored, below the names in the first row. */
function inWorkbook(text: string): Found {
  const parts = unzipSync(Buffer.from(text, 'latin1'));
  const ids = labels('en');
  const found: Found = new Map();
  for (const [name, bytes] of Object.entries(parts)) {
    if (!name.startsWith('xl/worksheets/')) continue;
    const [heads = [], ...rows] = [...strFromU8(bytes).matchAll(/<row r="\d+">(.*?)<\/row>/g)].map(([, row = '']) =>
      [...row.matchAll(/<c r="([A-Z]+)\d+"[^>]*?(?:\/>|>(?:<is><t[^>]*>(.*?)<\/t><\/is>|<v>(.*?)<\/v>)<\/c>)/g)].map(
        ([, column = '', words, number]) => [column, decoded(words ?? number ?? '')] as const,
      ),
    );
    const head = new Map(heads);
    for (const cells of rows) {
      const period = periodOf(cells[0]?.[1] ?? '');
      for (const [column, cell] of cells) {
        const id = ids.get(head.get(column) ?? '');
        if (id !== undefined) found.set(`${period} ${id}`, cell);
      }
    }
  }
  return found;
}

const readers = { table: inTable, markdown: inMarkdown, html: inPage, xlsx: inWorkbook } as const;

/** How the outputs are asked for; the first is the JSON that the others are held against. */
export const outputs: readonly Partial<Asked>[] = [
  ...['json', 'csv', 'csv-excel', 'xlsx'].map((format) => ({ line: `--format ${format}` })),
  ...(['en', 'fr'] as const).flatMap((lang) =>
    ['table', 'markdown', 'html'].map((format) => ({ line: `--format ${format} --lang ${lang}` })),
  ),
].map(({ line }) => ({ line: `${line} --kpi ${shown.join()} --compare none`, width: 2000 }));

interface Json {
  readonly rows: readonly { readonly period: string; readonly values: Readonly<Record<string, number | null>> }[];
}

export function sameFigures([json, csv, excel, xlsx, ...people]: readonly Told[]): void {
  const { rows } = JSON.parse(json!.out) as Json;
  const periods = rows.map(({ period }) => period);
  const figures = rows.flatMap(({ period, values }) =>
    Object.entries(values).map(([id, value]) => ({ id, value, where: `${period} ${id}` })),
  );
  expect(figures.length).toBe(shown.length * 11);
  // Digit by digit where programs read them.
  const inCsv = (text: string, delimiter: string): Found => {
    const [head = [], ...lines] = text
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(delimiter));
    const at = (name: string): number => head.indexOf(name);
    return new Map(lines.map((cells) => [`${cells[at('period')]} ${cells[at('kpi')]}`, cells[at('value')] ?? '']));
  };
  for (const found of [inCsv(csv!.out, ','), inCsv(excel!.out.replace(/^\ufeff/, ''), ';')])
    for (const { value, where } of figures) {
      const text = found.get(where)!.replace(',', '.');
      expect([where, text === '' ? null : Number(text)]).toEqual([where, value]);
    }
  const stored = inWorkbook(xlsx!.out);
  for (const { id, value, where } of figures) {
    const text = stored.get(where) ?? '';
    // A spreadsheet counts time in days.
    const seconds = units.get(id) === 'duration' ? 86_400 : 1;
    if (value === null) expect([where, Number.isNaN(Number(text || 'x'))]).toEqual([where, true]);
    else expect(Number(text) * seconds, where).toBeCloseTo(value, 6);
  }
  for (const [at, { out }] of people.entries()) {
    const lang = at < 3 ? 'en' : 'fr';
    const format = (['table', 'markdown', 'html'] as const)[at % 3]!;
    const found = readers[format](out, periods, lang);
    for (const { id, value, where } of figures)
      expectShown(found.get(where), value, units.get(id)!, lang, `${format} ${lang} ${where}`);
    expect(found.size).toBe(figures.length);
  }
}
