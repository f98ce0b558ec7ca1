// Notes in blocks of which keys the rules wanted the sightings.
UNWIND $flags AS row
MATCH (b:Block {name: row.block})
MATCH (k:Key {id: row.id})
CALL {
  WITH b, k, row
  MATCH (k)-[o:OF_BLOCK]->(b)
  SET o.wanted = row.wanted
}
