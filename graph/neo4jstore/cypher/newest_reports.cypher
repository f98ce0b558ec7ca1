// The newest reports of events, and how many there are.
UNWIND $ids AS id
CALL {
  WITH id
  MATCH ()-[m:REPORTED_IN]->()
  WHERE m.event = id AND m.newest > ''
  WITH m ORDER BY m.event, m.newest LIMIT $limit
  RETURN collect(m) AS told
}
CALL {
  WITH id
  MATCH (:Entity {id: id})-[m:REPORTED_IN]->()
  RETURN count(m) AS reports
}
RETURN id, [m IN told | m {.id, .publishedAt, .key, .type, .mode, .status, .partKeys, .partRoles, .partSpans, .place, .from, .to, .precision, .trigger, .triggerText,
  .spans, .text, .statement, .article, .event, .confidence, .reason, .why}] AS told, reports
