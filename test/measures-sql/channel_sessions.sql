-- Sessions with a channel, which every row of the file has.
SELECT span, coalesce(sum(sessions), 0) AS value
FROM spans LEFT JOIN visits ON booked >= starts AND booked < ends AND channel IS NOT NULL
GROUP BY span;
