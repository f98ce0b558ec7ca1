// Makes and locks a receipt, so that of two requests with one key the second waits for the first. A property has to
// be written for a lock; it is read after that.
MERGE (r:Receipt {key: $key})
SET r.locked = true
REMOVE r.locked
WITH r
RETURN r.key AS id, r.until AS until
