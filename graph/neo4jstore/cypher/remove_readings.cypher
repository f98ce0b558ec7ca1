// Takes out all that hangs on articles.
UNWIND $ids AS id
MATCH (a:Article {id: id})
CALL {
  WITH a
  MATCH (a)<-[:IN]-(s:Statement)
  DETACH DELETE s
}
CALL {
  WITH a
  MATCH (a)<-[m:MENTIONED_IN|CALLED|REPORTED_IN]-()
  DELETE m
}
CALL {
  WITH id
  MATCH ()-[h:HOLDS]->()
  WHERE h.article = id
  DELETE h
}
