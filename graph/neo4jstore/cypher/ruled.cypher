// What rules have judged in blocks.
UNWIND $names AS name
MATCH (j:Judgement {block: name})
RETURN j.id AS id, j.a AS a, j.b AS b, j.verdict AS verdict, j.by AS by, j.score AS score, j.author AS author, j.reason AS reason,
  j.at AS at, j.block AS block, j.act AS act, j.name AS name
