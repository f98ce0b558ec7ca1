// The keys that judgements connect with the given ones, and those judgements.
UNWIND $ids AS id
MATCH (:Key {id: id})-[:ON*0..]-(k:Key)
WITH DISTINCT k
OPTIONAL MATCH (k)<-[:ON]-(j:Judgement)
WITH collect(DISTINCT k.key) AS keys, collect(DISTINCT j) AS judgements
RETURN keys, [j IN judgements | j {.id, .a, .b, .verdict, .by, .score, .author, .reason, .at}] AS judgements
