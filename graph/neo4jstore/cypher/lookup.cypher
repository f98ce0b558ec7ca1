UNWIND range(0, $last) AS i
CALL {
  WITH i
  MATCH (n:Name {lookup: $names[i].lookup})<-[:KNOWN_AS]-(x:Entity)
  WHERE n.folded = $names[i].folded AND n.folded <> '' AND $names[i].kind IN ['', x.kind]
  WITH x, max(CASE WHEN n.articles + n.chosen > 0 THEN 1 ELSE 0 END) AS full
  ORDER BY full DESC, x.byMentions LIMIT $limit
  RETURN collect(x {.id, .kind, .name, .aliases, .aliasMentions, .articleCount, .mentionCount, .firstSeen, .lastSeen}) AS found
}
RETURN i, found
