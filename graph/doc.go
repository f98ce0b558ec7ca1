// Package graph is newsgraph's model and the contract of its stores.
//
// The graph holds articles, entities (people, organizations, places, events), the mentions of
// entities in articles, and statements: who said what about whom, to whom. Nothing is in the graph
// without evidence, which is an article and a byte span of its text.
//
// Callers hold a concrete [Graph], which validates and bounds every request; a database implements
// the small [Store] interface under it. The comments of Store are its contract, and each sentence
// of them has a case in the conformance suite, package graphtest.
//
// # Identity
//
// An article names its actors by [Key]: a kind and a normalized full name. An entity is a group of
// keys. Groups follow from stored [Judgement]s alone (see [Groups]), so that the graph is a
// function of the set of its articles and judgements, never of the order in which they came.
// Everything that hangs on an entity remembers the key under which it was made; a merge or a split
// therefore moves things by key, and loses nothing.
//
// The package imports only the standard library.
package graph
