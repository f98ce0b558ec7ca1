UNWIND $articles AS row
MATCH (a:Article {id: row.props.id})
SET a = row.props
WITH a, row
UNWIND row.mentions AS m
MATCH (e:Entity {id: m.entity})
CREATE (e)-[n:MENTIONED_IN]->(a)
SET n = m {.*, entity: null, hub: e.hub}
