// Puts keys that came to be mentioned into their blocks, and takes those out that no longer are.
CALL {
  UNWIND $in AS row
  MATCH (k:Key {id: row.id})
  UNWIND row.blocks AS name
  MATCH (b:Block {name: name})
  CREATE (k)-[:OF_BLOCK]->(b)
}
CALL {
  UNWIND $out AS id
  MATCH (k:Key {id: id})-[o:OF_BLOCK]->()
  DELETE o
}
