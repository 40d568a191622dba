-- Cost rows of packing and sending, by day.
SELECT span, coalesce(sum(amount), 0) AS value
FROM spans LEFT JOIN costs ON booked >= starts AND booked < ends AND category = 'fulfilment'
GROUP BY span;
