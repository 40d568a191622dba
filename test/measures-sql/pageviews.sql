-- Pages viewed.
SELECT span, coalesce(sum(views), 0) AS value
FROM spans LEFT JOIN visits ON booked >= starts AND booked < ends
GROUP BY span;
