-- People with two orders or more, both inside the span.
SELECT span, count(customer) AS value
FROM spans LEFT JOIN (
  SELECT span, customer FROM spans JOIN orders ON booked >= starts AND booked < ends
  WHERE customer IS NOT NULL GROUP BY span, customer HAVING count(*) >= 2
) USING (span)
GROUP BY span;
