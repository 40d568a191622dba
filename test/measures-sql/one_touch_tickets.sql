-- Tickets solved with exactly one reply of the shop.
SELECT span, count(id) AS value
FROM spans LEFT JOIN tickets ON solved >= starts AND solved < ends AND replies = 1
GROUP BY span;
