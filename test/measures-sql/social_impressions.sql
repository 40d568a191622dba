-- Times a post was shown.
SELECT span, coalesce(sum(impressions), 0) AS value
FROM spans LEFT JOIN social ON booked >= starts AND booked < ends
GROUP BY span;
