-- Users seen for the first time.
SELECT span, coalesce(sum(new_users), 0) AS value
FROM spans LEFT JOIN visits ON booked >= starts AND booked < ends
GROUP BY span;
