// Writes what articles tell of events, and in which statements that stands.
UNWIND $reports AS row
MATCH (e:Entity {id: row.event})
MATCH (a:Article {id: row.article})
CREATE (e)-[m:REPORTED_IN]->(a)
SET m = row {.*, event: null, hub: e.hub}
WITH e, row
WHERE row.statement <> ''
MATCH (s:Statement {id: row.statement})
CREATE (e)-[:REPORTED_BY {key: row.key, report: row.id}]->(s)
