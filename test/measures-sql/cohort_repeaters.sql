-- New people of the span who ordered again within 90 days of their first order.
SELECT span, count(id) AS value
FROM spans LEFT JOIN orders ON booked >= starts AND booked < ends AND nth = 1 AND until_next <= 90 * 86400
GROUP BY span;
