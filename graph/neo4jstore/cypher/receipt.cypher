MATCH (r:Receipt {key: $key})
WHERE r.until > $at
RETURN r.digest AS digest, r.at AS at, r.until AS until, r.answer AS answer, r.applied AS applied
