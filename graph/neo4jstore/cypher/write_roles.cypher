// Writes roles: those at an entity, and those at none, which hang on the article.
CALL {
  UNWIND $holds AS row
  MATCH (p:Entity {id: row.person})
  MATCH (o:Entity {id: row.of})
  CREATE (p)-[h:HOLDS]->(o)
  SET h = row.props
}
CALL {
  UNWIND $called AS row
  MATCH (p:Entity {id: row.person})
  MATCH (a:Article {id: row.props.article})
  CREATE (p)-[c:CALLED]->(a)
  SET c = row.props
}
