// Package entity makes the actors of an article out of the names that the reader marked: one actor for each person,
// organization, place and event, with all its names, titles and pronouns, and the roles that titles beside names
// give to persons.
//
// It is careful rather than complete: a surname that two persons share, a title that two persons hold and a pronoun
// without a person in reach are given to nobody. Groups and sources without a name ("two officials") are no actors.
// All look-backs are bounded, so that time and memory are linear in the length of the text.
package entity
