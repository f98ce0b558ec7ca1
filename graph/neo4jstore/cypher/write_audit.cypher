MERGE (u:AuditEntry {id: $props.id})
ON CREATE SET u = $props
WITH u
UNWIND u.nodes AS node
MERGE (t:Audited {id: node})
MERGE (u)-[m:CONCERNS]->(t)
SET m.node = node, m.newest = u.newest
