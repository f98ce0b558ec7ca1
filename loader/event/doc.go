// Package event tells which events an article reports: who did what to whom, when and where, and whether it happened.
//
// A word of the lexicon that the reader takes for a predicate tells an event; its participants are the actors that the predicate's
// arguments name. An event without a named participant is none, except violence and protest at a named place: few, right and with evidence is better than many. Types are
// those of PLOVER and some that news needs beside them, see [article.EventType].
package event
