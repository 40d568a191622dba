-- Answers of 0 to 6.
SELECT span, count(score) AS value
FROM spans LEFT JOIN nps ON booked >= starts AND booked < ends AND score <= 6
GROUP BY span;
