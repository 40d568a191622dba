import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { periodOf, previousPeriod } from '../../core/calendar.ts';
import { civil, dayOfHour, dayText, twoDigits } from '../../core/civil.ts';
import { toDecimal } from '../../core/fraction.ts';
import { visible } from '../../core/visible.ts';
import type { RunOptions } from '../parse.ts';
import type { Settings } from '../settings.ts';
import { type ChecksContext, checksLines, comment } from './checks-text.ts';
import type { OffsetEvidence } from './offsets.ts';
import type { Proposal } from './proposal.ts';
import { posix } from './sources-text.ts';
import { yamlValue } from './yaml.ts';

/** What a configuration is written from. */
export interface Setup {
  readonly settings: Settings;
  /** As they were given: what they say is to hold for later runs, too. */
  readonly options: RunOptions;
  readonly offsets: OffsetEvidence;
  /** Currencies in the files with their rows, most first, '' where none is said. */
  readonly currencies: readonly (readonly [code: string, rows: number])[];
  /** Null where the figures cannot be told yet: the currency or the order of dates is open. */
  readonly proposal: Proposal | null;
  readonly checks: ChecksContext;
}

/** Where the configuration will stand, and what depends on that. */
export interface SetupPlace {
  readonly folder: string;
  readonly sources: readonly string[];
  /** The path of the file with rates, from the folder. */
  readonly rates: string | null;
}

/**
 * The text of a configuration. Sentences have a blank behind their `#`, keys that are not used have none: without it they are valid.
 */
export function configText(setup: Setup, { folder, sources, rates }: SetupPlace): string {
  const { proposal } = setup;
  const sections = [
    [
      `# yaml-language-server: $schema=${schemaPath(folder)}`,
      '# Written by kpi init. A # with no blank behind it stands before an example or a default: take it away to use it.',
    ],
    [...timezoneLines(setup), ...currencyLines(setup, rates), '#week_start: monday # the ISO week'],
    sources,
    reportLines(setup),
    proposal === null ? laterLines(setup) : checksOf(proposal, setup),
    hintLines(setup),
    optionLines,
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Where the schema of an installed kpi lies, seen from a folder. */
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
  const from = options.timezone === undefined ? 'of this computer' : 'given by --timezone';
  const fits = offsets.fits === null || offsets.other !== null ? '' : `; the times in ${visible(offsets.fits)} fit it`;
  const line = `timezone: ${yamlValue(settings.zone.name)} # ${from}${fits}; days and weeks begin by it`;
  if (offsets.other === null) return [line];
  const { file, offset } = offsets.other;
  const doubt = `But ${visible(file)} has times with the offset ${offset}, which is not that of this zone: write the zone of the shop.`;
  return [line, ...comment(doubt)];
}

function currencyLines({ settings, options, currencies }: Setup, rates: string | null): string[] {
  const ratesLine = rates === null ? [] : [`rates: ${yamlValue(rates)} # given by --rates`];
  if (settings.currency !== null) {
    const from = options.currency === undefined ? '' : ' # given by --currency';
    return [`currency: ${settings.currency}${from}`, ...ratesLine];
  }
  const codes = currencies.filter(([code]) => code !== '');
  const [most, ...others] = codes;
  if (most === undefined) {
    const says =
      currencies.length === 0 ? 'the files hold no amounts' : 'no file says in which its amounts are: say it here';
    return [`#currency: EUR # ${says}`, ...ratesLine];
  }
  if (others.length === 0) return [`currency: ${most[0]} # the only one in the files`, ...ratesLine];
  const counted = codes.map(([code, rows]) => `${code} (${rows} ${rows === 1 ? 'row' : 'rows'})`).join(', ');
  const example = others.map(([code]) => `${code}: …`).join(', ');
  return [
    ...comment(
      `The files hold amounts in ${counted}. Say which one the report is in, and what one unit of each other is worth in it:`,
    ),
    `#currency: ${most[0]}`,
    `#rates: { ${example} } # or the path of a CSV with date,currency,rate`,
    ...ratesLine,
  ];
}

/** Options of this run that later runs need, and the others as examples. */
function reportLines({ options }: Setup): string[] {
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
    ...(period === undefined ? ['period: week # or hour, day, month, quarter, year'] : []),
    'compare: [previous, year]',
    'by: channel',
  ];
  const head = `report: # what options say without being given${kept.length === 0 ? '; each of them is one of kpi report' : ''}`;
  return kept.length === 0
    ? [`#${head}`, ...examples.map((line) => `#  ${line}`)]
    : [head, ...kept.map((line) => `  ${line}`), ...examples.map((line) => `#  ${line}`)];
}

