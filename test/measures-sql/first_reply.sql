-- The middle of the times to the first reply, of the tickets created that have one.
SELECT span, median(first_reply) AS value
FROM spans LEFT JOIN tickets ON created >= starts AND created < ends AND first_reply >= 0
GROUP BY span;
