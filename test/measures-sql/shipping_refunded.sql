-- Shipping given back, which is what is left of a refund after items and tax.
-- The export has no date of it: it is booked on the day of the order.
SELECT span, coalesce(sum(shipping_returned), 0) AS value
FROM spans LEFT JOIN orders ON booked >= starts AND booked < ends
GROUP BY span;
