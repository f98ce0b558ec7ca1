UNWIND $entities AS row
MATCH (e:Entity {id: row.props.id})
SET e += row.props
WITH e, row
CALL {
  WITH e, row
  UNWIND row.drop AS text
  MATCH (e)-[:KNOWN_AS]->(n:Name)
  WHERE n.text = text
  DETACH DELETE n
}
CALL {
  WITH e, row
  UNWIND row.create AS name
  CREATE (e)-[:KNOWN_AS]->(n:Name)
  SET n = name
}
CALL {
  WITH e, row
  UNWIND row.update AS name
  MATCH (e)-[:KNOWN_AS]->(n:Name)
  WHERE n.text = name.text
  SET n += name
}
