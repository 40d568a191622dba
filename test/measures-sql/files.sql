-- The files of fixtures/shop as they stand there, each cell a text, made ready for the measures beside this file.
-- Amounts are whole millionths; `booked` is the wall time in Paris, `utc` the instant. Spans are [starts, ends) in wall time.

CREATE MACRO micro(cell) AS CAST(CAST(replace(cell, ',', '') AS DECIMAL(24, 6)) * 1000000 AS HUGEINT);
-- a × b / c, rounded half away from zero; 0 where c is 0. All are positive here.
CREATE MACRO quotient(a, b, c) AS CASE WHEN c = 0 THEN 0 ELSE (2 * a * b + c) // (2 * c) END;
-- Summer time: 30 March to 26 October 2025, 29 March to 25 October 2026, changing at 01:00 UTC.
CREATE MACRO in_paris(utc) AS utc + CASE
  WHEN utc >= TIMESTAMP '2025-03-30 01:00:00' AND utc < TIMESTAMP '2025-10-26 01:00:00' THEN INTERVAL 2 HOUR
  WHEN utc >= TIMESTAMP '2026-03-29 01:00:00' AND utc < TIMESTAMP '2026-10-25 01:00:00' THEN INTERVAL 2 HOUR
  ELSE INTERVAL 1 HOUR END;
-- The wall times of the repeated hour are its first occurrence.
CREATE MACRO in_utc(wall) AS wall - CASE
  WHEN wall >= TIMESTAMP '2025-03-30 03:00:00' AND wall < TIMESTAMP '2025-10-26 03:00:00' THEN INTERVAL 2 HOUR
  WHEN wall >= TIMESTAMP '2026-03-29 03:00:00' AND wall < TIMESTAMP '2026-10-25 03:00:00' THEN INTERVAL 2 HOUR
  ELSE INTERVAL 1 HOUR END;
-- `2026-11-15 22:45:00 +0100`
CREATE MACRO with_offset(cell) AS
  CAST(left(cell, 19) AS TIMESTAMP) - to_hours(CAST(substr(cell, 21, 3) AS INTEGER)) - to_minutes(CAST(substr(cell, 24, 2) AS INTEGER));
CREATE MACRO seconds_between(a, b) AS date_diff('second', a, b);

-- The cells of an order stand on its first row only.
CREATE TABLE order_rows AS FROM read_csv('orders_export.csv', header = true, delim = ',', quote = '"', all_varchar = true);

-- Prices hold the tax where total is not subtotal + shipping + tax: total = subtotal + shipping, or as most orders here.
CREATE TABLE stated_orders AS
SELECT
  Name AS id,
  with_offset("Created at") AS utc,
  in_paris(with_offset("Created at")) AS booked,
  coalesce(nullif(lower(trim(Email)), ''), nullif(regexp_replace(coalesce(Phone, "Billing Phone", ''), '\D', '', 'g'), '')) AS customer,
  "Cancelled at" IS NULL AND "Financial Status" IN ('paid', 'partially_refunded', 'partially_paid', 'authorized', 'refunded') AS valid,
  "Financial Status" = 'refunded' AS refunded,
  micro(Subtotal) AS p, micro(Shipping) AS q, micro(Taxes) AS t, micro("Discount Amount") AS d, micro("Refunded Amount") AS r,
  abs(micro(Total) - (p + q + t)) > 10000 AS inside
FROM order_rows WHERE Total IS NOT NULL;

CREATE TABLE split_orders AS
SELECT *,
  CASE WHEN inside THEN quotient(t, p, p + q) ELSE 0 END AS item_tax,
  p - item_tax AS items,
  CASE WHEN inside THEN quotient(d, items, p) ELSE d END AS discounts,
  items + discounts AS gross,
  CASE WHEN inside THEN q - (t - item_tax) ELSE q END AS shipping,
  t AS taxes,
  -- What was given back, all of it where only the status says so: items and their tax first, shipping last.
  CASE WHEN r = 0 AND refunded THEN items + shipping + t ELSE r END AS given_back,
  quotient(least(given_back, items + t), items, items + t) AS returned,
  least(given_back, items + t) - returned AS tax_returned,
  given_back - least(given_back, items + t) AS shipping_returned
FROM stated_orders;

CREATE TABLE line_sums AS
SELECT Name AS id, sum(CAST("Lineitem quantity" AS INTEGER)) AS units,
  sum(CAST("Lineitem quantity" AS INTEGER) * micro("Lineitem price")) AS line_value
FROM order_rows GROUP BY Name;

-- Valid orders only; `nth` order of its customer, and when that customer came first.
CREATE TABLE orders AS
SELECT o.*, units, line_value,
  CASE WHEN customer IS NOT NULL THEN row_number() OVER of_customer END AS nth,
  CASE WHEN customer IS NOT NULL THEN first(booked) OVER of_customer END AS first_at,
  CASE WHEN customer IS NOT NULL THEN seconds_between(first(utc) OVER of_customer, utc) END AS since_first,
  CASE WHEN customer IS NOT NULL THEN seconds_between(lag(utc) OVER of_customer, utc) END AS since_previous,
  CASE WHEN customer IS NOT NULL THEN seconds_between(utc, lead(utc) OVER of_customer) END AS until_next
FROM split_orders o JOIN line_sums USING (id) WHERE valid
WINDOW of_customer AS (PARTITION BY customer ORDER BY utc, id);

CREATE TABLE checkouts AS
SELECT Name AS id, in_paris(with_offset("Created at")) AS booked
FROM read_csv('abandoned_checkouts.csv', header = true, delim = ',', quote = '"', all_varchar = true) WHERE Total IS NOT NULL;

