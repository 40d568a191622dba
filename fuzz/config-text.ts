import type { Random } from '../bench/random.ts';
import { damagedText } from './damage.ts';

/** Texts of `kpi.yaml`: of parts that are right, that contradict each other, and that no program should act upon. */

const right: readonly string[] = [
  'timezone: Europe/Paris',
  'timezone: America/New_York',
  'currency: EUR',
  'rates: { USD: 0.92, GBP: 1.15 }',
  'week_start: sunday',
  'fiscal_year_start_month: 4',
  'revenue_basis: total_sales',
  'revenue_basis: order_value',
  'refund_date: order',
  'click_basis: all',
  'valid_status: [paid, refunded, pending]',
  'gift_cards: [voucher]',
  'complaint_tags: [complaint, damaged]',
  'gross_margin_rate: 0.55',
  'min_cost_coverage: 0.5',
  'history_days: 30',
  'assume_full_history: true',
  'cohort_days: 30',
  'ltv_days: 90',
  'lifespan_years: 2.5',
  'ltv_basis: revenue',
  'ltv_cac_bands: [1, 2, 3]',
  'return_window_days: 1',
  'one_touch: "<2"',
  'min_answers: 1',
  'lead_window_days: 7',
  'business_hours: { days: [monday, friday], from: "09:00", to: "18:00" }',
  'report: { period: month, compare: [previous, year], max_rejects: 90% }',
  'report: { lang: fr, locale: fr-FR, by: channel, include_partial: true }',
  'report: { all: true, format: csv, group: [sales, service] }',
  'limits: { max_record_bytes: 200, max_columns: 40 }',
  'limits: { max_ratio: 2, max_bytes: 2000 }',
  'channels:\n  - { source: "*goo*", channel: Search }\n  - { medium: "?", campaign: "*[a-z]*", channel: "Other" }',
  'costs:\n  - { date: 2026-11-03, category: fulfilment, amount: 41.50 }\n  - { date_from: 2026-10-01, date_to: 2026-11-30, category: marketing_other, amount: 900, channel: Email }',
  'events:\n  - { name: Black Friday, days: [2025-11-28, 2026-11-27] }',
  'checks:\n  - { kpi: net_sales, must: ">= 10" }\n  - { kpi: orders, by: channel, must: ">= 1", on_null: skip }\n  - { kpi: conversion_rate, vs: previous, must: ">= -20%" }',
  'checks:\n  - { kpi: first_reply_time, must: "<= 8h", should: "<= 1h", on_null: warn }\n  - { kpi: csat, must: ">= 50%", significant: true }\n  - { kpi: cac, by: channel, where: { channel: [Email, Paid Search] }, must: "<= 60", min_base: { new_customers: 3 } }',
  'targets:\n  - { kpi: net_sales, value: 5000, period: 2026-11 }\nchecks:\n  - { kpi: net_sales, vs: target, must: ">= 90%" }',
];

