-- Tickets whose last solve is in the span.
SELECT span, count(id) AS value
FROM spans LEFT JOIN tickets ON solved >= starts AND solved < ends
GROUP BY span;
