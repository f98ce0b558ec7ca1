// The judgements on keys, those that are unsure and names too, and the keys that the others lead to.
UNWIND $ids AS id
MATCH (k:Key {id: id})
CALL {
  WITH k
  MATCH (k)<-[:ON|NEAR|NAMES]-(j:Judgement)
  RETURN collect(j {.id, .a, .b, .verdict, .by, .score, .author, .reason, .at, .block, .act, .name}) AS judgements
}
CALL {
  WITH k
  MATCH (k)<-[:ON]-(:Judgement)-[:ON]->(o:Key)
  RETURN collect(DISTINCT o.key) AS next
}
RETURN k.key AS key, judgements, next
