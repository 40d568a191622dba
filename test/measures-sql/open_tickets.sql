-- Tickets of the span that were not solved when it ended.
SELECT span, count(id) AS value
FROM spans LEFT JOIN tickets ON created >= starts AND created < ends AND (solved IS NULL OR solved >= ends)
GROUP BY span;
