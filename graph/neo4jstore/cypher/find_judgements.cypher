// Judgements that are called by their id or by that of their act.
CALL {
  UNWIND $ids AS id
  MATCH (j:Judgement {id: id})
  RETURN j
  UNION
  UNWIND $ids AS id
  MATCH (j:Judgement {act: id})
  RETURN j
}
RETURN j.id AS id, j.a AS a, j.b AS b
