import type { Random } from '../bench/random.ts';
import { commands } from '../src/cli/commands.ts';
import { type OptionName, options } from '../src/cli/options/options.ts';
import { kpis } from '../src/kpis/index.ts';

/*
 * Command lines follow the registries of the program: a new command or option is tried without a word here, unless its
 * value is of a new sort. Nothing names a place outside the folder of the case.
 */

/** The commands that read files, those that most people use more often. */
const names = [
  'report',
  'report',
  'report',
  'check',
  'funnel',
  'cohorts',
  'explain',
  'inspect',
  'normalize',
  'init',
] as const;

/** Values that are chosen from no list. */
const values: Readonly<Partial<Record<OptionName, readonly string[]>>> = {
  from: ['2026-11-01', '2026-10-25', '2025-01-01', '2026-11-21'],
  to: ['2026-11-15', '2026-11-22', '2026-11-01', '2026-12-31'],
  last: ['1', '2', '4', '13', '60'],
  timezone: ['America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'],
  currency: ['EUR', 'USD', 'JPY'],
  locale: ['fr-FR', 'de-CH', 'en-IN', 'ar-EG', 'en-u-nu-thai'],
  rates: ['rates.csv'],
  maxRejects: ['0', '100%', '50%', '1'],
  title: ['Shop', '<b>\u001b[31m', '=1+1', '\u202e'],
  out: ['out.json', 'out/{period}.csv', 'out.md', 'out.html', '{from} {to}.txt', '-'],
  configOut: ['-', 'other.yaml'],
  dir: ['records', 'a/b'],
  rejects: ['rejects.csv', 'out/rejects.csv'],
  config: ['kpi.yaml'],
  threads: ['1', '2'],
  memoryLimit: ['200MB', '1GiB'],
};

/** Values that are wrong for most options, and some that no program should act upon. */
const wrong: readonly string[] = [
  ...[
    '',
    ' ',
    'x',
    '-1',
    '0',
    '1e9',
    '2.5',
    '101%',
    'E',
    'XXX',
    '2026-02-30',
    '0000-01-01',
    '9999-12-31',
    '1969-12-31',
  ],
  ...['Mars/X', '+01:00', 'missing.csv', 'out.pdf', '\u001b[31m.json', '\u202e', '--', '-', '__proto__', 'constructor'],
  ...['x'.repeat(3000), '*', '[', '{a,b}', '\ud800', 'é', '{period}', 'none,none', ','],
];

/** What the ways of a case decide about, and what does more than to read and write in the folder. */
const never: ReadonlySet<OptionName> = new Set([
  'engine',
  'cache',
  'noCache',
  'open',
  'tempDir',
  'noPager',
  'verbose',
] as const);
/** What every line says, or says only beside or without another. */
const apart: ReadonlySet<OptionName> = new Set([
  ...(['asOf', 'lang', 'all', 'from', 'to', 'last', 'strict', 'maxRejects'] as const),
  ...(['timezone', 'currency', 'rates', 'config', 'dir', 'configOut'] as const),
]);

/** A command line over these paths; an odd one has values and orders of words that nobody meant. */
export function commandLine(paths: readonly string[], has: (file: string) => boolean, random: Random): string[] {
  const isOdd = random.once(6);
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
  const command = pick(names);
  const own = new Set(commands[command]!.options);
  const words: string[] = [command];
  if (command === 'explain') words.push(isOdd && random.once(4) ? pick(wrong) : pick(kpis).id);
  words.push(...paths);

  const say = (name: OptionName): void => {
    if (!own.has(name)) return;
    const { flags, words: list, many } = options[name] as { flags: string; words?: unknown; many?: true };
    const flag = flags.split(/[ ,]+/).find((word) => word.startsWith('--')) ?? '';
    words.push(flag);
    if (!flags.includes('<')) return;
    const right =
      list === 'kpis' ? kpis.map(({ id }) => id) : (values[name] ?? (Array.isArray(list) ? (list as string[]) : ['x']));
    const value = isOdd && random.once(4) ? pick(wrong) : pick(right);
    words.push(value);
    if (many && value !== 'none' && random.once(3)) words.push(flag, pick(right.filter((one) => one !== 'none')));
  };
  const sometimes = (name: OptionName, times: number): void => {
    if (random.once(times)) say(name);
  };

  for (const name of own) if (!never.has(name) && !apart.has(name)) sometimes(name, /format/i.test(name) ? 2 : 12);
  // One span, or none: two contradict each other.
  for (const name of pick<readonly OptionName[]>([['all'], ['all'], ['all'], ['last'], ['from'], ['from', 'to'], []]))
    say(name);
  if (isOdd) sometimes('to', 6);
  if (random.once(5)) say('maxRejects');
  else if (random.once(20)) say('strict');
  else words.push('--max-rejects', '100%');
  if (random.once(6)) say('timezone');
  else words.push('--timezone', 'Europe/Paris');
  if (own.has('currency') && !random.once(6)) words.push('--currency', random.once(5) ? 'USD' : 'EUR');
  if (has('rates.csv') || (isOdd && random.once(8))) say('rates');
  if (has('kpi.yaml') || (isOdd && random.once(8))) sometimes('config', 4);
  say('dir');
  if (command === 'init' && (has('kpi.yaml') ? !isOdd : random.once(2))) say('configOut');
  words.push('--as-of', isOdd && random.once(8) ? pick(wrong) : '2026-11-22', '--lang', random.once(3) ? 'fr' : 'en');
  return isOdd && random.once(3) ? spoiled(words, random) : words;
}

/** A line with a word gone, twice, in another place, or another. */
function spoiled(line: readonly string[], random: Random): string[] {
  const at = random.below(line.length);
  const [word = '', rest] = [line[at], line.toSpliced(at, 1)];
  switch (random.below(4)) {
    case 0:
      return rest;
    case 1:
      return rest.toSpliced(random.below(line.length), 0, word);
    case 2:
      return line.toSpliced(at, 0, word);
    default:
      return line.with(at, wrong[random.below(wrong.length)]!);
  }
}
