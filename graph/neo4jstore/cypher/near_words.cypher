// The words of names that are about as the given ones, with the mentions of the most mentioned entity that has each.
UNWIND $words AS row
CALL {
  WITH row
  CALL db.index.fulltext.queryNodes('newsgraph_names', row.fuzzy) YIELD node AS n
  MATCH (n)<-[:KNOWN_AS]-(x:Entity)
  UNWIND split(n.folded, ' ') AS near
  WITH row, near, x
  WHERE near STARTS WITH row.first
  RETURN near, max(x.mentionCount) AS mentions
}
RETURN row.word AS word, near, mentions
