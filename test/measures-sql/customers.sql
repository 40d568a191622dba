-- Different people who ordered; orders without e-mail and phone are nobody's.
SELECT span, count(DISTINCT customer) AS value
FROM spans LEFT JOIN orders ON booked >= starts AND booked < ends
GROUP BY span;
