// The keys of each block, as far as it is not too large.
UNWIND $names AS name
MATCH (b:Block {name: name})
CALL {
  WITH b
  MATCH (k:Key)-[o:OF_BLOCK]->(b)
  WITH k, o LIMIT $limit
  RETURN collect(k {.key, known: o.known}) AS keys
}
RETURN name, keys
