CALL {
  UNWIND $undone AS id
  MATCH (j:Judgement {id: id})
  DETACH DELETE j
}
CALL {
  UNWIND $judged AS row
  MATCH (a:Key {id: row.a})
  MATCH (b:Key {id: row.b})
  MERGE (j:Judgement {id: row.props.id})
  SET j = row.props
  MERGE (j)-[:ON]->(a)
  MERGE (j)-[:ON]->(b)
}
