// Package graphtest holds what every store of package graph has to pass, and the tools to compare stores.
//
// [Run] is the conformance suite: each sentence of the [graph.Store] contract is a case of it.
// [RunProperties] checks what must hold for all sets of articles and judgements, [RunDifferential]
// that two stores answer alike, [Benchmark] how fast a store is. [Dump] writes a whole graph in a fixed form, and
// [Records] invents articles. A store calls them in its tests with a function that opens a store without
// content, and closes it when the test ends.
package graphtest
