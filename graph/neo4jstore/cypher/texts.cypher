UNWIND range(0, $last) AS i
MATCH (a:Article {id: $ids[i]})
RETURN i, a.text AS text
