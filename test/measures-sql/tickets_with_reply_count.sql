-- Tickets solved in the span that state a number of replies.
SELECT span, count(id) AS value
FROM spans LEFT JOIN tickets ON solved >= starts AND solved < ends AND replies IS NOT NULL
GROUP BY span;
