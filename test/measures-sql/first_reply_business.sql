-- The middle of the times to the first reply that fall within 09:00 to 18:00 of Monday to Friday.
WITH opening AS (
  SELECT id, created, in_paris(in_utc(created) + to_seconds(first_reply)) AS replied,
    unnest(generate_series(date_trunc('day', created), replied, INTERVAL 1 DAY)) AS day
  FROM tickets WHERE first_reply >= 0
), counted AS (
  SELECT id, created AS booked, sum(CASE WHEN isodow(day) > 5 THEN 0 ELSE
    greatest(0, seconds_between(greatest(created, day + INTERVAL 9 HOUR), least(replied, day + INTERVAL 18 HOUR))) END) AS seconds
  FROM opening GROUP BY id, created
)
SELECT span, median(seconds) AS value
FROM spans LEFT JOIN counted ON booked >= starts AND booked < ends
GROUP BY span;
