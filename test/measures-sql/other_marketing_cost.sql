-- Cost rows of marketing apart from ads, and of sales, by day.
SELECT span, coalesce(sum(amount), 0) AS value
FROM spans LEFT JOIN costs ON booked >= starts AND booked < ends AND category IN ('marketing_other', 'sales')
GROUP BY span;
