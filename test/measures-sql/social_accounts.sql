-- Networks with any row in the span.
SELECT span, count(DISTINCT network) AS value
FROM spans LEFT JOIN social ON booked >= starts AND booked < ends
GROUP BY span;
