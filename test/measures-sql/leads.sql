-- Different people who left their data.
SELECT span, count(DISTINCT person) AS value
FROM spans LEFT JOIN leads ON booked >= starts AND booked < ends
GROUP BY span;
