UNWIND range(0, $last) AS i
MATCH (k:Key {id: $ids[i]})
MATCH (e:Entity {id: k.entity})
MATCH (member:Key {entity: e.id})
WHERE member.articles > 0
RETURN i, collect(member {.key, .articles}) AS keys
