-- Tickets solved that had been reopened.
SELECT span, count(id) AS value
FROM spans LEFT JOIN tickets ON solved >= starts AND solved < ends AND reopens >= 1
GROUP BY span;
