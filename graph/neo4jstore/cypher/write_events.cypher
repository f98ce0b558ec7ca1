// Writes what the reports of events come to, and who takes part.
UNWIND $events AS row
MATCH (e:Entity {id: row.id})
SET e += row.props
WITH e, row
CALL {
  WITH e
  MATCH (e)<-[m:TOOK_PART]-()
  DELETE m
}
CALL {
  WITH e
  MATCH (e)-[m:AT]->()
  DELETE m
}
CALL {
  WITH e, row
  UNWIND row.took AS l
  MATCH (p:Entity {id: l.entity})
  CREATE (p)-[m:TOOK_PART]->(e)
  SET m = l {.*, entity: null, hub: p.hub}
}
CALL {
  WITH e, row
  UNWIND row.at AS l
  MATCH (p:Entity {id: l.entity})
  CREATE (e)-[m:AT]->(p)
  SET m = l {.*, entity: null, hub: p.hub}
}
