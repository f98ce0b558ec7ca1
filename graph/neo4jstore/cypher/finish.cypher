// Brings keys up to date, and takes out the articles, judgements, entities and keys that have gone. Counts what changed.
CALL {
  UNWIND $keys AS row
  MATCH (k:Key {id: row.id})
  SET k.entity = row.entity, k.articles = row.articles
}
CALL {
  UNWIND $goneArticles AS id
  MATCH (a:Article {id: id})
  DETACH DELETE a
}
CALL {
  UNWIND $goneEntities AS id
  MATCH (e:Entity {id: id})
  OPTIONAL MATCH (e)-[:KNOWN_AS]->(n:Name)
  DETACH DELETE n, e
}
CALL {
  UNWIND $keys AS row
  MATCH (k:Key {id: row.id})
  WHERE k.articles = 0 AND NOT EXISTS { (k)<-[:ON|NEAR|NAMES]-() }
  DETACH DELETE k
}
MERGE (c:NewsgraphCount {shard: $shard})
SET c.articles = coalesce(c.articles, 0) + $counts.articles,
  c.mentions = coalesce(c.mentions, 0) + $counts.mentions,
  c.reports = coalesce(c.reports, 0) + $counts.reports,
  c.judgements = coalesce(c.judgements, 0) + $counts.judgements,
  c.persons = coalesce(c.persons, 0) + $counts.PERSON,
  c.organizations = coalesce(c.organizations, 0) + $counts.ORGANIZATION,
  c.places = coalesce(c.places, 0) + $counts.PLACE,
  c.events = coalesce(c.events, 0) + $counts.EVENT,
  c.direct = coalesce(c.direct, 0) + $counts.DIRECT,
  c.mixed = coalesce(c.mixed, 0) + $counts.MIXED,
  c.indirect = coalesce(c.indirect, 0) + $counts.INDIRECT
