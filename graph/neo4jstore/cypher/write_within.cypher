UNWIND $within AS row
MATCH (s:Statement {id: row.id})
MATCH (outer:Statement {id: row.within})
CREATE (s)-[:WITHIN]->(outer)
