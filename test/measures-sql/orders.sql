-- Orders that were paid or refunded and not cancelled, on the day they were made.
SELECT span, count(id) AS value
FROM spans LEFT JOIN orders ON booked >= starts AND booked < ends
GROUP BY span;
