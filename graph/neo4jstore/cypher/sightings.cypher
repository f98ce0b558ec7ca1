// The articles with the least ids that mention each key.
UNWIND $ids AS id
CALL {
  WITH id
  MATCH ()-[m:MENTIONED_IN]->(a)
  WHERE m.keyId = id AND m.article > ''
  WITH m, a ORDER BY m.keyId, m.article LIMIT $limit
  RETURN collect({article: m.article, at: a.publishedAt, name: m.name, names: m.names, forms: m.forms}) AS seen
}
RETURN id, seen
