// The first and the last date of the articles that mention an entity or report it, from both ends of the indexes.
UNWIND $ids AS id
CALL {
  WITH id
  MATCH ()-[m:MENTIONED_IN]->(a)
  WHERE m.entity = id AND m.newest < $missing
  WITH a, m ORDER BY m.entity, m.newest LIMIT 1
  RETURN collect(a.publishedAt) AS last
}
CALL {
  WITH id
  MATCH ()-[m:MENTIONED_IN]->(a)
  WHERE m.entity = id AND m.oldest < $missing
  WITH a, m ORDER BY m.entity, m.oldest LIMIT 1
  RETURN collect(a.publishedAt) AS first
}
CALL {
  WITH id
  MATCH ()-[m:REPORTED_IN]->(a)
  WHERE m.event = id AND m.newest < $missing
  WITH a, m ORDER BY m.event, m.newest LIMIT 1
  RETURN collect(a.publishedAt) AS reportedLast
}
CALL {
  WITH id
  MATCH ()-[m:REPORTED_IN]->(a)
  WHERE m.event = id AND m.oldest < $missing
  WITH a, m ORDER BY m.event, m.oldest LIMIT 1
  RETURN collect(a.publishedAt) AS reportedFirst
}
UNWIND [null] + first + reportedFirst AS f
WITH id, last, reportedLast, min(f) AS first
UNWIND [null] + last + reportedLast AS l
RETURN id, first, max(l) AS last
