-- The middle of the times since the same person's order before, of the orders of the span that have one.
SELECT span, median(since_previous) AS value
FROM spans LEFT JOIN orders ON booked >= starts AND booked < ends AND since_previous IS NOT NULL
GROUP BY span;
