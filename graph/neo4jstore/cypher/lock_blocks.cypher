// Makes and locks blocks, in order of their names.
UNWIND $names AS name
MERGE (b:Block {name: name})
SET b.locked = true
REMOVE b.locked
WITH b
RETURN b.name AS id
