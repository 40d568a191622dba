-- What the ads cost, total rows left out.
SELECT span, coalesce(sum(cost), 0) AS value
FROM spans LEFT JOIN ads ON booked >= starts AND booked < ends
GROUP BY span;
