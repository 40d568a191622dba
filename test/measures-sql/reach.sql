-- People reached.
SELECT span, coalesce(sum(reach), 0) AS value
FROM spans LEFT JOIN social ON booked >= starts AND booked < ends
GROUP BY span;
