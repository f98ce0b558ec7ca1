// Takes out the entries of the audit log that are older than a time, and what only they concern.
MATCH (u:AuditEntry)
WHERE u.newest >= $before
OPTIONAL MATCH (u)-[:CONCERNS]->(t:Audited)
WITH collect(DISTINCT u) AS entries, collect(DISTINCT t) AS concerned
FOREACH (u IN entries | DETACH DELETE u)
WITH concerned
UNWIND concerned AS t
WITH t
WHERE NOT EXISTS { (t)<-[:CONCERNS]-() }
DELETE t
