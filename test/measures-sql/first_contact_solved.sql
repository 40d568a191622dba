-- Of those, the ones never reopened after which the same person opened no other ticket within seven days.
WITH settled AS (SELECT * FROM tickets WHERE solved + INTERVAL 7 DAY <= (SELECT booked FROM exported) AND reopens = 0),
  at_once AS (
    SELECT * FROM settled s WHERE NOT EXISTS (
      FROM tickets t WHERE t.requester = s.requester AND t.created > s.solved AND t.created <= s.solved + INTERVAL 7 DAY
    )
  )
SELECT span, count(id) AS value
FROM spans LEFT JOIN at_once ON solved >= starts AND solved < ends
GROUP BY span;
