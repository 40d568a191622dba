-- Tickets with the tag `casse` or `retour`, which the test names as complaints.
SELECT span, count(id) AS value
FROM spans LEFT JOIN tickets ON created >= starts AND created < ends AND regexp_matches(tags, '(^| )(casse|retour)( |$)')
GROUP BY span;
