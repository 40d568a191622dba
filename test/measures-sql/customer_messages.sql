-- One message for each ticket solved, and one more for each time it was reopened.
SELECT span, coalesce(sum(1 + reopens), 0) AS value
FROM spans LEFT JOIN tickets ON solved >= starts AND solved < ends
GROUP BY span;
