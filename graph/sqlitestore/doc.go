// Package sqlitestore is the embedded store: a graph in one SQLite file, or in memory.
//
// It is the reference implementation of [graph.Store]. It needs no server and no C compiler. Every
// list is read from an index in its order, and the counters that lists are sorted by are kept as
// articles come and go, so that neither writing an article nor reading a page gets slower as the
// graph grows. One connection writes; others read, each call in a transaction of its own.
//
// Entities are rows whose number is that of the least key of their group. Everything that hangs on an entity has
// the key under which it was made beside the entity, so that a change of groups moves it by key.
package sqlitestore
