// Makes and locks entities, in order of their ids. The hub of an entity is what its relationships know it by: it stays when the id changes.
UNWIND $entities AS row
MERGE (e:Entity {id: row.id})
ON CREATE SET e.hub = row.hub, e.articleCount = 0, e.mentionCount = 0
SET e.locked = true, e.kind = row.kind
REMOVE e.locked
FOREACH (_ IN CASE row.kind WHEN 'PERSON' THEN [1] ELSE [] END | SET e:Person)
FOREACH (_ IN CASE row.kind WHEN 'ORGANIZATION' THEN [1] ELSE [] END | SET e:Organization)
FOREACH (_ IN CASE row.kind WHEN 'PLACE' THEN [1] ELSE [] END | SET e:Place)
FOREACH (_ IN CASE row.kind WHEN 'EVENT' THEN [1] ELSE [] END | SET e:Event)
WITH e
CALL {
  WITH e
  MATCH (k:Key {entity: e.id})<-[:NAMES]-(j:Judgement)
  RETURN collect(j {.id, .a, .b, .verdict, .by, .score, .author, .reason, .at, .block, .act, .name}) AS chosen
}
OPTIONAL MATCH (least:Key {id: e.id})
RETURN e.id AS id, e.hub AS hub, e.kind AS kind, least.key AS key, e.articleCount AS articles, e.mentionCount AS mentions,
  e.firstSeen AS first, e.lastSeen AS last, chosen,
  [(e)-[:KNOWN_AS]->(n:Name) | n {.text, .articles, .mentions, .chosen, .nameless}] AS names
