// How many articles tell of some keys, and not of those keys of an entity that stay at it.
UNWIND range(0, $last) AS i
WITH i, $sets[i] AS of
MATCH (e:Entity {id: of.entity})
CALL {
  WITH of
  UNWIND of.keys AS key
  MATCH ()-[m:MENTIONED_IN]->(a)
  WHERE m.keyId = key.id AND m.article > ''
  RETURN a
  UNION
  WITH of
  UNWIND of.keys AS key
  MATCH (:Entity {id: key.entity})-[m:REPORTED_IN]->(a)
  WHERE m.key = key.key
  RETURN a
}
WITH i, of, e, a
WHERE NOT EXISTS { (e)-[m:MENTIONED_IN|REPORTED_IN]->(a) WHERE m.key IN of.stay }
RETURN i, count(a) AS articles, min(a.publishedAt) AS first, max(a.publishedAt) AS last
