// Those that join or part their keys are ON them; one that is unsure is NEAR them, and a name NAMES its key, so that a walk over what hangs together passes them by.
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
  WITH j, a, b, [(j)-[old:ON|NEAR]->() | old] AS olds
  FOREACH (old IN olds | DELETE old)
  FOREACH (_ IN CASE j.verdict WHEN 'NAMED' THEN [1] ELSE [] END | MERGE (j)-[:NAMES]->(a))
  FOREACH (_ IN CASE j.verdict WHEN 'UNSURE' THEN [1] ELSE [] END | CREATE (j)-[:NEAR]->(a) CREATE (j)-[:NEAR]->(b))
  FOREACH (_ IN CASE WHEN j.verdict IN ['UNSURE', 'NAMED'] THEN [] ELSE [1] END | CREATE (j)-[:ON]->(a) CREATE (j)-[:ON]->(b))
}
