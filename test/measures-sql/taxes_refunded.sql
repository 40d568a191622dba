-- Tax given back, in the proportion of tax to items.
-- The export has no date of it: it is booked on the day of the order.
SELECT span, coalesce(sum(tax_returned), 0) AS value
FROM spans LEFT JOIN orders ON booked >= starts AND booked < ends
GROUP BY span;
