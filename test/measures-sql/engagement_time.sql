-- Seconds in the foreground: the mean of each row times its sessions.
SELECT span, coalesce(sum(mean_seconds * sessions), 0) AS value
FROM spans LEFT JOIN visits ON booked >= starts AND booked < ends
GROUP BY span;
