-- Engagements of posts whose reach is told.
SELECT span, coalesce(sum(engagements) FILTER (WHERE reach IS NOT NULL), 0) AS value
FROM spans LEFT JOIN social ON booked >= starts AND booked < ends
GROUP BY span;
