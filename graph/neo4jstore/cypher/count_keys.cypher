// What the mentions and reports of keys add up to.
UNWIND $keys AS row
CALL {
  WITH row
  MATCH ()-[m:MENTIONED_IN]->()
  WHERE m.keyId = row.id AND m.article > ''
  RETURN coalesce(sum(m.count), 0) AS mentions
}
CALL {
  WITH row
  MATCH ()-[m:MENTIONED_IN]->()
  WHERE m.keyId = row.id AND m.article > ''
  WITH m.name AS text, count(m) AS n
  RETURN collect({text: text, n: n}) AS full
}
CALL {
  WITH row
  MATCH (:Entity {id: row.entity})-[m:REPORTED_IN]->()
  WHERE m.key = row.key AND m.name <> ''
  WITH DISTINCT m.article AS article, m.name AS text
  WITH text, count(*) AS n
  RETURN collect({text: text, n: n}) AS nameless
}
CALL {
  WITH row
  MATCH ()-[m:MENTIONED_IN]->()
  WHERE m.keyId = row.id AND m.article > ''
  UNWIND range(0, size(m.names) - 1) AS i
  WITH m, i
  WHERE m.forms[i] = 'NAME'
  WITH m.names[i] AS text, count(*) AS n
  RETURN collect({text: text, n: n}) AS surface
}
RETURN row.key AS key, mentions, full, nameless, surface
