-- Times a checkout was begun, taken for sessions.
SELECT span, coalesce(sum(checkouts), 0) AS value
FROM spans LEFT JOIN visits ON booked >= starts AND booked < ends
GROUP BY span;
