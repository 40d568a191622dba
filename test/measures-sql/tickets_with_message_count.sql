-- Tickets solved in the span that state how often they were reopened, which stands for the messages.
SELECT span, count(id) AS value
FROM spans LEFT JOIN tickets ON solved >= starts AND solved < ends AND reopens IS NOT NULL
GROUP BY span;
