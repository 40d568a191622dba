-- Clicks on links of posts whose impressions are told.
SELECT span, coalesce(sum(link_clicks) FILTER (WHERE impressions IS NOT NULL), 0) AS value
FROM spans LEFT JOIN social ON booked >= starts AND booked < ends
GROUP BY span;
