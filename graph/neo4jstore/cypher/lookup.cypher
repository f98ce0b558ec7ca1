// ITEM stands for the columns of an entity.
UNWIND range(0, $last) AS i
CALL {
  WITH i
  MATCH (n:Name {lookup: $names[i].lookup})<-[:KNOWN_AS]-(x:Entity)
  WHERE n.folded = $names[i].folded AND n.folded <> '' AND $names[i].kind IN ['', x.kind]
  WITH x, max(CASE WHEN n.articles - n.nameless + n.chosen > 0 THEN 1 ELSE 0 END) AS full
  ORDER BY full DESC, coalesce(x.byMentions, $nobody + x.id) LIMIT $limit
  RETURN collect(ITEM) AS found
}
RETURN i, found
