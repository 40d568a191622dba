-- Cost rows of payment fees, by day.
SELECT span, coalesce(sum(amount), 0) AS value
FROM spans LEFT JOIN costs ON booked >= starts AND booked < ends AND category = 'payment_fee'
GROUP BY span;
