-- Clicks on ads that were shown.
SELECT span, coalesce(sum(clicks) FILTER (WHERE coalesce(impressions, 0) > 0), 0) AS value
FROM spans LEFT JOIN ads ON booked >= starts AND booked < ends
GROUP BY span;
