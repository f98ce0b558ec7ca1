package neo4jstore

import _ "embed"

// The queries of Apply, in the order in which it runs them.
var (
	//go:embed cypher/digests.cypher
	cypherDigests string
	//go:embed cypher/find_judgements.cypher
	cypherFindJudgements string
	//go:embed cypher/lock_articles.cypher
	cypherLockArticles string
	//go:embed cypher/lock_keys.cypher
	cypherLockKeys string
	//go:embed cypher/component.cypher
	cypherComponent string
	//go:embed cypher/write_judgements.cypher
	cypherWriteJudgements string
	//go:embed cypher/lock_entities.cypher
	cypherLockEntities string
	//go:embed cypher/remove_readings.cypher
	cypherRemoveReadings string
	//go:embed cypher/move_keys.cypher
	cypherMoveKeys string
	//go:embed cypher/write_articles.cypher
	cypherWriteArticles string
	//go:embed cypher/write_statements.cypher
	cypherWriteStatements string
	//go:embed cypher/write_within.cypher
	cypherWriteWithin string
	//go:embed cypher/write_roles.cypher
	cypherWriteRoles string
	//go:embed cypher/recount.cypher
	cypherRecount string
	//go:embed cypher/extremes.cypher
	cypherExtremes string
	//go:embed cypher/write_entities.cypher
	cypherWriteEntities string
	//go:embed cypher/finish.cypher
	cypherFinish string
	//go:embed cypher/lock_receipt.cypher
	cypherLockReceipt string
	//go:embed cypher/write_receipt.cypher
	cypherWriteReceipt string
	//go:embed cypher/write_audit.cypher
	cypherWriteAudit string
)
