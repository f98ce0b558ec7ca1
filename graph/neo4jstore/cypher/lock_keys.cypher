// Makes and locks keys, in order of their ids.
UNWIND $keys AS row
MERGE (k:Key {id: row.id})
ON CREATE SET k.key = row.key, k.entity = row.id, k.articles = 0
SET k.locked = true
REMOVE k.locked
WITH k
RETURN k.id AS id, k.key AS key, k.entity AS entity, k.articles AS articles
