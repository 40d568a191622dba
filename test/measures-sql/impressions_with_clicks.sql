-- Times an ad was shown: all files tell clicks.
SELECT span, coalesce(sum(impressions) FILTER (WHERE true), 0) AS value
FROM spans LEFT JOIN ads ON booked >= starts AND booked < ends
GROUP BY span;
