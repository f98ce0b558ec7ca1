// The articles with the least ids that mention each key.
UNWIND $ids AS id
CALL {
  WITH id
  MATCH ()-[m:MENTIONED_IN]->()
  WHERE m.keyId = id AND m.article > ''
  WITH m ORDER BY m.keyId, m.article LIMIT $limit
  RETURN collect(m.article) AS articles
}
RETURN id, articles
