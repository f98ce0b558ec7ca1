// The titles of persons, with the words in which they are given kept apart.
UNWIND range(0, $last) AS i
MATCH (k:Key {id: $ids[i]})
MATCH (p:Entity {id: k.entity})
WHERE p:Person
CALL {
  WITH p
  MATCH (p)-[h:HOLDS|CALLED]->(o)
  WITH h, CASE WHEN h.ofKey IS NULL THEN '' ELSE o.id END AS of
  ORDER BY h.article, h.start, h.end
  WITH h.folded AS folded, h.title AS title, of,
    count(*) AS count, min(h.seen) AS first, max(h.seen) AS last, collect(h {.article, .start, .end})[..$evidence] AS evidence
  RETURN collect({folded: folded, title: title, of: of, count: count, first: first, last: last, evidence: evidence}) AS titles
}
RETURN i, p.id AS person, titles
