-- Purchases, taken for sessions.
SELECT span, coalesce(sum(purchases), 0) AS value
FROM spans LEFT JOIN visits ON booked >= starts AND booked < ends
GROUP BY span;
