// The newest reports of events, and how many there are.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
WITH e, e.hub AS hub
CALL {
  WITH hub
  MATCH ()-[m:REPORTED_IN]->()
  WHERE m.hub = hub AND m.newest > ''
  WITH m ORDER BY m.hub, m.newest LIMIT $limit
  RETURN collect(m) AS told
}
CALL {
  WITH e
  MATCH (e)-[m:REPORTED_IN]->()
  RETURN count(m) AS reports
}
RETURN e.id AS id, [m IN told | m {.id, .publishedAt, .key, .type, .mode, .status, .partKeys, .partRoles, .partSpans, .place, .from, .to, .precision, .trigger, .triggerText,
  .spans, .text, .statement, .article, event: e.id, .confidence, .reason, .why}] AS told, reports
