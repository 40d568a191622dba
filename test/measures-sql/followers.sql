-- The newest count of each network inside the span, added up.
SELECT span, sum(newest) AS value
FROM spans LEFT JOIN (
  SELECT span, network, max_by(followers, booked) AS newest FROM spans JOIN social ON booked >= starts AND booked < ends GROUP BY span, network
) USING (span)
GROUP BY span;
