-- Likes, comments, shares and saves.
SELECT span, coalesce(sum(engagements), 0) AS value
FROM spans LEFT JOIN social ON booked >= starts AND booked < ends
GROUP BY span;
