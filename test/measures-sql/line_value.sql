-- Price times quantity of the lines, as the lines state it.
SELECT span, coalesce(sum(line_value), 0) AS value
FROM spans LEFT JOIN orders ON booked >= starts AND booked < ends
GROUP BY span;
