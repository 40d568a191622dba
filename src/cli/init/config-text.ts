import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { periodOf, previousPeriod } from '../../core/calendar.ts';
import { civil, day, dayOfHour, dayText, modulo, twoDigits, weekday } from '../../core/civil.ts';
import { toDecimal } from '../../core/fraction.ts';
import { visible } from '../../core/visible.ts';
import type { RunOptions } from '../options/parse.ts';
import type { Settings } from '../options/settings.ts';
import { type ChecksContext, checksLines, comment } from './checks-text.ts';
import { type InitWords, initWords } from './init-words.ts';
import type { OffsetEvidence } from './offsets.ts';
import type { Proposal } from './proposal.ts';
import { posix } from './sources-text.ts';
import { yamlValue } from './yaml.ts';

/** What a configuration is written from. */
export interface Setup {
  readonly settings: Settings;
  /** As they were given: they must hold for later runs, too. */
  readonly options: RunOptions;
  readonly offsets: OffsetEvidence;
  /** Currencies in the files with their rows, most first, '' if none is stated. */
  readonly currencies: readonly (readonly [code: string, rows: number])[];
  /** Null if the figures are not known yet: the currency, the order of dates or the meaning of columns is open. */
  readonly proposal: Proposal | null;
  /** Whether no file is of a known format. */
  readonly isUnmapped: boolean;
  readonly checks: ChecksContext;
}

/** Where the configuration will be, and what depends on that. */
export interface SetupPlace {
  readonly folder: string;
  readonly sources: readonly string[];
  /** The path of the file with rates, from the folder. */
  readonly rates: string | null;
}

