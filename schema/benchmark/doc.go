// Package benchmark measures the API beside @neo4j/graphql with Apollo Server, on the same Neo4j database, with the same questions. Its tests hold
// that both give the same answers, and, when they are told where a graph is, write the table of docs/performance.md:
//
//	newsgraph load --store URI ARTICLES; newsgraph load --store sqlite:PATH ARTICLES
//	go test ./schema/benchmark -run Versus -v -timeout 30m -neo4j URI -embedded sqlite:PATH
package benchmark
