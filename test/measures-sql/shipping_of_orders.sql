-- Shipping charged, without the tax in it; refunds do not touch it.
SELECT span, coalesce(sum(shipping), 0) AS value
FROM spans LEFT JOIN orders ON booked >= starts AND booked < ends
GROUP BY span;
