// Package encoder is the network of the trained reader: the file with its weights, the units into which it
// cuts a text, and the vectors and scores that it gives them. docs/reader-format.md defines all of it; package decode makes
// marks of the scores.
//
// A [Model] does not change, and may be used by many goroutines at once; each call works on one core.
package encoder
