-- Conversions that Google claims and purchases that Meta claims.
SELECT span, coalesce(sum(conversions), 0) AS value
FROM spans LEFT JOIN ads ON booked >= starts AND booked < ends
GROUP BY span;