/** Checks, and where none is proposed an example in place of an empty list. */
function checksOf(proposal: Proposal, { checks, settings }: Setup): string[] {
  const lines = checksLines(proposal, checks);
  if (proposal.proposed.length === 0) return lines.flatMap((line) => (line === 'checks: []' ? exampleChecks : [line]));
  const { grain } = proposal;
  const evaluated = `kpi check evaluates these in the last complete ${grain} before now, and ends with 1 where one fails.`;
  const since = checkedAsOf(proposal, settings);
  const stale = `The files do not reach it: kpi check --as-of ${since} looks at the last ${grain} that they hold.`;
  return [...comment(since === null ? evaluated : `${evaluated} ${stale}`), ...lines];
}

/** The day on which a check would look at the last period of the files; null where that is now. */
export function checkedAsOf({ grain, periods }: Proposal, { zone, asOf, rules }: Settings): string | null {
  const last = periods.at(-1);
  if (grain === 'all' || last === undefined) return null;
  const { from } = previousPeriod(periodOf(zone.hour(asOf), grain, rules), grain, rules, zone);
  return from <= last.from ? null : dayText(dayOfHour(last.to));
}

const exampleChecks = ['#checks:', '#  - { kpi: conversion_rate, must: ">= 1.5%", should: ">= 1.8%" }'];

const laterLines = ({ settings, currencies }: Setup): string[] => {
  const isMixed = settings.currency === null && currencies.filter(([code]) => code !== '').length > 1;
  const open = isMixed ? 'the currency is settled above' : 'the order of dates is settled above';
  return [`# Checks can be made from what was usual once ${open}: kpi check --suggest`, ...exampleChecks];
};

/** Examples with dates of these days. */
function hintLines({ settings: { zone, asOf, rules } }: Setup): string[] {
  const hour = zone.hour(asOf);
  const quarter = periodOf(hour, 'quarter', rules).name;
  const { year, month } = civil(dayOfHour(hour));
  const ofMonth = periodOf(hour, 'month', rules);
  const [first, last] = [dayText(dayOfHour(ofMonth.from)), dayText(dayOfHour(ofMonth.to - 1))];
  return [
    '# Values to be reached; a check with vs: target holds what is reached against them.',
    '#targets:',
    `#  - { kpi: orders, period: ${quarter}, value: 5000 }`,
    `#  - { kpi: conversion_rate, period: ${year}-${twoDigits(month)}, value: "2%" }`,
    '',
    '# Expenses that no file has.',
    '#costs:',
    `#  - { date_from: ${first}, date_to: ${last}, category: marketing_other, amount: 900 }`,
    '',
    '# Channels by source, medium, campaign or platform, the first rule that fits; else those that the files name.',
    '#channels:',
    '#  - { source: "newsletter*", channel: Email }',
    '#  - { medium: cpc, campaign: "*brand*", channel: Brand Search }',
  ];
}

const optionLines = [
  '# What KPIs mean; kpi explain KPI tells which of these matters to one.',
  '#revenue_basis: net_sales # or total_sales (with shipping and taxes), order_value (as placed)',
  '#valid_status: [paid, refunded] # orders that count; without it every status of no known meaning does, too',
  '#refund_date: refund # refunds count on their own day; order: on that of their order',
  '#assume_full_history: false # true: the files hold every order ever made, so that all new customers are known',
  '#gross_margin_rate: 0.55 # an example: where no file has unit costs there is no margin without it',
  '#complaint_tags: [complaint] # an example: tags that make a ticket a complaint',
  '#business_hours: { days: [monday, tuesday, wednesday, thursday, friday], from: "09:00", to: "18:00" } # an example',
  '#fiscal_year_start_month: 1',
];
