// The first and the last date of the articles that mention an entity or report it, from both ends of the indexes.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
WITH id, e.hub AS hub
CALL {
  WITH hub
  MATCH ()-[m:MENTIONED_IN]->(a)
  WHERE m.hub = hub AND m.newest < $missing
  WITH a, m ORDER BY m.hub, m.newest LIMIT 1
  RETURN collect(a.publishedAt) AS last
}
CALL {
  WITH hub
  MATCH ()-[m:MENTIONED_IN]->(a)
  WHERE m.hub = hub AND m.oldest < $missing
  WITH a, m ORDER BY m.hub, m.oldest LIMIT 1
  RETURN collect(a.publishedAt) AS first
}
CALL {
  WITH hub
  MATCH ()-[m:REPORTED_IN]->(a)
  WHERE m.hub = hub AND m.newest < $missing
  WITH a, m ORDER BY m.hub, m.newest LIMIT 1
  RETURN collect(a.publishedAt) AS reportedLast
}
CALL {
  WITH hub
  MATCH ()-[m:REPORTED_IN]->(a)
  WHERE m.hub = hub AND m.oldest < $missing
  WITH a, m ORDER BY m.hub, m.oldest LIMIT 1
  RETURN collect(a.publishedAt) AS reportedFirst
}
UNWIND [null] + first + reportedFirst AS f
WITH id, last, reportedLast, min(f) AS first
UNWIND [null] + last + reportedLast AS l
RETURN id, first, max(l) AS last
