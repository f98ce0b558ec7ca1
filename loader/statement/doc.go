// Package statement joins what the reader attributed and whom the entity stage found into statements: who said what,
// to whom, about whom, when, and within whose statement.
//
// A speaker is linked only when the head of the source names an actor: "some US officials" are not the United
// States. Quotations without a source go to the speaker who is talking around them, with less confidence, or to
// nobody. Names, titles of works and single words in quote marks are no statements.
package statement
