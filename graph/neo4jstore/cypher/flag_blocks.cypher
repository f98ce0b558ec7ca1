// Notes in blocks what the rules knew of keys.
UNWIND $flags AS row
MATCH (b:Block {name: row.block})
MATCH (k:Key {id: row.id})
CALL {
  WITH b, k, row
  MATCH (k)-[o:OF_BLOCK]->(b)
  SET o.known = row.known
}
