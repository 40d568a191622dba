-- Tickets solved that are rated good or bad.
SELECT span, count(id) AS value
FROM spans LEFT JOIN (FROM tickets WHERE satisfaction LIKE 'Good%' OR satisfaction LIKE 'Bad%') ON solved >= starts AND solved < ends
GROUP BY span;
