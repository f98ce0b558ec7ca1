// The greatest id of the sightings of each key that has as many as can be.
UNWIND $ids AS id
CALL {
  WITH id
  MATCH ()-[m:MENTIONED_IN]->()
  WHERE m.keyId = id AND m.article > ''
  WITH m ORDER BY m.keyId, m.article SKIP $skip LIMIT 1
  RETURN collect(m.article) AS last
}
RETURN id, coalesce(head(last), '') AS last
