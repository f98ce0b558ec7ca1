// Makes what hangs on one entity under some keys anew at another entity.
UNWIND $moves AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
CALL {
  WITH from, to, row
  MATCH (from)-[m:MENTIONED_IN]->(x)
  WHERE m.key IN row.keys
  CREATE (to)-[n:MENTIONED_IN]->(x)
  SET n = m {.*, hub: to.hub}
  DELETE m
}
CALL {
  WITH from, to, row
  MATCH (from)-[m:SAID]->(x)
  WHERE m.key IN row.keys
  CREATE (to)-[n:SAID]->(x)
  SET n = m {.*, hub: to.hub}
  DELETE m
}
CALL {
  WITH from, to, row
  MATCH (from)<-[m:ABOUT]-(x)
  WHERE m.key IN row.keys
  CREATE (to)<-[n:ABOUT]-(x)
  SET n = m {.*, hub: to.hub}
  DELETE m
}
CALL {
  WITH from, to, row
  MATCH (from)<-[m:TO]-(x)
  WHERE m.key IN row.keys
  CREATE (to)<-[n:TO]-(x)
  SET n = m {.*, hub: to.hub}
  DELETE m
}
CALL {
  WITH from, to, row
  MATCH (from)-[m:CALLED]->(x)
  WHERE m.key IN row.keys
  CREATE (to)-[n:CALLED]->(x)
  SET n = properties(m)
  DELETE m
}
CALL {
  WITH from, to, row
  MATCH (from)-[m:HOLDS]->(x)
  WHERE m.key IN row.keys
  CREATE (to)-[n:HOLDS]->(x)
  SET n = properties(m)
  DELETE m
}
CALL {
  WITH from, to, row
  MATCH (from)<-[m:HOLDS]-(x)
  WHERE m.ofKey IN row.keys
  CREATE (to)<-[n:HOLDS]-(x)
  SET n = properties(m)
  DELETE m
}
CALL {
  WITH from, to, row
  MATCH (from)-[m:REPORTED_IN]->(x)
  WHERE m.key IN row.keys
  CREATE (to)-[n:REPORTED_IN]->(x)
  SET n = m {.*, hub: to.hub}
  DELETE m
}
CALL {
  WITH from, to, row
  MATCH (from)-[m:REPORTED_BY]->(x)
  WHERE m.key IN row.keys
  CREATE (to)-[n:REPORTED_BY]->(x)
  SET n = properties(m)
  DELETE m
}
CALL {
  WITH from, to, row
  MATCH (from)-[m:TOOK_PART]->(x)
  WHERE m.key IN row.keys
  CREATE (to)-[n:TOOK_PART]->(x)
  SET n = m {.*, hub: to.hub}
  DELETE m
}
CALL {
  WITH from, to, row
  MATCH (from)<-[m:AT]-(x)
  WHERE m.key IN row.keys
  CREATE (to)<-[n:AT]-(x)
  SET n = m {.*, hub: to.hub}
  DELETE m
}