-- Nine lines of comment and a blank one stand above the header.
CREATE TABLE visits AS
SELECT strptime("Date", '%Y%m%d') AS booked, "Session default channel group" AS channel, CAST(Sessions AS INTEGER) AS sessions,
  CAST("Engaged sessions" AS INTEGER) AS engaged, CAST("Average engagement time per session" AS DECIMAL(18, 6)) AS mean_seconds,
  CAST("New users" AS INTEGER) AS new_users, CAST("Views" AS INTEGER) AS views, CAST("Add to carts" AS INTEGER) AS carts,
  CAST(Checkouts AS INTEGER) AS checkouts, CAST("Ecommerce purchases" AS INTEGER) AS purchases
FROM read_csv('ga4_traffic.csv', skip = 10, header = true, delim = ',', quote = '"', comment = '', all_varchar = true);

-- Totals have no campaign (Meta), or a first cell that says so (Google). Meta's clicks are its link clicks; blank is 0.
CREATE TABLE ads AS
SELECT CAST(Day AS TIMESTAMP) AS booked, micro(Cost) AS cost, micro("Impr.") // 1000000 AS impressions, micro(Clicks) // 1000000 AS clicks,
  CAST(Conversions AS DECIMAL(18, 6)) AS conversions, micro("Conv. value") AS conversion_value
FROM read_csv('google_ads.csv', skip = 2, header = true, delim = ',', quote = '"', all_varchar = true)
WHERE "Campaign status" NOT LIKE 'Total:%'
UNION ALL
SELECT CAST(Day AS TIMESTAMP), micro(coalesce("Amount spent (EUR)", '0')), micro(coalesce(Impressions, '0')) // 1000000,
  micro(coalesce("Link clicks", '0')) // 1000000, CAST(coalesce(Purchases, '0') AS DECIMAL(18, 6)),
  micro(coalesce("Purchases conversion value", '0'))
FROM read_csv('meta_ads.csv', header = true, delim = ',', quote = '"', all_varchar = true)
WHERE "Campaign name" IS NOT NULL;

-- A span of days is spread evenly in millionths, what is left over going to the first days.
CREATE TABLE costs AS
WITH spans_of_days AS (
  SELECT category, micro(amount) AS amount, CAST(date_from AS DATE) AS first_day, CAST(date_to AS DATE) - CAST(date_from AS DATE) + 1 AS days
  FROM read_csv('costs.csv', header = true, delim = ',', all_varchar = true)
)
SELECT category, CAST(first_day + CAST(nth AS INTEGER) AS TIMESTAMP) AS booked,
  amount // days + CASE WHEN nth < amount % days THEN 1 ELSE 0 END AS amount
FROM (SELECT *, unnest(range(days)) AS nth FROM spans_of_days);

-- Deleted, merged and spam tickets are no tickets.
CREATE TABLE ticket_rows AS
FROM read_csv('zendesk_tickets.csv', header = true, delim = ',', quote = '"', all_varchar = true);
CREATE TABLE tickets AS
SELECT Id AS id, "Requester email" AS requester, coalesce(Tags, '') AS tags, "Satisfaction Score" AS satisfaction,
  CAST("Created at" AS TIMESTAMP) AS created, CAST("Solved at" AS TIMESTAMP) AS solved, CAST("Updated at" AS TIMESTAMP) AS updated,
  CAST(Reopens AS INTEGER) AS reopens, CAST(Replies AS INTEGER) AS replies,
  60 * CAST("First reply time in minutes" AS INTEGER) AS first_reply,
  60 * CAST("First resolution time in minutes" AS INTEGER) AS first_resolution,
  seconds_between(in_utc(created), in_utc(solved)) AS resolution
FROM ticket_rows WHERE Status <> 'Deleted' AND NOT regexp_matches(coalesce(Tags, ''), '(^| )(closed_by_merge|spam)( |$)');
-- The newest time in the file stands for the time of the export.
CREATE TABLE exported AS
SELECT max(greatest(CAST("Created at" AS TIMESTAMP), CAST("Updated at" AS TIMESTAMP), CAST("Solved at" AS TIMESTAMP))) AS booked FROM ticket_rows;

-- Offered and not offered are no answers. An answer is booked on the solve, else the update, else the creation.
CREATE TABLE csat AS
SELECT coalesce(solved, updated, created) AS booked, satisfaction LIKE 'Good%' AS good
FROM tickets WHERE satisfaction LIKE 'Good%' OR satisfaction LIKE 'Bad%';

CREATE TABLE nps AS
SELECT CAST(answered_at AS TIMESTAMP) AS booked, CAST(score AS INTEGER) AS score
FROM read_csv('nps.csv', header = true, delim = ',', all_varchar = true) WHERE score IS NOT NULL;

CREATE TABLE social AS
SELECT CAST(date AS TIMESTAMP) AS booked, network, CAST(posts AS INTEGER) AS posts, CAST(impressions AS INTEGER) AS impressions,
  CAST(reach AS INTEGER) AS reach, CAST(engagements AS INTEGER) AS engagements, CAST(link_clicks AS INTEGER) AS link_clicks,
  CAST(followers AS INTEGER) AS followers
FROM read_csv('social.csv', header = true, delim = ',', all_varchar = true);

CREATE TABLE leads AS
SELECT lead_id AS id, CAST(created_at AS TIMESTAMP) AS booked, lower(trim(customer_key)) AS person
FROM read_csv('leads.csv', header = true, delim = ',', all_varchar = true);
