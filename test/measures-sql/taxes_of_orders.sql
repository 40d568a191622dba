-- The tax that the order records, on items and shipping; refunds do not touch it.
SELECT span, coalesce(sum(taxes), 0) AS value
FROM spans LEFT JOIN orders ON booked >= starts AND booked < ends
GROUP BY span;
