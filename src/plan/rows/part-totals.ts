import { zoneOf } from '../../core/zone.ts';
import { type Cells, readNumber, readText } from '../compile.ts';
import { headRows, type Rows } from '../head/head-records.ts';
import type { Resolved, TablePlan, TotalsPlan } from '../plan.ts';
import type { Block } from '../recognise/table-blocks.ts';
import { positionsOf } from '../resolve-fields.ts';
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

/** A row as far as it may be a total or a part of one. */
interface Told {
  /** By column of words, its name. */
  readonly names: readonly string[];
  readonly day: string;
  /** By figure; 0 for none. */
  readonly values: readonly number[];
}

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
export function partTotals(
  totals: TotalsPlan | null,
  header: readonly string[],
  rows: Rows,
  { isCut, at }: Pick<Block, 'isCut' | 'at'>,
): readonly Skip[] {
  if (totals === null || totals.labels.length === 0) return [];
  const columns = totals.labels.map(
    (index): Resolved => ({ op: 'column', index, name: header[index] ?? '', as: { type: 'text' } }),
  );
  const mixed = mixedColumns(columns, totals.labels, rows);
  if (mixed.length === 0) return [];
  const all = toldBy(columns, totals, rows);
  // The head may end between the parts of a total: those of the day of its last row prove nothing.
  const lastDay = isCut || at + 1 + all.length >= headRows ? all.at(-1)?.day : undefined;
  const told = all.filter(({ day }) => day !== lastDay);
  // From the finest part on: ads, ads and ad groups, and so on; or one column, whatever the others are blank for.
  const choices = [...mixed.map((_, at) => mixed.slice(at)), ...mixed.map((column) => [column])];
  const chosen = choices.find((blank) => areTotals(blank, told, totals)) ?? [];
  return chosen.map((at) => ({
    of: columns[at]!,
    words: [],
    reason: 'total_row',
    list: false,
    except: false,
    blank: true,
  }));
}

/** The places of columns that are blank in some rows and filled in others. */
function mixedColumns(columns: readonly Resolved[], labels: readonly number[], rows: Rows): readonly number[] {
  const read = columns.map(readName);
  const filled = columns.map(() => 0);
  let count = 0;
  for (const cells of rows(labels, 'passing')) {
    if (count === sampled) break;
    count += 1;
    for (const [at, text] of read.entries()) if (text(cells) !== '') filled[at]! += 1;
  }
  return [...columns.keys()].filter((at) => filled[at]! > 0 && filled[at]! < count);
}

function toldBy(columns: readonly Resolved[], { labels, dates, days, sums }: TotalsPlan, rows: Rows): readonly Told[] {
  const names = columns.map(readName);
  const figures = sums.map((from) => readNumber(from, zones));
  const ofDay = [...new Set([...dates, ...days])];
  const needed = [...new Set([...labels, ...ofDay, ...sums.flatMap(positionsOf)])];
  const told: Told[] = [];
  for (const cells of rows(needed, 'passing'))
    told.push({
      names: names.map((text) => text(cells)),
      day: ofDay.map((index) => cells[index] ?? '').join('\0'),
      values: figures.map((read) => {
        const value = read(cells);
        return Number.isFinite(value) ? value : 0;
      }),
    });
  return told;
}

/** Whether all rows in which one of these columns is blank are totals of rows in which none is. */
function areTotals(blank: readonly number[], told: readonly Told[], { sums, people }: TotalsPlan): boolean {
  const isWhole = ({ names }: Told): boolean => blank.every((at) => names[at] !== '');
  const isSumOf = ({ values }: Told, part: Part): boolean =>
    values.every((value, at) => {
      const from = sums[at]!;
      if (at === people && sums.length > 1) return value <= part.sums[at]!;
      const isMoney = from.op === 'column' && from.as.type === 'money';
      return Math.abs(value - part.sums[at]!) <= (isMoney ? part.rows * halfCent : 0);
    });
  // Rows without any figure are totals of anything.
  const held = told.filter((row) => !isWhole(row) && row.values.some((value) => value !== 0));
  const [first] = held;
  if (first === undefined) return false;
  // Most tables have no such totals, as the first row that may be one shows.
  const ofFirst = newPart(first);
  const isOfFirst = ({ names, day }: Told): boolean =>
    day === first.day &&
    names.every((name, at) => name === first.names[at] || (first.names[at] === '' && blank.includes(at)));
  for (const row of told) if (isWhole(row) && isOfFirst(row)) add(row, ofFirst);
  if (ofFirst.rows === 0 || !isSumOf(first, ofFirst)) return false;
  const patternOf = ({ names }: Told): string => blank.map((at) => (names[at] === '' ? 0 : 1)).join('');
  const patterns = [...new Set(held.map(patternOf))];
  /** What a row has in common with its parts: its day, and its names but those for which a pattern has a blank. */
  const keyOf = ({ names, day }: Told, pattern: string): string =>
    [pattern, day, ...names.map((name, at) => (pattern[blank.indexOf(at)] === '0' ? '' : name))].join('\0');
  const parts = new Map<string, Part>();
  for (const row of told.filter(isWhole))
    for (const pattern of patterns) {
      const key = keyOf(row, pattern);
      const part = parts.get(key) ?? newPart(row);
      parts.set(key, part);
      add(row, part);
    }
  let proof = 0;
  for (const row of held) {
    const part = parts.get(keyOf(row, patternOf(row)));
    if (part === undefined || !isSumOf(row, part)) return false;
    // That a row equals a single other one, or the sum of two in one figure, happens.
    const isProof = (value: number, at: number): boolean => value !== 0 && at !== people;
    if (part.rows > 1) proof += row.values.filter(isProof).length > 1 ? 2 : 1;
  }
  return proof > 1;
}

const newPart = ({ values }: Told): Part => ({ rows: 0, sums: values.map(() => 0) });

function add({ values }: Told, to: Part): void {
  to.rows += 1;
  for (const [at, value] of values.entries()) to.sums[at]! += value;
}
