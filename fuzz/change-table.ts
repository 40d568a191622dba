import type { Random } from '../bench/random.ts';
import { hostileNames } from '../test/support/hostile-shop.ts';
import { mangled, narrowed, type Writing, writingOf } from '../test/support/mangle.ts';
import { misplaced, personColumns, planted } from './people.ts';

type Records = readonly (readonly string[])[];

/** A table with some cells, rows, columns and headers changed, and with customers of ours. */
export function changedTable(records: Records, random: Random): string[][] {
  const seed = random.below(2 ** 31);
  const rate = [0, 0, 0, 3, 15, 60][random.below(6)]!;
  const people = personColumns(records);
  const names = [...people].map(([at, kind]) => [records[0]![at], kind] as const);
  const sheet = { name: '', records: random.once(3) ? someRows(records, random) : records };
  const whole = mangled(sheet, seed, rate);
  const some = random.once(4) ? narrowed(whole, seed) : whole;
  let [header = [], ...rows] = some.records.map((row) => [...row]);
  if (random.once(6)) rows = rows.map((row) => hostileRow(row, random));
  const kept = header.flatMap((name, at) => {
    const kind = names.find(([known]) => known === name)?.[1];
    return kind === undefined ? [] : [[at, kind] as const];
  });
  rows = planted(rows, new Map(kept), random);
  if (random.once(6)) rows = misplaced(rows, random);
  if (random.once(12)) header = odderHeader(header, new Set(kept.map(([at]) => at)), random);
  const all = [header, ...rows];
  // A first row that is data is never shown.
  if (random.once(60)) all.shift();
  if (random.once(10)) return swappedColumns(all, random);
  return all;
}

/** Few rows, none, or one after the other in another order. */
function someRows(records: Records, random: Random): Records {
  const [header = [], ...rows] = records;
  const from = random.below(rows.length + 1);
  const part = rows.slice(from, from + random.low(rows.length + 2));
  return [header, ...(random.once(3) ? part.reverse() : part)];
}

function hostileRow(row: readonly string[], random: Random): string[] {
  const short = hostileNames.filter((name) => name.length < 1000 && !name.includes('\n'));
  return row.map((cell) => (random.once(25) ? short[random.below(short.length)]! : cell));
}

/** Names of columns in other spellings; one of no customers may be empty, unknown or the name of another. */
function odderHeader(header: readonly string[], people: ReadonlySet<number>, random: Random): string[] {
  const spellings: readonly ((name: string) => string)[] = [
    (name) => name.toUpperCase(),
    (name) => ` ${name} `,
    (name) => name.replaceAll(' ', '_'),
    (name) => name.replaceAll('_', ' '),
    (name) => `\ufeff${name}`,
  ];
  const others: readonly ((name: string) => string)[] = [
    () => '',
    () => 'x',
    () => '__proto__',
    () => hostileNames[random.below(8)]!,
    (name) => `${name} (EUR)`,
  ];
  return header.map((name, at) => {
    if (!random.once(6)) return name;
    const all = people.has(at) ? spellings : [...spellings, ...others];
    return all[random.below(all.length)]!(name);
  });
}

function swappedColumns(records: Records, random: Random): string[][] {
  const width = records[0]?.length ?? 0;
  const [a, b] = [random.below(width), random.below(width)];
  return records.map((row) => {
    const cells = [...row];
    if (width > 0 && row.length === width) [cells[a], cells[b]] = [cells[b]!, cells[a]!];
    return cells;
  });
}

/** How a table is written down. */
export function writing(random: Random): Writing {
  const usual = writingOf(random.below(2 ** 31));
  const delimiter = random.once(12) ? ['\t', '|'][random.below(2)]! : usual.delimiter;
  return { ...usual, delimiter, newline: random.once(30) ? '\r' : usual.newline };
}
