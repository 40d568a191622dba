-- All those times together.
SELECT span, coalesce(sum(first_reply), 0) AS value
FROM spans LEFT JOIN tickets ON created >= starts AND created < ends AND first_reply >= 0
GROUP BY span;
