-- Rows are sums of sessions, of which each step stands for itself: in the funnel as outside of it.
SELECT span, coalesce(sum(purchases), 0) AS value
FROM spans LEFT JOIN visits ON booked >= starts AND booked < ends
GROUP BY span;
