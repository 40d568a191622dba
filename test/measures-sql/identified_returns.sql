-- Money given back for items to people with an e-mail or a phone number.
SELECT span, coalesce(sum(returned), 0) AS value
FROM spans LEFT JOIN orders ON booked >= starts AND booked < ends AND customer IS NOT NULL
GROUP BY span;
