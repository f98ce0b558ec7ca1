// How many articles mention each key, whether it is in its blocks, and in which of them rules knew more of it than its name.
UNWIND $ids AS id
MATCH (k:Key {id: id})
CALL {
  WITH k
  MATCH (k)-[o:OF_BLOCK]->(b:Block)
  WHERE o.known > 0
  RETURN collect({name: b.name, known: o.known}) AS known
}
RETURN id, k.articles AS articles, coalesce(k.blocked, false) AS blocked, known
