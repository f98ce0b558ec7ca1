// Makes and locks articles, in order of their ids, and returns what is to be taken back of their last reading. A
// property has to be written for a lock; it is read after that.
UNWIND $ids AS id
MERGE (a:Article {id: id})
ON CREATE SET a.digest = ''
SET a.locked = true
REMOVE a.locked
WITH a
RETURN a.id AS id, a.digest AS digest, a.publishedAt AS published,
  [(a)<-[m:MENTIONED_IN]-() | m {.key, .name, .names, .forms}] AS actors,
  [(a)<-[:IN]-(s:Statement) | s.kind] AS statements,
  [(a)<-[m:REPORTED_IN]-() | m {.key, .name}] AS reports
