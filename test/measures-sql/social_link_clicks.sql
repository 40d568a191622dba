-- Clicks on links in posts.
SELECT span, coalesce(sum(link_clicks), 0) AS value
FROM spans LEFT JOIN social ON booked >= starts AND booked < ends
GROUP BY span;
