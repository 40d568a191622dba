-- Price of the items before discounts, without tax and shipping.
SELECT span, coalesce(sum(gross), 0) AS value
FROM spans LEFT JOIN orders ON booked >= starts AND booked < ends
GROUP BY span;
