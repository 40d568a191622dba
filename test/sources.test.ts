import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Kind } from '../src/core/kinds.ts';
import { kpis } from '../src/kpis/index.ts';
import { field, filled, is, type Measure, type Test } from '../src/measures/measure.ts';
import { accountOf, days, jsonBlock, reading, report, asked as valuesOf } from './support/ask.ts';
import { root } from './support/run.ts';

/*
 * One folder a format, named after it, with exports as the tool writes them and NOTES.md, which says what is in each
 * file: read by hand, down to a block for machines.
 */

interface Notes {
  readonly rows: Readonly<Record<string, number>>;
  readonly totals: Readonly<Record<string, number>>;
}

const folder = 'fixtures/sources';
const ever = days('2000-01-01', '2099-12-31');

/** Totals that no measure of the program is: asked of the engine all the same. */
const own = (over: Kind, at: string, value: string | null, where?: Test): Measure => ({
  id: `${over} ${value}`,
  doc: 'A total of the notes.',
  unit: value === null ? 'count' : 'money',
  over,
  at,
  aggregate: value === null ? 'count' : 'sum',
  ...(value === null ? {} : { value: field(value) }),
  ...(where === undefined ? {} : { where }),
});
const category = (name: string): Measure => own('cost', 'date', 'amount', is('category', name));
const cost = { fulfilment: 'fulfilment_cost', payment_fee: 'payment_fees' };

/** What the notes call a total, where it is not the name of a KPI or measure. */
const names: Readonly<Record<string, Measure | string>> = {
  ...cost,
  valid_orders: 'orders',
  units: 'units_sold',
  tickets: 'tickets_created',
  customer_messages_of_solved: 'customer_messages',
  reopened: 'reopened_tickets',
  one_touch: 'one_touch_tickets',
  checkouts: own('checkout', 'created_at', null),
  completed: own('checkout', 'created_at', null, filled('completed_at')),
  value: own('checkout', 'created_at', 'value'),
  cost_of_units_sold: 'cost_of_orders',
  duration: 'session_duration',
  marketing_other: category('marketing_other'),
  sales: category('sales'),
  other: category('other'),
  items: 'returns',
  shipping: 'shipping_refunded',
  tax: 'taxes_refunded',
};
const ofSocial: typeof names = { impressions: 'social_impressions', link_clicks: 'social_link_clicks' };
/** Orders of any status; counted by the program for its warnings only. */
const allOrders = own('order', 'ordered_at', null);

const meant = (format: string, file: string, total: string): Measure | string => {
  if (file === 'social.csv' && ofSocial[total] !== undefined) return ofSocial[total];
  return format.startsWith('shopify-') && total === 'orders' ? allOrders : (names[total] ?? total);
};

/** What each file made by hand is taken for. */
const kindsOfFiles: Readonly<Record<string, string>> = {
  'checkouts.csv': 'generic-checkouts',
  'commandes.csv': 'generic-orders',
  'costs.csv': 'generic-costs',
  'depenses.csv': 'generic-spends',
  'leads.csv': 'generic-leads',
  'order-lines.csv': 'generic-order-lines-as-orders',
  'orders.csv': 'generic-orders',
  'refunds.csv': 'generic-refunds',
  'social.csv': 'generic-socials',
  'spend.csv': 'generic-spends',
  'surveys.csv': 'generic-surveys',
  'tickets.csv': 'generic-tickets',
  'visites.csv': 'generic-visits',
  'visits-sessions.csv': 'generic-visits',
};

const kpiIds = new Set(kpis.map(({ id }) => id));

/** What the command and the engine say of a file. */
async function told(format: string, name: string, wanted: readonly string[]) {
  const path = `${folder}/${format}/${name}`;
  const currency = format === 'generic' ? 'EUR' : null;
  const asked = wanted.map((total) => meant(format, name, total));
  const ids = asked.filter((one) => typeof one === 'string' && kpiIds.has(one));
  const { rows, quality } = await report(
    `${path} --timezone Europe/Paris --as-of 2027-01-01 --period all --all ${currency === null ? '' : `--currency ${currency}`} --kpi ${['orders', ...ids].join()}`,
  );
  const file = quality.files[0]!;
  const { read } = await reading([path], { timezone: 'Europe/Paris', ...(currency === null ? {} : { currency }) });
  const totals = wanted.map((total, place): [string, unknown] => {
    const one = asked[place]!;
    if (total === 'unbalanced') return [total, file.counts.unbalanced ?? 0];
    const [row] = rows;
    if (typeof one === 'string' && kpiIds.has(one) && row !== undefined) return [total, row.values[one]];
    return [total, Number(valuesOf(read, one, [ever])[0]) / 1e6];
  });
  return { account: accountOf(file), format: file.format, totals: Object.fromEntries(totals) };
}

describe.each(readdirSync(join(root, folder)))('%s', (format) => {
  const notes = jsonBlock(`${folder}/${format}/NOTES.md`) as Readonly<Record<string, Notes>>;
  const files = readdirSync(join(root, folder, format)).filter((name) => name !== 'NOTES.md');

  it('has notes on every file', () => {
    expect(Object.keys(notes).sort()).toEqual(files.sort());
  });

  it.each(files)('%s is recognised, its rows are accounted for, its totals are those counted by hand', async (name) => {
    const { rows, totals } = notes[name]!;
    const found = await told(format, name, Object.keys(totals));
    expect(found.account).toEqual(rows);
    expect(found.format).toBe(format === 'generic' ? kindsOfFiles[name] : format);
    expect(found.totals).toEqual(totals);
  });
});
