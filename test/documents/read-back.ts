import { expect } from 'vitest';
import type { Unit } from '../../src/core/kinds.ts';
import type { Paint } from '../../src/page/paint.ts';

/* Reads figures back out of what people see, without the code that wrote them. */

export type Lang = 'en' | 'fr';

/**
 * A paint that leaves the figures of a terminal's table: what is painted beside them (changes, marks) becomes blank. The dash of a change has
 * no blanks around it, that of a figure stands in its column.
 */
export const bare: Paint = (() => {
  const as = (text: string): string => text;
  const blank = (text: string): string => ' '.repeat(text.length);
  return {
    bold: as,
    yellow: as,
    red: blank,
    green: blank,
    dim: (text) => (/–|──/.test(text) && !/^–[¹²³⁴⁵⁶⁷⁸⁹]$/.test(text) ? text : blank(text)),
  };
})();

const units: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600, d: 86_400, j: 86_400 };

/** Of a text such as `2 h 05`, the seconds and how much the last of its units is. */
function secondsOf(text: string): { value: number; step: number } {
  const parts = [...text.matchAll(/(\d[\d\s.,]*?)\s*(min|s|h|d|j)?(?=\s+\d|\s*$)/g)];
  let [value, step] = [0, 1];
  for (const [, digits = '', unit] of parts) {
    // What follows hours without a unit is minutes, what follows minutes is seconds.
    step = unit === undefined ? step / 60 : units[unit]!;
    value += Number(digits.replace(/[\s.,]/g, '')) * step;
  }
  return { value: text.startsWith('-') ? -value : value, step };
}

/** The number that a shown text stands for, and how much its last digit is. */
export function shownNumber(text: string, unit: Unit, lang: Lang): { value: number; step: number } {
  const clean = text.replace(/[~*†°‡§]+$/, '').trim();
  if (unit === 'duration') return secondsOf(clean);
  const digits = clean.replace(/[^\d.,-]/g, '');
  const plain = lang === 'fr' ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', '');
  expect(plain, text).toMatch(/^-?\d+(\.\d+)?$/);
  const places = plain.split('.')[1]?.length ?? 0;
  const scale = unit === 'ratio' ? 100 : 1;
  return { value: Number(plain) / scale, step: 10 ** -places / scale };
}

/** Whether a text shows a value of the JSON output, rounded to its last digit; null is a dash, with the number of its reason. */
export function expectShown(
  text: string | undefined,
  value: number | string | null,
  unit: Unit,
  lang: Lang,
  where: string,
): void {
  expect(text, where).toBeDefined();
  if (value === null) return void expect(text, where).toMatch(/^–[⁰¹²³⁴⁵⁶⁷⁸⁹]$/);
  if (typeof value === 'string') return void expect(text, where).toBe(value);
  const shown = shownNumber(text!, unit, lang);
  expect(Math.abs(shown.value - value), `${where}: ${text} for ${value}`).toBeLessThanOrEqual(
    shown.step / 2 + Math.abs(value) * 1e-11 + 1e-12,
  );
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Text as a reader of the source has it: references resolved, spaces without width not seen. */
export const decoded = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)))
    .replace(/&(amp|lt|gt|quot);/g, (_, name) => entities[name]!)
    .replaceAll('\u200b', '');

/** Tables of Markdown with the heading above each: cells by the names of their row and column. */
export function markdownTables(text: string): { heading: string; rows: Map<string, Map<string, string>> }[] {
  const tables: { heading: string; rows: Map<string, Map<string, string>> }[] = [];
  let [heading, heads] = ['', [] as string[]];
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) heading = decoded(line.replace(/^#+ /, ''));
    if (!line.startsWith('| ') && !line.startsWith('|  |')) {
      heads = [];
      continue;
    }
    const cells = line
      .slice(1, -1)
      .split(' | ')
      .map((cell) => decoded(cell.trim().replace(/^\*\*(.*)\*\*$/, '$1')));
    if (heads.length === 0) {
      heads = cells;
      tables.push({ heading, rows: new Map() });
    } else if (cells[0] !== '---')
      tables.at(-1)!.rows.set(cells[0]!, new Map(cells.slice(1).map((cell, i) => [heads[i + 1]!, cell])));
  }
  return tables;
}

/** A figure of Markdown without its changes. */
export const withoutChanges = (cell: string): string => cell.replace(/ \(.*\)$/, '').trim();

/** The cells of each line of a terminal's table, by its label; three blanks part columns. */
export const terminalRows = (text: string): [label: string, cells: string[]][] =>
  text.split('\n').flatMap((line): [string, string[]][] => {
    const [label = '', ...cells] = line.trim().split(/ {2,}/);
    return [[label, cells.filter((cell) => cell !== '' && !/^[▁-▏·…]+$/.test(cell))]];
  });

/** The text of an element of a page up to what stands beside its figure; the reason of a null stands with it. */
export const pageText = (inner: string): string =>
  decoded(inner.replace(/<(sup|small)\b.*$/s, '').replace(/<[^>]+>/g, ''));
