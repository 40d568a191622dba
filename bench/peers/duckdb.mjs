// The weekly table by channel as an expert writes it in DuckDB: typed reading, all cores, what cannot be read left out.
// node bench/peers/duckdb.mjs FOLDER [visits|orders]
import { DuckDBInstance } from '@duckdb/node-api';
import { print } from './table.mjs';

const [, , folder, only = ''] = process.argv;
const isAsked = (name) => only === '' || only === name;
const instance = await DuckDBInstance.create(':memory:');
const db = await instance.connect();
await db.run("SET TimeZone = 'Europe/Paris'");

if (isAsked('visits'))
  await db.run(`CREATE TEMP TABLE v AS SELECT date_trunc('week', started_at)::DATE AS week,
  CASE WHEN medium = '(none)' THEN 'Direct' WHEN medium = 'cpc' THEN 'Paid Search' WHEN medium = 'organic' THEN 'Organic Search'
    WHEN medium = 'paid_social' THEN 'Paid Social' WHEN medium = 'social' THEN 'Organic Social' WHEN medium = 'email' THEN 'Email'
    WHEN medium = 'affiliate' THEN 'Affiliates' ELSE 'Referral' END AS channel, visitor_id, order_id, started_at
  FROM read_csv('${folder}/visits.csv', header = true, ignore_errors = true, columns = {visit_id: 'VARCHAR', started_at: 'TIMESTAMPTZ',
    visitor_id: 'VARCHAR', source: 'VARCHAR', medium: 'VARCHAR', device: 'VARCHAR', country: 'VARCHAR', pageviews: 'INTEGER',
    engaged_sessions: 'INTEGER', duration: 'INTEGER', carts: 'INTEGER', checkouts: 'INTEGER', purchases: 'INTEGER', order_id: 'VARCHAR'})
  WHERE started_at IS NOT NULL`);

if (isAsked('orders'))
  await db.run(`CREATE TEMP TABLE o AS SELECT DISTINCT ON (Name) Name AS id, lower(trim(Email)) AS email, "Financial Status" AS status,
    try_strptime("Created at", '%Y-%m-%d %H:%M:%S %z') AS created, Subtotal::DECIMAL(18, 2) AS paid, Taxes::DECIMAL(18, 2) AS tax,
    Shipping::DECIMAL(18, 2) AS shipping
  FROM read_csv('${folder}/orders.csv', header = true, all_varchar = true) WHERE Total IS NOT NULL AND "Created at" <> 'n/a'`);
const channels =
  only === ''
    ? '(SELECT order_id, arg_min(channel, started_at) AS channel FROM v WHERE order_id IS NOT NULL GROUP BY 1)'
    : '(SELECT NULL AS order_id, NULL AS channel)';
if (isAsked('orders'))
  await db.run(`CREATE TEMP TABLE oc AS SELECT date_trunc('week', created)::DATE AS week, coalesce(x.channel, '(unattributed)') AS channel,
    email, paid - round(tax * paid / nullif(paid + shipping, 0), 6) AS value
  FROM o LEFT JOIN ${channels} x ON x.order_id = o.id WHERE status IN ('paid', 'refunded')`);

const levels = 'GROUPING SETS ((week, channel), (week), (channel), ())';
const tables = [
  [['sessions', 'visitors'], `SELECT week, channel, count(*), count(DISTINCT visitor_id) FROM v GROUP BY ${levels}`],
  [
    ['orders', 'average_order_value', 'customers'],
    `SELECT week, channel, count(*), sum(value) / count(*), count(DISTINCT email) FROM oc GROUP BY ${levels}`,
  ],
  [
    ['ad_spend', 'clicks'],
    `SELECT date_trunc('week', date)::DATE AS week, CASE WHEN platform IN ('Google Ads', 'Microsoft Ads') THEN 'Paid Search' ELSE 'Paid Social' END AS channel,
      sum(regexp_replace(cost, '[^0-9.]', '', 'g')::DECIMAL(18, 2)), sum(clicks) FROM read_csv('${folder}/spend.csv', header = true, columns = {date: 'DATE', platform: 'VARCHAR', campaign: 'VARCHAR',
      country: 'VARCHAR', currency: 'VARCHAR', cost: 'VARCHAR', impressions: 'BIGINT', clicks: 'BIGINT', conversions: 'DOUBLE',
      conversion_value: 'DECIMAL(18, 2)'}) GROUP BY ${levels}`,
  ],
  [
    ['tickets_created', 'first_reply_time'],
    `SELECT date_trunc('week', created_at)::DATE AS week, NULL, count(*), median(epoch(first_reply_at) - epoch(created_at))
      FROM read_csv('${folder}/tickets.csv', header = true, columns = {ticket_id: 'VARCHAR', created_at: 'TIMESTAMPTZ', status: 'VARCHAR',
      contact_channel: 'VARCHAR', requester_key: 'VARCHAR', first_reply_at: 'TIMESTAMPTZ', solved_at: 'TIMESTAMPTZ', agent_replies: 'INTEGER',
      customer_messages: 'INTEGER', reopens: 'INTEGER', tags: 'VARCHAR', satisfaction: 'VARCHAR', updated_at: 'TIMESTAMPTZ'})
      GROUP BY GROUPING SETS ((week), ())`,
  ],
];
const cells = [];
const asked = { visits: [0], orders: [1], '': [0, 1, 2, 3] }[only];
for (const [names, sql] of asked.map((at) => tables[at])) {
  for (const [week, channel, ...values] of (await db.runAndReadAll(sql)).getRows())
    cells.push(...names.map((name, i) => [week === null ? '' : String(week), channel ?? '', name, Number(values[i])]));
}
print(cells);
