-- Cost of ads whose conversion value a platform reports: both do.
SELECT span, coalesce(sum(cost), 0) AS value
FROM spans LEFT JOIN ads ON booked >= starts AND booked < ends
GROUP BY span;
