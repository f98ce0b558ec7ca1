// Of some words, those that no node of the wanted types has.
UNWIND $words AS word
CALL {
  WITH word
  WITH word WHERE $entities
  CALL db.index.fulltext.queryNodes('newsgraph_names', word + '*', {limit: 1}) YIELD node
  RETURN count(node) AS names
}
CALL {
  WITH word
  WITH word WHERE $statements
  CALL db.index.fulltext.queryNodes('newsgraph_statements', word, {limit: 1}) YIELD node
  RETURN count(node) AS statements
}
CALL {
  WITH word
  WITH word WHERE $articles
  CALL db.index.fulltext.queryNodes('newsgraph_articles', word, {limit: 1}) YIELD node
  RETURN count(node) AS articles
}
WITH word, names, statements, articles
WHERE names + statements + articles = 0
RETURN word
