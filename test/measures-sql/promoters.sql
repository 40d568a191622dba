-- Answers of 9 or 10.
SELECT span, count(score) AS value
FROM spans LEFT JOIN nps ON booked >= starts AND booked < ends AND score >= 9
GROUP BY span;
