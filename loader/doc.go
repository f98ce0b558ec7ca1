// Package loader takes articles through the stages and writes them into the graph.
//
// A [Pipeline] is the stages in an order that works; [Pipeline.Load] reads a source, annotates on
// all cores, and writes in batches, each whole or not at all. The graph after a load depends on the set of
// articles alone, not on the number of workers or the batch size: articles are written in the order of the
// source, whichever worker read them first.
package loader
