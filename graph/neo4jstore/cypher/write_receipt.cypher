// Writes a receipt, and takes out those that are over.
MATCH (r:Receipt {key: $props.key})
SET r = $props
WITH r
CALL {
  WITH r
  MATCH (old:Receipt)
  WHERE old.until <= $at AND old <> r
  DELETE old
}
