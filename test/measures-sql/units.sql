-- Pieces ordered, before returns.
SELECT span, coalesce(sum(units), 0) AS value
FROM spans LEFT JOIN orders ON booked >= starts AND booked < ends
GROUP BY span;
