-- Tickets created that have a first reply.
SELECT span, count(id) AS value
FROM spans LEFT JOIN tickets ON created >= starts AND created < ends AND first_reply >= 0
GROUP BY span;
