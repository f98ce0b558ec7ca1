// The keys of each block, as far as it is not too large, and what rules have judged in it.
UNWIND $names AS name
MATCH (b:Block {name: name})
CALL {
  WITH b
  MATCH (k:Key)-[:OF_BLOCK]->(b)
  WITH k LIMIT $limit
  RETURN collect(k {.id, .key, .articles}) AS keys
}
CALL {
  WITH name
  MATCH (j:Judgement {block: name})
  RETURN collect(j {.id, .a, .b, .verdict, .by, .score, .author, .reason, .at, .block, .act, .name}) AS judged
}
RETURN name, keys, judged
