-- Orders of the span with money given back, whenever that was.
SELECT span, count(id) AS value
FROM spans LEFT JOIN orders ON booked >= starts AND booked < ends AND given_back > 0
GROUP BY span;
