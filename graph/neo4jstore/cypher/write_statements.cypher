UNWIND $statements AS row
MATCH (a:Article {id: row.article})
CREATE (s:Statement)-[:IN]->(a)
SET s = row.props
WITH s, row
CALL {
  WITH s, row
  UNWIND row.said AS l
  MATCH (e:Entity {id: l.entity})
  CREATE (e)-[m:SAID]->(s)
  SET m = l {.*, entity: null, hub: e.hub}
}
CALL {
  WITH s, row
  UNWIND row.to AS l
  MATCH (e:Entity {id: l.entity})
  CREATE (s)-[m:TO]->(e)
  SET m = l {.*, entity: null, hub: e.hub}
}
CALL {
  WITH s, row
  UNWIND row.about AS l
  MATCH (e:Entity {id: l.entity})
  CREATE (s)-[m:ABOUT]->(e)
  SET m = l {.*, entity: null, hub: e.hub}
}
