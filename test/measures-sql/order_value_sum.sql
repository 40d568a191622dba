-- Items after discounts, without tax and shipping: gross sales less discounts.
SELECT span, coalesce(sum(gross - discounts), 0) AS value
FROM spans LEFT JOIN orders ON booked >= starts AND booked < ends
GROUP BY span;
