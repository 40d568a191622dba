-- Answers to the question whether one would recommend the shop; unanswered ones are none.
SELECT span, count(score) AS value
FROM spans LEFT JOIN nps ON booked >= starts AND booked < ends
GROUP BY span;
