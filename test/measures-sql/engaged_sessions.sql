-- Sessions with engagement, as the tool counts them.
SELECT span, coalesce(sum(engaged), 0) AS value
FROM spans LEFT JOIN visits ON booked >= starts AND booked < ends
GROUP BY span;
