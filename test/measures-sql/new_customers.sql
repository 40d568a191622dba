-- People whose first order ever falls in the span.
SELECT span, count(id) AS value
FROM spans LEFT JOIN orders ON booked >= starts AND booked < ends AND nth = 1
GROUP BY span;
