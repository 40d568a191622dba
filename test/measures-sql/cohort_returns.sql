-- Money given back for items within 365 days of their first order to the new people of the span.
SELECT span, coalesce(sum(returned), 0) AS value
FROM spans LEFT JOIN orders ON first_at >= starts AND first_at < ends AND since_first <= 365 * 86400
GROUP BY span;
