-- The middle of the times from creation to the last solve, of the tickets solved in the span.
SELECT span, median(resolution) AS value
FROM spans LEFT JOIN tickets ON solved >= starts AND solved < ends
GROUP BY span;
