-- Sessions, of all channels.
SELECT span, coalesce(sum(sessions), 0) AS value
FROM spans LEFT JOIN visits ON booked >= starts AND booked < ends
GROUP BY span;
