-- Times something was put in the cart, taken for sessions.
SELECT span, coalesce(sum(carts), 0) AS value
FROM spans LEFT JOIN visits ON booked >= starts AND booked < ends
GROUP BY span;
