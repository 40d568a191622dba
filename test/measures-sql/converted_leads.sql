-- Of those, the ones whose first order came afterwards, within 90 days.
WITH first_orders AS (SELECT customer, utc FROM orders WHERE nth = 1),
  bought AS (
    SELECT l.booked, person FROM leads l JOIN first_orders f ON f.customer = l.person
    WHERE f.utc >= in_utc(l.booked) AND f.utc <= in_utc(l.booked) + to_days(90)
  )
SELECT span, count(DISTINCT person) AS value
FROM spans LEFT JOIN bought ON booked >= starts AND booked < ends
GROUP BY span;
