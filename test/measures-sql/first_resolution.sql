-- The middle of the times to the first solve, of the same tickets.
SELECT span, median(first_resolution) AS value
FROM spans LEFT JOIN tickets ON solved >= starts AND solved < ends
GROUP BY span;
