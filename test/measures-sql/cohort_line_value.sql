-- Price times quantity of the lines that the new people of the span bought within 365 days of their first order.
SELECT span, coalesce(sum(line_value), 0) AS value
FROM spans LEFT JOIN orders ON first_at >= starts AND first_at < ends AND since_first <= 365 * 86400
GROUP BY span;
