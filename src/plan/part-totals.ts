import { zoneOf } from '../core/zone.ts';
import { type Cells, readNumber, readText } from './compile.ts';
import type { Rows } from './head-records.ts';
import type { Resolved, TablePlan, TotalsPlan } from './plan.ts';
import { positionsOf } from './resolve-fields.ts';
import { isNothing } from './total-rows.ts';

/** This many rows show whether a column of words is blank in some. */
const sampled = 500;
/** Millionths that a row of an amount may be off, because its total was rounded separately. */
const halfCent = 5000;

const zone = zoneOf('UTC');
const zones = { report: zone, source: zone, utc: zone };

type Skip = TablePlan['skip'][number];

/** The name in a cell; '' for none. */
const readName = (from: Resolved): ((cells: Cells) => string) => {
  const read = readText(from);
  return (cells) => {
    const name = read(cells) ?? '';
    return isNothing(name) ? '' : name.toLowerCase();
  };
};

/** Rows that share what a total of them states. */
interface Part {
  rows: number;
  readonly sums: number[];
}

/**
 * Recognises a pivot table with a row for each part as a whole: the row of a campaign, with a blank ad group, beside those of its ad
 * groups. It is one if every row with such a blank is the sum of the rows that share its other cells, in all figures. What an ad group
 * is blank for, such as a campaign without any, has no such rows.
 */
export function partTotals(totals: TotalsPlan | null, header: readonly string[], rows: Rows): readonly Skip[] {
  if (totals === null || totals.labels.length < 2) return [];
  const columns = totals.labels.map(
    (index): Resolved => ({ op: 'column', index, name: header[index] ?? '', as: { type: 'text' } }),
  );
  const mixed = mixedColumns(columns, totals.labels, rows);
  // From the finest part on: ads, ads and ad groups, and so on; or one column, whatever the others are blank for.
  const choices = [...mixed.map((_, at) => mixed.slice(at)), ...mixed.map((column) => [column])];
  const chosen = choices.find((blank) => areTotals(blank, columns, totals, rows)) ?? [];
  return chosen.map((of) => ({ of, words: [], reason: 'total_row', list: false, except: false, blank: true }));
}

/** The columns that are blank in some rows and filled in others. */
function mixedColumns(columns: readonly Resolved[], labels: readonly number[], rows: Rows): readonly Resolved[] {
  const read = columns.map(readName);
  const filled = columns.map(() => 0);
  let count = 0;
  for (const cells of rows(labels, 'passing')) {
    if (count === sampled) break;
    count += 1;
    for (const [at, text] of read.entries()) if (text(cells) !== '') filled[at]! += 1;
  }
  return columns.filter((_, at) => filled[at]! > 0 && filled[at]! < count);
}

/** Whether all rows in which one of these columns is blank are totals of rows in which none is. */
function areTotals(blank: readonly Resolved[], columns: readonly Resolved[], plan: TotalsPlan, rows: Rows): boolean {
  const { labels, dates, days, sums } = plan;
  const [isBlank, others] = [blank.map(readName), columns.filter((column) => !blank.includes(column)).map(readName)];
  const figures = sums.map((from) => readNumber(from, zones));
  const ofDay = [...new Set([...dates, ...days])];
  const needed = [...new Set([...labels, ...ofDay, ...sums.flatMap(positionsOf)])];
  const places = (filled: readonly boolean[]): string => filled.map(Number).join('');
  // What each row may be a part of: every choice of blanks that occurs.
  const held: { readonly filled: readonly boolean[]; readonly key: string; readonly values: readonly number[] }[] = [];
  const leaves: { readonly names: readonly string[]; readonly own: string; readonly values: readonly number[] }[] = [];
  const keyOf = (filled: readonly boolean[], names: readonly string[], own: string): string =>
    [places(filled), own, ...names.map((name, at) => (filled[at] ? name : ''))].join('\0');
  for (const cells of rows(needed, 'passing')) {
    const own = [...ofDay.map((index) => cells[index] ?? ''), ...others.map((text) => text(cells))].join('\0');
    const names = isBlank.map((text) => text(cells));
    const filled = names.map((name) => name !== '');
    const values = figures.map((read) => {
      const value = read(cells);
      return Number.isFinite(value) ? value : 0;
    });
    if (filled.every(Boolean)) leaves.push({ names, own, values });
    else held.push({ filled, key: keyOf(filled, names, own), values });
  }
  const kinds = new Map(held.map(({ filled }) => [places(filled), filled]));
  const parts = new Map<string, Part>();
  for (const { names, own, values } of leaves)
    for (const filled of kinds.values()) {
      const key = keyOf(filled, names, own);
      const part = parts.get(key) ?? { rows: 0, sums: values.map(() => 0) };
      parts.set(key, part);
      part.rows += 1;
      for (const [at, value] of values.entries()) part.sums[at]! += value;
    }
  let proof = 0;
  for (const { key, values } of held) {
    const part = parts.get(key);
    const told = values.filter((value) => value !== 0).length;
    if (told === 0) continue;
    if (part === undefined) return false;
    const isSum = (value: number, at: number): boolean => {
      const from = sums[at]!;
      const isMoney = from.op === 'column' && from.as.type === 'money';
      return Math.abs(value - part.sums[at]!) <= (isMoney ? part.rows * halfCent : 0);
    };
    if (!values.every(isSum)) return false;
    // That a row equals a single other one, or the sum of two in one figure, happens.
    if (part.rows > 1) proof += told > 1 ? 2 : 1;
  }
  return proof > 1;
}
