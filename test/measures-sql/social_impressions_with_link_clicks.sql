-- Times posts were shown whose clicks on links are told.
SELECT span, coalesce(sum(impressions) FILTER (WHERE link_clicks IS NOT NULL), 0) AS value
FROM spans LEFT JOIN social ON booked >= starts AND booked < ends
GROUP BY span;
