-- What was taken off the prices, without the tax in it.
SELECT span, coalesce(sum(discounts), 0) AS value
FROM spans LEFT JOIN orders ON booked >= starts AND booked < ends
GROUP BY span;
