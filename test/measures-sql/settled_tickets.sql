-- Tickets solved at least seven days before the export.
SELECT span, count(id) AS value
FROM spans LEFT JOIN (SELECT * FROM tickets WHERE solved + INTERVAL 7 DAY <= (SELECT booked FROM exported)) ON solved >= starts AND solved < ends
GROUP BY span;
