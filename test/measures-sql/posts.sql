-- Posts published.
SELECT span, coalesce(sum(posts), 0) AS value
FROM spans LEFT JOIN social ON booked >= starts AND booked < ends
GROUP BY span;
