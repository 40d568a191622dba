import { ofText } from '../../core/fraction.ts';
import type { Unit } from '../../core/kinds.ts';
import { visible } from '../../core/visible.ts';
import type { EventThen } from '../../figures/figure-model.ts';
import type { Figures, Tongue } from '../../page/figure-text.ts';
import { type Words, words } from '../../page/page-words.ts';
import type { Benchmark, ReportRow } from './report-model.ts';

/** `70.22%`, `2.50× – 3.00×` */
export function benchmarkText({ value }: Benchmark, unit: Unit, figures: Figures): string {
  const bounds = typeof value === 'string' ? [value] : value;
  return bounds.map((bound) => figures.value(unit, ofText(bound))).join(' – ');
}

/** Who published a figure, when, about whom and where: all that is needed to judge it. */
export function citation({ publisher, year, about, address, quoted }: Benchmark, { lang }: Tongue): string {
  const where = quoted ? `${words[lang].quotedBy} ${address}` : address;
  return `${publisher}, ${year}${words[lang].colon}${about[lang]} – ${where}`;
}

/** `Black Friday 2025-11-28`, `Soldes 2026-01-07 – 2026-02-03` */
export const eventText = ({ name, from, to }: EventThen): string =>
  visible(from === to ? `${name} ${from}` : `${name} ${from} – ${to}`);

/** Which periods were compared by an event, and with what: the days of one event together. */
export function eventEntries(rows: readonly ReportRow[], text: Words): [periods: string, meaning: string][] {
  const events = new Map<string, Map<string, string>>();
  for (const { period, compare } of rows) {
    const { event, period: base } = compare.year ?? {};
    if (event === undefined || base === undefined) continue;
    const name = eventText(event);
    events.set(name, (events.get(name) ?? new Map<string, string>()).set(period, base));
  }
  const spanned = ([first, ...more]: readonly string[]): string => [first, ...more.slice(-1)].join(' – ');
  return [...events].map(([name, periods]) => [
    spanned([...periods.keys()]),
    text.comparedBy(name, spanned([...periods.values()])),
  ]);
}
