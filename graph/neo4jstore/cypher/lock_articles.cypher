// Makes and locks articles, in order of their ids, and returns what is to be taken back of their last reading.
UNWIND $ids AS id
MERGE (a:Article {id: id})
SET a.digest = coalesce(a.digest, '')
WITH a ORDER BY a.id
RETURN a.id AS id, a.digest AS digest, a.publishedAt AS published,
  [(a)<-[m:MENTIONED_IN]-() | m {.key, .name, .names, .forms}] AS actors,
  [(a)<-[:IN]-(s:Statement) | s.kind] AS statements
