-- Good.
SELECT span, count(good) AS value
FROM spans LEFT JOIN csat ON booked >= starts AND booked < ends AND good
GROUP BY span;
