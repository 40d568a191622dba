-- Clicks on ads; of Meta the clicks on the link.
SELECT span, coalesce(sum(clicks), 0) AS value
FROM spans LEFT JOIN ads ON booked >= starts AND booked < ends
GROUP BY span;
