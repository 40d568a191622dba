-- Engagements of posts whose impressions are told.
SELECT span, coalesce(sum(engagements) FILTER (WHERE impressions IS NOT NULL), 0) AS value
FROM spans LEFT JOIN social ON booked >= starts AND booked < ends
GROUP BY span;
