// Puts keys that came to be mentioned into their blocks, and takes those out that no longer are.
CALL {
  UNWIND $in AS row
  MATCH (k:Key {id: row.id})
  SET k.blocked = true
  WITH k, row
  UNWIND row.blocks AS name
  MATCH (b:Block {name: name})
  CREATE (k)-[:OF_BLOCK {known: 0}]->(b)
}
CALL {
  UNWIND $out AS id
  MATCH (k:Key {id: id})-[o:OF_BLOCK]->()
  SET k.blocked = false
  DELETE o
}
