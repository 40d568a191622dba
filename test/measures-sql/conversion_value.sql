-- What those are worth, as the platforms claim.
SELECT span, coalesce(sum(conversion_value), 0) AS value
FROM spans LEFT JOIN ads ON booked >= starts AND booked < ends
GROUP BY span;