/** The text of a configuration. Sentences have a blank after their `#`, unused keys have none: without it they are valid. */
export function configText(setup: Setup, { folder, sources, rates }: SetupPlace): string {
  const { proposal, settings } = setup;
  const say = initWords[settings.lang];
  const sections = [
    [`# yaml-language-server: $schema=${schemaPath(folder)}`, `# ${say.written}`],
    [...timezoneLines(setup), ...currencyLines(setup, rates), `#week_start: monday # ${say.isoWeek}`],
    sources,
    reportLines(setup),
    proposal === null ? laterLines(setup) : checksOf(proposal, setup),
    hintLines(setup),
    optionLines(say.options),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The path of the schema of an installed kpi, seen from a folder. */
function schemaPath(folder: string): string {
  const path = 'node_modules/kpi/schema/config.schema.json';
  for (let above = folder; ; above = dirname(above)) {
    if (existsSync(join(above, path))) {
      const found = posix(relative(folder, join(above, path)));
      return found.startsWith('.') ? found : `./${found}`;
    }
    if (above === dirname(above)) return `./${path}`;
  }
}

function timezoneLines({ settings, options, offsets }: Setup): string[] {
  const { zone: say } = initWords[settings.lang];
  const from = options.timezone === undefined ? say.own : say.given;
  const fits = offsets.fits === null || offsets.other !== null ? '' : say.fits(visible(offsets.fits));
  const line = `timezone: ${yamlValue(settings.zone.name)} # ${from}${fits}${say.use}`;
  if (offsets.other === null) return [line];
  const { file, offset } = offsets.other;
  return [line, ...comment(say.doubt(visible(file), offset))];
}

function currencyLines({ settings, options, currencies }: Setup, rates: string | null): string[] {
  const { currency: say, given } = initWords[settings.lang];
  const ratesLine = rates === null ? [] : [`rates: ${yamlValue(rates)} # ${given('--rates')}`];
  if (settings.currency !== null) {
    const from = options.currency === undefined ? '' : ` # ${given('--currency')}`;
    return [`currency: ${settings.currency}${from}`, ...ratesLine];
  }
  const codes = currencies.filter(([code]) => code !== '');
  const [most, ...others] = codes;
  if (most === undefined) {
    return [`#currency: EUR # ${currencies.length === 0 ? say.noAmounts : say.unsaid}`, ...ratesLine];
  }
  if (others.length === 0) return [`currency: ${most[0]} # ${say.only}`, ...ratesLine];
  const counted = codes.map(([code, rows]) => say.rows(code, rows)).join(', ');
  const example = others.map(([code]) => `${code}: …`).join(', ');
  return [
    ...comment(say.mixed(counted)),
    `#currency: ${most[0]}`,
    `#rates: { ${example} } # ${say.ratesPath}`,
    ...ratesLine,
  ];
}

/** Options of this run that later runs need, and the others as examples. */
function reportLines({ options, settings }: Setup): string[] {
  const say = initWords[settings.lang];
  const { period, strict, maxRejects, lang } = options;
  const max =
    maxRejects === undefined ? null : 'rows' in maxRejects ? `${maxRejects.rows}` : `${toDecimal(maxRejects.percent)}%`;
  const kept = [
    ...(period === undefined ? [] : [`period: ${period}`]),
    ...(max === null ? [] : [`max_rejects: ${max}`]),
    ...(strict === true ? ['strict: true'] : []),
    ...(lang === undefined ? [] : [`lang: ${lang}`]),
  ];
  const examples = [
    ...(period === undefined ? [`period: week # ${say.otherPeriods}`] : []),
    `compare: [previous, year] # ${say.otherComparisons}`,
    'by: channel',
  ];
  const head = `report: # ${say.report}${kept.length === 0 ? say.reportOptions : ''}`;
  return kept.length === 0
    ? [`#${head}`, ...examples.map((line) => `#  ${line}`)]
    : [head, ...kept.map((line) => `  ${line}`), ...examples.map((line) => `#  ${line}`)];
}

/** Checks, or an example in place of an empty list. */
function checksOf(proposal: Proposal, { checks, settings }: Setup): string[] {
  const lines = checksLines(proposal, checks);
  if (proposal.proposed.length === 0) return lines.flatMap((line) => (line === 'checks: []' ? exampleChecks : [line]));
  const { grain } = proposal;
  const say = initWords[settings.lang];
  const since = checkedAsOf(proposal, settings);
  const evaluated = [say.evaluated(grain), ...(since === null ? [] : [say.stale(since, grain)])];
  return [...comment(evaluated.join(' ')), ...lines];
}

/** The day on which a check would look at the last period of the files; null if that is now. */
export function checkedAsOf({ grain, periods }: Proposal, { zone, asOf, rules }: Settings): string | null {
  const last = periods.at(-1);
  if (grain === 'all' || last === undefined) return null;
  const { from } = previousPeriod(periodOf(zone.hour(asOf), grain, rules), grain, rules, zone);
  return from <= last.from ? null : dayText(dayOfHour(last.to));
}

const exampleChecks = ['#checks:', '#  - { kpi: conversion_rate, must: ">= 1.5%", should: ">= 1.8%" }'];

const laterLines = ({ settings, currencies, isUnmapped }: Setup): string[] => {
  const isMixed = settings.currency === null && currencies.filter(([code]) => code !== '').length > 1;
  const { later } = initWords[settings.lang];
  return [`# ${isUnmapped ? later.columns : isMixed ? later.currency : later.dates}`, ...exampleChecks];
};

/** The day after the fourth Thursday of November. */
function blackFriday(year: number): string {
  const first = day(year, 11, 1);
  return dayText(first + modulo(4 - weekday(first), 7) + 22);
}

/** Examples with dates of these days. */
function hintLines({ settings: { zone, asOf, rules, lang } }: Setup): string[] {
  const say = initWords[lang];
  const hour = zone.hour(asOf);
  const quarter = periodOf(hour, 'quarter', rules).name;
  const { year, month } = civil(dayOfHour(hour));
  const ofMonth = periodOf(hour, 'month', rules);
  const [first, last] = [dayText(dayOfHour(ofMonth.from)), dayText(dayOfHour(ofMonth.to - 1))];
  return [
    `# ${say.targets}`,
    '#targets:',
    `#  - { kpi: orders, period: ${quarter}, value: 5000 }`,
    `#  - { kpi: conversion_rate, period: ${year}-${twoDigits(month)}, value: "2%" }`,
    '',
    `# ${say.events}`,
    '#events:',
    `#  - { name: Black Friday, days: [${blackFriday(year - 1)}, ${blackFriday(year)}] }`,
    '',
    `# ${say.costs}`,
    '#costs:',
    `#  - { date_from: ${first}, date_to: ${last}, category: marketing_other, amount: 900 }`,
    '',
    `# ${say.channels}`,
    '#channels:',
    '#  - { source: "newsletter*", channel: Email }',
    '#  - { medium: cpc, campaign: "*brand*", channel: Brand Search }',
  ];
}

const optionLines = (say: InitWords['options']): string[] => [
  `# ${say.all}`,
  `#revenue_basis: net_sales # ${say.revenue_basis}`,
  `#valid_status: [paid, refunded] # ${say.valid_status}`,
  `#refund_date: refund # ${say.refund_date}`,
  `#assume_full_history: false # ${say.assume_full_history}`,
  `#gross_margin_rate: 0.55 # ${say.gross_margin_rate}`,
  `#complaint_tags: [complaint] # ${say.complaint_tags}`,
  `#business_hours: { days: [monday, tuesday, wednesday, thursday, friday], from: "09:00", to: "18:00" } # ${say.business_hours}`,
  '#fiscal_year_start_month: 1',
];
