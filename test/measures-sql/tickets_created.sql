-- Tickets created.
SELECT span, count(id) AS value
FROM spans LEFT JOIN tickets ON created >= starts AND created < ends
GROUP BY span;
