// What articles say of all their keys.
UNWIND $ids AS id
MATCH (a:Article {id: id})
CALL {
  WITH a
  MATCH (a)<-[m:MENTIONED_IN]-()
  RETURN collect(m.key) AS keys
}
CALL {
  WITH a
  MATCH (a)<-[c:CALLED]-()
  RETURN collect({key: c.key, title: c.title, of: ''}) AS called
}
CALL {
  WITH id
  MATCH ()-[h:HOLDS]->()
  WHERE h.article = id
  RETURN collect({key: h.key, title: h.title, of: h.ofKey}) AS holds
}
RETURN id, keys, called + holds AS titles
