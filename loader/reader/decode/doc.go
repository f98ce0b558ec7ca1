// Package decode makes marks of the scores that the reader's network gives a text: names, attributions, predicates with
// their arguments, and parts of speech, as sections 5 and 6 of docs/reader-format.md say.
//
// A [Decoder] does not change, and may be used by many goroutines at once. Time is linear in the length of the text. A text
// of more than [SectionUnits] units is read section by section, each like a text of its own, so that the memory, but for
// the units and the marks themselves, does not grow with it: no span and no link crosses from one section into the
// next. A section ends where a paragraph or a line does, if there is one in its last quarter.
package decode
