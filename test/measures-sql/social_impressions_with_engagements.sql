-- Times posts were shown whose engagements are told.
SELECT span, coalesce(sum(impressions) FILTER (WHERE engagements IS NOT NULL), 0) AS value
FROM spans LEFT JOIN social ON booked >= starts AND booked < ends
GROUP BY span;
