UNWIND $ids AS id
MATCH (k:Key {id: id})
MATCH (e:Entity {id: k.entity})
RETURN id, e.id AS entity, e.hub AS hub
