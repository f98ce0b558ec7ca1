// Takes out blocks that have no key any more.
UNWIND $names AS name
MATCH (b:Block {name: name})
WHERE NOT EXISTS { (b)<-[:OF_BLOCK]-() }
DELETE b
