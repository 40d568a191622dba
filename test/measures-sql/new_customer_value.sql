-- Items after discounts of all orders of the span by people whose first order ever is in it, too.
SELECT span, coalesce(sum(gross - discounts), 0) AS value
FROM spans LEFT JOIN orders ON booked >= starts AND booked < ends AND first_at >= starts
GROUP BY span;
