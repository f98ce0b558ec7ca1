// The first and the last date of the articles that mention an entity, from both ends of the index.
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
RETURN id, head(first) AS first, head(last) AS last
