MATCH (j:Judgement)
WHERE j.id > ''
RETURN j.id AS id, j.a AS a, j.b AS b, j.verdict AS verdict, j.by AS by, j.score AS score, j.author AS author, j.reason AS reason, j.at AS at, j.block AS block, j.act AS act, j.name AS name
