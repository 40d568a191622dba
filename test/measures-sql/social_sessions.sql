-- Sessions from social networks, paid for or not.
SELECT span, coalesce(sum(sessions), 0) AS value
FROM spans LEFT JOIN visits ON booked >= starts AND booked < ends AND channel IN ('Organic Social', 'Paid Social')
GROUP BY span;
