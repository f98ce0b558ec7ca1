MATCH (c:NewsgraphCount)
WHERE c.shard >= 0
RETURN sum(c.articles) AS articles, sum(c.mentions) AS mentions, sum(c.judgements) AS judgements, sum(c.reports) AS reports,
  sum(c.persons) AS PERSON, sum(c.organizations) AS ORGANIZATION, sum(c.places) AS PLACE, sum(c.events) AS EVENT,
  sum(c.direct) AS DIRECT, sum(c.mixed) AS MIXED, sum(c.indirect) AS INDIRECT
