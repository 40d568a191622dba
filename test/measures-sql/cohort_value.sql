-- Items after discounts that the new people of the span brought within 365 days of their first order.
SELECT span, coalesce(sum(gross - discounts), 0) AS value
FROM spans LEFT JOIN orders ON first_at >= starts AND first_at < ends AND since_first <= 365 * 86400
GROUP BY span;
