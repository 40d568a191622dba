-- Answers in words have no score.
SELECT span, 0 AS value
FROM spans LEFT JOIN csat ON booked >= starts AND booked < ends
GROUP BY span;
