// The weekly table by channel as a plain script does it: csv-parse, a Map for each figure, no check of any cell.
// node bench/peers/csv-parse.mjs FOLDER
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { print } from './table.mjs';

const folder = process.argv[2];
const rows = (name) => createReadStream(join(folder, name)).pipe(parse({ columns: true }));

const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });
const weeks = new Map();
/** The Monday of a local day. */
function mondayOf(day) {
  let monday = weeks.get(day);
  if (monday === undefined) {
    const date = new Date(`${day}T00:00Z`);
    date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
    monday = date.toISOString().slice(0, 10);
    weeks.set(day, monday);
  }
  return monday;
}
const days = new Map();
/** The local day of a time, remembered by its hour. */
function dayOf(time) {
  const hour = time.slice(0, 13) + time.slice(19);
  let day = days.get(hour);
  if (day === undefined) {
    day = paris.format(new Date(time.replace(/ ([+-])/, '$1').replace(' ', 'T')));
    days.set(hour, day);
  }
  return day;
}

const cells = new Map();
const cellsOf = (week, channel) =>
  channel === null
    ? [
        [week, ''],
        ['', ''],
      ]
    : [
        [week, channel],
        [week, ''],
        ['', channel],
        ['', ''],
      ];
function at(week, channel, name, start) {
  const key = `${week},${channel},${name}`;
  let cell = cells.get(key);
  if (cell === undefined) {
    cell = { week, channel, name, value: start() };
    cells.set(key, cell);
  }
  return cell;
}
function add(week, channel, name, amount) {
  for (const [w, c] of cellsOf(week, channel)) at(w, c, name, () => 0).value += amount;
}
function collect(week, channel, name, value) {
  for (const [w, c] of cellsOf(week, channel)) at(w, c, name, () => new Set()).value.add(value);
}

const media = {
  '(none)': 'Direct',
  cpc: 'Paid Search',
  organic: 'Organic Search',
  paid_social: 'Paid Social',
  social: 'Organic Social',
  email: 'Email',
  affiliate: 'Affiliates',
};
const channelOfOrder = new Map();
for await (const row of rows('visits.csv')) {
  const week = mondayOf(dayOf(row.started_at));
  const channel = media[row.medium] ?? 'Referral';
  add(week, channel, 'sessions', 1);
  collect(week, channel, 'visitors', row.visitor_id);
  if (row.order_id !== '') {
    const known = channelOfOrder.get(row.order_id);
    if (known === undefined || row.started_at < known.at)
      channelOfOrder.set(row.order_id, { at: row.started_at, channel });
  }
}
for await (const row of rows('orders.csv')) {
  if (row.Total === '' || !['paid', 'refunded'].includes(row['Financial Status'])) continue;
  const week = mondayOf(dayOf(row['Created at']));
  const channel = channelOfOrder.get(row.Name)?.channel ?? '(unattributed)';
  const [paid, tax, shipping] = [Number(row.Subtotal), Number(row.Taxes), Number(row.Shipping)];
  add(week, channel, 'orders', 1);
  add(week, channel, 'value', paid - Math.round(((tax * paid) / (paid + shipping)) * 1e6) / 1e6);
  collect(week, channel, 'customers', row.Email);
}
for await (const row of rows('spend.csv')) {
  const week = mondayOf(row.date);
  const channel = ['Google Ads', 'Microsoft Ads'].includes(row.platform) ? 'Paid Search' : 'Paid Social';
  add(week, channel, 'ad_spend', Number(row.cost));
  add(week, channel, 'clicks', Number(row.clicks));
}
for await (const row of rows('tickets.csv')) {
  const week = mondayOf(dayOf(row.created_at));
  add(week, null, 'tickets_created', 1);
  const gap = (Date.parse(row.first_reply_at) - Date.parse(row.created_at)) / 1000;
  for (const [w, c] of cellsOf(week, null)) at(w, c, 'first_reply_time', () => []).value.push(gap);
}

const out = [];
for (const { week, channel, name, value } of cells.values()) {
  if (name === 'value')
    out.push([week, channel, 'average_order_value', value / cells.get(`${week},${channel},orders`).value]);
  else if (value instanceof Set) out.push([week, channel, name, value.size]);
  else if (Array.isArray(value)) {
    value.sort((a, b) => a - b);
    const half = value.length >> 1;
    out.push([week, channel, name, value.length % 2 ? value[half] : (value[half] + value[half - 1]) / 2]);
  } else out.push([week, channel, name, value]);
}
print(out);
