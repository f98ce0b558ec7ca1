// The judgements on keys, and those with an id or of an act.
CALL {
  UNWIND $keys AS id
  MATCH (:Key {id: id})<-[:ON|NEAR|NAMES]-(j:Judgement)
  RETURN j
  UNION
  UNWIND $ids AS id
  MATCH (j:Judgement {id: id})
  RETURN j
  UNION
  UNWIND $ids AS id
  MATCH (j:Judgement {act: id})
  RETURN j
}
RETURN j.id AS id, j.a AS a, j.b AS b, j.verdict AS verdict, j.by AS by, j.score AS score, j.author AS author, j.reason AS reason, j.at AS at, j.block AS block, j.act AS act, j.name AS name
