-- Good or bad, on the day of the solve.
SELECT span, count(good) AS value
FROM spans LEFT JOIN csat ON booked >= starts AND booked < ends
GROUP BY span;