const wrong: readonly string[] = [
  'timezone: Mars/Olympus',
  'timezone: ../../etc/passwd',
  'currency: [EUR]',
  'rates: { USD: 0, EUR: -1, XXX: 1e400 }',
  'rates: ../rates.csv',
  'week_start: 9',
  'fiscal_year_start_month: 13',
  'history_days: -1',
  'ltv_days: 1e308',
  'cohort_days: 9007199254740993',
  'limits: { max_columns: .inf, max_bytes: 0 }',
  'limits: { max_record_bytes: 1 }',
  'gross_margin_rate: .nan',
  'ltv_cac_bands: [3, 2, 1]',
  'business_hours: { days: [], from: "25:00", to: "00:00" }',
  'costs:\n  - { date_from: 0001-01-01, date_to: 9999-12-31, category: x, amount: 1 }',
  'costs:\n  - { date: 2026-02-30, category: "\\e[31m", amount: 1e30 }',
  'targets:\n  - { kpi: net_sales, value: "5 h", period: 2026-W99 }',
  'events:\n  - { name: "", days: [{ from: 2026-11-30, to: 2026-11-01 }] }',
  'channels:\n  - { source: "****************************************a*b", channel: "\\u202ex" }',
  'checks:\n  - { kpi: nothing, must: ">= 1" }',
  'checks:\n  - { kpi: net_sales, must: ">= 1 h", by: [channel, channel], where: { channel: 7 } }',
  'checks:\n  - { kpi: net_sales, vs: ../../x.json, must: ">= -20%" }',
  'checks: 7',
  'report: { rejects: ../x.csv }',
  'report: { format: xlsx, from: 2026-13-01, last: 0 }',
  'sources:\n  - { path: "**/*" }',
  'sources:\n  - { path: "{a,b" , kind: order }',
  'sources: [.]',
  'a: &a [x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: [*c, *c, *c]',
  'a: &a { <<: *a }',
  '<<: { currency: EUR }',
  '? [complex, key]\n: value',
  'name: !!js/function "function () {}"',
  'name: !!binary "////"',
  'name: "\\0\\e]8;;x\\a"',
  'name: "\\uD800"',
  '__proto__: { currency: EUR }',
  'constructor: { prototype: { x: 1 } }',
  `name: ${'['.repeat(2000)}`,
  `checks: ${'[{ kpi: '.repeat(60)}`,
  '%YAML 9.9\n---\ncurrency: EUR\n...\n---\ncurrency: USD',
  '\tcurrency: EUR',
  '- currency: EUR',
  '"": ""',
  '{"timezone": "Europe/Paris", "currency": "EUR"}',
];

const kinds = ['order', 'visit', 'spend', 'ticket', 'survey', 'refund', 'cost', 'lead', 'nothing'] as const;
const fields = ['order_id', 'ordered_at', 'gross_sales', 'date', 'cost', 'started_at', 'score', 'quantity'] as const;

/** An entry of `sources` for a file: what is known of all of it, now and then what its columns are. */
function entryOf(name: string, header: readonly string[], random: Random): string {
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
  const lines = [`  - path: ${JSON.stringify(name)}`];
  const sometimes = (times: number, line: string): void => {
    if (random.once(times)) lines.push(`    ${line}`);
  };
  sometimes(12, `kind: ${pick(kinds)}`);
  sometimes(6, `store: ${pick(['de', '"a b"', '1'])}`);
  sometimes(12, `date_order: ${pick(['dmy', 'mdy', 'ymd'])}`);
  sometimes(12, `decimal: ${pick(['","', '"."', 'x'])}`);
  sometimes(8, `timezone: ${pick(['UTC', 'Asia/Kathmandu'])}`);
  sometimes(8, 'currency: EUR');
  sometimes(12, 'from: 2026-11-01\n    to: 2026-11-30');
  sometimes(20, `set: { type: ${pick(['nps', 'csat', 'x'])}, quantity: ${pick(['1', '-1', '"1,5"'])} }`);
  if (random.once(12) && header.length > 0)
    lines.push('    columns:', `      ${pick(fields)}: ${JSON.stringify(pick(header))}`);
  return lines.join('\n');
}

/** A configuration for files with such headers. */
export function configText(
  headers: Readonly<Record<string, readonly string[]>>,
  withChecks: boolean,
  random: Random,
): string {
  const checks = right.filter((part) => /^checks:/m.test(part));
  const parts = withChecks ? [checks[random.below(checks.length)]!] : [];
  parts.push(...Array.from({ length: 1 + random.low(8) }, () => right[random.below(right.length)]!));
  if (random.once(3)) {
    const entries = Object.entries(headers).map(([name, header]) => entryOf(name, header, random));
    parts.push(['sources:', ...entries].join('\n'));
  }
  if (random.once(10)) parts.push(wrong[random.below(wrong.length)]!);
  // A key that comes twice is an error, which is tried often enough.
  const keys = new Set<string>();
  const once = parts.filter((part) => {
    const [key = ''] = part.split(':', 1);
    const isNew = !keys.has(key);
    keys.add(key);
    return isNew || random.once(30);
  });
  const text = `${once.join('\n')}\n`;
  return random.once(12) ? damagedText(text, random) : text;
}
