// Counts anew what the mentions and reports of entities add up to.
UNWIND $ids AS id
CALL {
  WITH id
  MATCH (e:Entity {id: id})-[m:MENTIONED_IN]->(a)
  RETURN coalesce(sum(m.count), 0) AS mentions
}
CALL {
  WITH id
  MATCH (e:Entity {id: id})-[:MENTIONED_IN|REPORTED_IN]->(a)
  RETURN count(DISTINCT a) AS articles, min(a.publishedAt) AS first, max(a.publishedAt) AS last
}
CALL {
  WITH id
  MATCH (e:Entity {id: id})-[m:MENTIONED_IN]->()
  WITH m.name AS text, count(m) AS n
  RETURN collect({text: text, n: n}) AS full
}
CALL {
  WITH id
  MATCH (e:Entity {id: id})-[m:REPORTED_IN]->()
  WHERE m.name <> ''
  WITH DISTINCT m.key AS key, m.article AS article, m.name AS text
  WITH text, count(*) AS n
  RETURN collect({text: text, n: n}) AS nameless
}
CALL {
  WITH id
  MATCH (e:Entity {id: id})-[m:MENTIONED_IN]->()
  UNWIND range(0, size(m.names) - 1) AS i
  WITH m, i
  WHERE m.forms[i] = 'NAME'
  WITH m.names[i] AS text, count(*) AS n
  RETURN collect({text: text, n: n}) AS surface
}
RETURN id, articles, mentions, first, last, full, nameless, surface
