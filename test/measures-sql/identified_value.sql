-- Items after discounts of orders with an e-mail or a phone number.
SELECT span, coalesce(sum(gross - discounts), 0) AS value
FROM spans LEFT JOIN orders ON booked >= starts AND booked < ends AND customer IS NOT NULL
GROUP BY span;
