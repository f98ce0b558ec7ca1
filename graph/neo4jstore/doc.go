// Package neo4jstore keeps a graph in Neo4j (5.0 or newer), for teams that share it and for graphs that outgrow one machine.
//
// The graph is meant to be read by people in Neo4j Browser and Bloom, see docs/neo4j.md:
//
//	(:Entity:Person|Organization|Place|Event)-[:MENTIONED_IN]->(:Article)
//	(:Entity)-[:SAID]->(:Statement)-[:IN]->(:Article)
//	(:Statement)-[:ABOUT]->(:Entity), (:Statement)-[:TO]->(:Entity), (:Statement)-[:WITHIN]->(:Statement)
//	(:Person)-[:HOLDS]->(:Entity), (:Person)-[:CALLED]->(:Article) for a title without an organization
//	(:Entity)-[:KNOWN_AS]->(:Name)
//	(:Judgement)-[:ON]->(:Key), or -[:NEAR]-> when it is unsure, or -[:NAMES]-> when it is a name that a person chose
//	(:Key)-[:OF_BLOCK]->(:Block), see graph.Rules
//
// A Key is a name key; its property entity is the id of the entity that the key belongs to, so that the id of each
// key names that entity. Relationships remember the key under which they were made; when groups of keys change,
// those of the keys that move are made anew at the other entity. Lists are read in the order of the indexed
// properties newest, oldest, byMentions and byName, which are sort keys in ASCII: Neo4j sorts other strings in one order by
// an index and in another without.
//
// Neo4j itself lets a query see parts of a transaction that is being committed. Store therefore lets no read run while
// it commits; what another process commits may be seen in part for the milliseconds of the commit.
package neo4jstore
