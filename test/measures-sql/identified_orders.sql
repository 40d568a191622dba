-- Orders with an e-mail or a phone number.
SELECT span, count(id) AS value
FROM spans LEFT JOIN orders ON booked >= starts AND booked < ends AND customer IS NOT NULL
GROUP BY span;
